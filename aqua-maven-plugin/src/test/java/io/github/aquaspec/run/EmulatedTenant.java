package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An emulator in virtual time for all tests of a class; before each it counts its jobs anew, and it behaves again after it. */
final class EmulatedTenant implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Set<String> UNDER_WAY = Set.of("submitted", "pending", "executing");

    private final VirtualTime time = new VirtualTime();
    private final UnaryOperator<EmulatorConfig> config;
    private AquaEmulator emulator;
    private Collection<String> before = List.of();

    EmulatedTenant(UnaryOperator<EmulatorConfig> config) {
        this.config = config;
    }

    VirtualTime time() {
        return time;
    }

    /** Started when it is first asked for, and once more where a class is run again in the same process. */
    synchronized AquaEmulator emulator() {
        if (emulator == null) {
            emulator = AquaEmulator.start(config.apply(EmulatorConfig.defaults().withClock(time)));
        }
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

    /** Lets time pass, once what was submitted has been executed: that takes no time of this clock. */
    void pass(Duration duration) {
        await(shown -> !isUnderWay(shown));
        time.of(duration);
    }

    /** Lets time pass while what was submitted runs, long enough for it to end. */
    void passWhileTheyRun(Duration duration) {
        await(shown -> !isUnderWay(shown)
                || !read("/emulator/jobs/" + shown.path("id").asText())
                        .path("statements")
                        .isEmpty());
        time.of(duration);
        pass(Duration.ZERO);
    }

    private static boolean isUnderWay(JsonNode shown) {
        return UNDER_WAY.contains(shown.path("status").asText());
    }

    private void await(Predicate<JsonNode> jobs) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!shown().allMatch(jobs)) {
            assertThat(System.nanoTime() - patience).as("waits for ever").isNegative();
            Thread.onSpinWait();
        }
    }

    private List<String> allJobs() {
        return shown().map(job -> job.path("id").asText()).toList();
    }

    private Stream<JsonNode> shown() {
        return read("/emulator/jobs").path("jobs").valueStream();
    }

    private JsonNode read(String path) {
        try (InputStream answer = emulator().url().resolve(path).toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
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
        emulator().behave();
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (emulator != null) {
            emulator.close();
            emulator = null;
        }
    }
}
