package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, ended or hurt at each system call that they make to their folder; the short form is KilledRunTest. */
@EnabledIfSystemProperty(named = "aqua.proof", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class SystemCallProofTest {

    /** What the system may say to each call. */
    private static final Map<String, List<String>> ERRORS = Map.of(
            "openat", List.of("EMFILE", "ENOSPC", "EIO"),
            "write", List.of("ENOSPC", "EIO"),
            "fsync", List.of("EIO", "ENOSPC"),
            "fdatasync", List.of("EIO", "ENOSPC"),
            "rename", List.of("ENOSPC", "EIO"),
            "mkdir", List.of("ENOSPC"),
            "unlink", List.of("EIO"),
            "rmdir", List.of("EIO"));

    private GoldenGround ground;
    private Strace strace;
    private List<Strace.Call> calls;

    @BeforeAll
    void countTheCallsOfARun(@TempDir Path folder) throws Exception {
        ground = new GoldenGround(folder);
        strace = Strace.in(folder);
        GoldenRun run = ground.copy();
        calls = strace.calls(run);
        ground.assertRecovers(run);
        Map<String, Integer> counts = new TreeMap<>();
        calls.forEach(call -> counts.merge(call.name(), 1, Integer::sum));
        System.out.println("[proof] system calls of a run to its folder: " + counts);
        assertThat(counts).containsKeys("openat", "write", "fsync", "rename", "mkdir", "unlink");
    }

    @AfterAll
    void close() {
        ground.close();
    }

    @Test
    void comesToTheSame_whereverTheProcessIsKilled() throws Exception {
        for (Strace.Call call : calls) {
            GoldenRun run = ground.copy();
            assertThat(strace.killed(run, call)).as("%s", call).isTrue();
            ground.assertInvariants(run);
            ground.assertRecovers(run);
        }
        System.out.println("[proof] kills by strace: " + calls.size() + ", wrong results: 0");
    }

    @Test
    void comesToTheSame_whereverTheRecoveryIsKilledToo() throws Exception {
        int kills = 0;
        int second = 0;
        for (Strace.Call first : calls) {
            if (first.name().equals("openat") || first.name().equals("rmdir")) {
                continue; // between two of the others, and no more has happened
            }
            GoldenRun run = ground.copy();
            assertThat(strace.killed(run, first)).as("%s", first).isTrue();
            // a recovery makes fewer calls of each kind; the second is behind the first one's by a changing step
            second = (second + 7) % calls.size();
            Strace.Call again = calls.get(second);
            kills += strace.killed(run, again) ? 1 : 0;
            ground.assertInvariants(run);
            ground.assertRecovers(run);
        }
        System.out.println("[proof] kills by strace of a run and of its recovery: " + kills + ", wrong results: 0");
        assertThat(kills).isPositive();
    }

    @Test
    void endsInAFinding_whateverCallFails() throws Exception {
        int failures = 0;
        Map<String, Integer> ends = new TreeMap<>();
        for (Strace.Call call : calls) {
            for (String error : ERRORS.getOrDefault(call.name(), List.of())) {
                GoldenRun run = ground.copy();
                Strace.End end = strace.failing(run, call, error);
                check(run, end, error + " at " + call);
                ends.merge(error + " " + call.name() + ": " + end.says(), 1, Integer::sum);
                failures++;
            }
        }
        ends.forEach((end, count) -> System.out.println("[proof]   " + count + " x " + end));
        System.out.println("[proof] calls that failed by strace: " + failures + ", wrong results: 0");
    }

    @Test
    void endsInAFinding_whenTheLockCannotBeTaken() throws Exception {
        for (String name : List.of("openat", "fcntl", "ftruncate", "write")) {
            GoldenRun run = ground.copy();
            Path lock = run.state().path().resolve("local/lock");
            Strace.End end = strace.failing(run, name, lock, name.equals("openat") ? "EMFILE" : "EIO");
            check(run, end, name + " of the lock");
            System.out.println("[proof] " + name + " of the lock fails: " + end.says());
        }
    }

    private void check(GoldenRun run, Strace.End end, String what) throws Exception {
        assertThat(end.says()).as(what).matches(TracedRun.ENDED + "(failed( AQ8\\d\\d)+|well( AQ8\\d\\d)*)");
        ground.assertInvariants(run);
        ground.assertRecovers(run);
    }
}
