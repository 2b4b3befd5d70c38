package io.github.aquaspec.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An emulator in virtual time for all tests of a class; it behaves again after each. */
final class EmulatedTenant implements AfterEachCallback, AfterAllCallback {

    private final VirtualTime time = new VirtualTime();
    private final AquaEmulator emulator;

    EmulatedTenant(UnaryOperator<EmulatorConfig> config) {
        this.emulator =
                AquaEmulator.start(config.apply(EmulatorConfig.defaults().withClock(time)));
    }

    VirtualTime time() {
        return time;
    }

    AquaEmulator emulator() {
        return emulator;
    }

    /** The ids of all jobs that the emulator knows. */
    List<String> jobs() {
        try (InputStream answer =
                emulator.url().resolve("/emulator/jobs").toURL().openStream()) {
            List<String> ids = new ArrayList<>();
            new ObjectMapper()
                    .readTree(answer)
                    .path("jobs")
                    .forEach(job -> ids.add(job.path("id").asText()));
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        emulator.behave();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        emulator.close();
    }
}
