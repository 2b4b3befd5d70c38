package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.aquaspec.run.Soak.Planted;
import io.github.aquaspec.run.SoakOracle.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nights of many manifests, with random trouble of the line, the disk and the time, until they are published. What is
 * published must be what the server's records say, and nothing may be lost or done twice.
 *
 * <p>{@code -Daqua.soak.seed=42} runs one seed alone and tells its story; {@code -Daqua.soak.runs=5000} runs more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoakTest {

    private static final boolean PROOF = Boolean.getBoolean("aqua.proof");
    private static final int RUNS = Integer.getInteger("aqua.soak.runs", PROOF ? 1000 : 15);
    private static final Long ONE = Long.getLong("aqua.soak.seed");
    private static final int MOST_TO_FIND_A_PLANTED_BUG = 60;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<Violation, Integer> violations = new EnumMap<>(Violation.class);

    @TempDir
    private static Path root;

    private SoakTenant tenant;

    @BeforeAll
    void start() throws IOException {
        tenant = new SoakTenant();
    }

    @AfterAll
    void close() throws IOException {
        tenant.close();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void publishes_whatTheServerHas_onceAndWhole_whateverGoesWrong() throws Exception {
        StringBuilder failed = new StringBuilder();
        for (long seed = ONE == null ? 1 : ONE; seed <= (ONE == null ? RUNS : ONE); seed++) {
            Soak soak = new Soak(tenant, root.resolve("run-" + seed), seed, Planted.NOTHING);
            Map<Violation, String> found = soak.run();
            soak.counts().forEach((what, often) -> counts.merge(what, often, Integer::sum));
            found.keySet().forEach(violation -> violations.merge(violation, 1, Integer::sum));
            if (ONE != null) {
                soak.story().forEach(System.out::println);
            }
            if (!found.isEmpty()) {
                failed.append("\nseed ").append(seed).append(": ").append(found);
                failed.append("\n").append(String.join("\n", soak.story()));
                failed.append("\nagain: ./mvnw -o -Dquick -pl aqua-maven-plugin -am test -Dtest=SoakTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Daqua.soak.seed=")
                        .append(seed)
                        .append('\n');
            }
        }
        System.out.printf(
                "[proof] soak: %d runs, %s, faults of the line %s; wrong snapshots %d, lost changes %d, doubled jobs %d%n",
                ONE == null ? RUNS : 1,
                counts,
                tenant.proxy().done(),
                violations.getOrDefault(Violation.WRONG_SNAPSHOT, 0),
                violations.getOrDefault(Violation.LOST_CHANGE, 0),
                violations.getOrDefault(Violation.DOUBLED_JOB, 0));
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CUT_FILE_TAKEN_FOR_WHOLE, WRONG_SNAPSHOT",
        "WATERMARK_BEFORE_PUBLISH, GAP",
        "JOURNAL_FORGOTTEN, DOUBLED_JOB",
        "INCREMENT_TAKEN, LOST_CHANGE"
    })
    void notices(Planted planted, Violation expected) throws Exception {
        for (long seed = 1; seed <= MOST_TO_FIND_A_PLANTED_BUG; seed++) {
            Soak soak = new Soak(tenant, root.resolve(planted + "-" + seed), seed, planted);
            if (soak.run().containsKey(expected)) {
                return;
            }
        }
        fail("nobody noticed " + planted);
    }
}
