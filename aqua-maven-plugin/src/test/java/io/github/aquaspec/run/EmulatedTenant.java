package io.github.aquaspec.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An emulator in virtual time for all tests of a class; before each it counts its jobs anew, and it behaves again after it. */
final class EmulatedTenant implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final VirtualTime time = new VirtualTime();
    private final AquaEmulator emulator;
    private Collection<String> before = List.of();

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

    /** The ids of the jobs that were submitted since the test has begun, or has last begun to count. */
    List<String> jobs() {
        return allJobs().stream().filter(id -> !before.contains(id)).toList();
    }

    /** Leaves out the jobs that were submitted so far. */
    void countJobsFromHere() {
        before = allJobs();
    }

    private List<String> allJobs() {
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
    public void beforeEach(ExtensionContext context) {
        countJobsFromHere();
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
