package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Real processes with too few open files, too small files, and too little room: each limit from nothing to enough. */
@EnabledIfSystemProperty(named = "aqua.proof", matches = "true")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class NarrowDiskProofTest {

    private static final int PAGE = 4096;

    private GoldenGround ground;
    private Strace process;
    private final Map<String, Integer> ends = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void publishTheOneBefore() throws Exception {
        ground = new GoldenGround(folder);
        process = Strace.in(folder);
    }

    @AfterEach
    void tell() {
        ground.close();
        ends.forEach((end, count) -> System.out.println("[proof]   " + count + " x " + end));
    }

    @Test
    void comesToTheSame_withFewOpenFiles() throws Exception {
        // below, there are not enough for the JVM's own jars
        for (int files = 40; files <= 130; files++) {
            GoldenRun run = ground.copy();
            check(run, "few files", process.run(limited("ulimit -n " + files), run));
        }
    }

    @Test
    void comesToTheSame_withSmallFiles() throws Exception {
        for (int blocks = 0; blocks <= 64; blocks += blocks < 16 ? 1 : 8) {
            GoldenRun run = ground.copy();
            check(run, "small files", process.run(limited("ulimit -f " + blocks), run));
        }
    }

    @Test
    void comesToTheSame_onADiskThatIsFull() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        if (sh("mount -t tmpfs -o size=512k tmpfs " + small) != 0) {
            System.out.println("[proof] skipped: this user may not mount a small disk");
            return;
        }
        try {
            for (int pages = 0; pages <= 40; pages++) {
                GoldenRun run = ground.copy(small);
                Path filler = small.resolve("filler");
                long free = Files.getFileStore(small).getUsableSpace();
                Files.write(filler, new byte[(int) Math.max(0, free - (long) pages * PAGE)]);
                Strace.End end = process.run(List.of(), run);
                Files.delete(filler);
                check(run, "full disk", end);
                sh("rm -r " + small + "/*");
            }
        } finally {
            sh("umount " + small);
        }
    }

    private void check(GoldenRun run, String limit, Strace.End end) throws Exception {
        ends.merge(limit + ": exit " + end.exit() + ", " + end.says(), 1, Integer::sum);
        assertThat(end.exit() == 0).as("%s", end).isEqualTo(end.says().startsWith(TracedRun.ENDED + "well"));
        ground.assertInvariants(run);
        ground.assertRecovers(run);
    }

    private static List<String> limited(String limit) {
        return List.of("bash", "-c", "set -o pipefail; (" + limit + "; exec \"$@\") 2>&1 | cat", "bash");
    }

    private static int sh(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }
}
