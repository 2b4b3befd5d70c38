package io.github.aquaspec.run.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time holds a manifest: within a process, and over processes. */
class StateLockTest {

    private static final TargetIdentity US =
            new TargetIdentity("us", "rest.zuora.com", Optional.empty(), Optional.empty());

    @TempDir
    private Path root;

    /** Another process: holds the lock until its input ends. */
    public static final class Holder {
        private Holder() {}

        @SuppressWarnings("SystemOut") // how it tells the test that it is there
        public static void main(String[] args) throws Exception {
            StateLock lock = state(Path.of(args[0])).lock("process of another build");
            System.out.println("holds it");
            System.out.flush();
            System.in.read();
            lock.close();
        }
    }

    @Test
    void isHeldOnce_withinAProcess_andGivenBack() throws Exception {
        StateLock first = state(root).lock("this build");

        assertThatThrownBy(() -> state(root).lock("that build"))
                .isInstanceOf(StateException.class)
                .satisfies(e -> {
                    assertThat(((StateException) e).diagnostic().code()).isEqualTo(StateCode.LOCKED);
                    assertThat(e).hasMessageContaining("us/crm/nightly is held by another run: this build");
                });

        first.close();
        state(root).lock("that build").close();
    }

    @Test
    void isHeldStill_afterSomebodyElseHasTried() throws Exception {
        StateLock first = state(root).lock("this build");
        assertThatThrownBy(() -> state(root).lock("that build")).isInstanceOf(StateException.class);

        Process other = process();
        try {
            assertThat(firstLine(other))
                    .as("POSIX locks go with any channel that is closed")
                    .doesNotStartWith("holds");
        } finally {
            other.destroy();
            first.close();
        }
    }

    @Test
    void isHeld_byAnotherProcess_whichIsNamed_andIsFreeWhenThatIsKilled() throws Exception {
        Process other = process();
        try {
            assertThat(firstLine(other)).startsWith("holds");

            assertThatThrownBy(() -> state(root).lock("this build"))
                    .hasMessageContaining("is held by another run: process of another build");
        } finally {
            other.destroyForcibly().waitFor();
        }
        state(root).lock("this build").close();
    }

    @Test
    void isOfOneManifest() throws Exception {
        StateLock one = state(root).lock("this build");
        StateDirectory.of(root, US, "crm/daily").lock("that build").close();
        one.close();
    }

    @Test
    void writesThroughNoLink() throws Exception {
        state(root).lock("this build").close();
        Path victim = Files.writeString(root.resolve("victim"), "mine");
        Path lock = root.resolve("us/crm/nightly/local/lock");
        Files.delete(lock);
        Files.createSymbolicLink(lock, victim);

        assertThatThrownBy(() -> state(root).lock("this build")).isInstanceOf(StateException.class);
        assertThat(victim).hasContent("mine");
    }

    private static StateDirectory state(Path root) {
        return StateDirectory.of(root, US, "crm/nightly");
    }

    private Process process() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String firstLine(Process process) throws Exception {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }
}
