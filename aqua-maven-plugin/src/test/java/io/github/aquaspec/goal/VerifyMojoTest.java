package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateLock;
import io.github.aquaspec.run.state.TargetIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VerifyMojoTest extends GoalFixture {

    private static AquaEmulator emulator;

    @BeforeAll
    static void startEmulator() {
        emulator = AquaEmulator.start();
    }

    @AfterAll
    static void stopEmulator() {
        emulator.close();
    }

    @Override
    String goal() {
        return "verify";
    }

    @Test
    @InjectMojo(goal = "verify")
    void passes_afterARun_andCountsAgain(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        publish(run);

        inThisBuild(verify).execute();

        assertThat(log.at("INFO")).last().isEqualTo("accounts: verified, 240 records.");
    }

    @Test
    @InjectMojo(goal = "verify")
    void passes_inALaterBuild(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        publish(run);

        inAnotherBuild(verify).execute();

        assertThat(log.at("INFO")).last().isEqualTo("accounts: verified, 240 records.");
    }

    @Test
    @InjectMojo(goal = "verify")
    void looksAtNothing_whileARunIsUnderWay(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        publish(run);
        TargetIdentity target = new TargetIdentity("emulator", "emulator", Optional.empty(), Optional.empty());
        StateDirectory state = StateDirectory.of(module.resolve("target/aqua-emulator"), target, "accounts");
        StateLock underWay = state.lock("another build");
        try {
            assertThatThrownBy(inAnotherBuild(verify)::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContaining("is held by another run: another build [AQ820]");
        } finally {
            underWay.close();
        }
        inAnotherBuild(verify).execute();
    }

    @Test
    @InjectMojo(goal = "verify")
    void names_aFlippedByte(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        publish(run);
        Path file = snapshot().resolve("account.csv");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertFails(verify, "`account.csv` has SHA-256 " + CheckedSums.sha256(file));
    }

    @Test
    @InjectMojo(goal = "verify")
    void names_anExtraFile(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        publish(run);
        Files.writeString(snapshot().resolve("notes.txt"), "hello");

        assertFails(verify, "`notes.txt` is there, SHA256SUMS does not name it");
    }

    @Test
    @InjectMojo(goal = "verify")
    void names_aDeletedFile(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        publish(run);
        Files.delete(snapshot().resolve("account.csv"));

        assertFails(verify, "`account.csv` is missing, SHA256SUMS names it");
    }

    @Test
    @InjectMojo(goal = "verify")
    void names_deletedSums(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        publish(run);
        Files.delete(snapshot().resolve("SHA256SUMS"));

        assertFails(verify, "`SHA256SUMS` is missing");
    }

    /** Somebody who changes the descriptor and its sum together still cannot change what the bytes say. */
    @Test
    @InjectMojo(goal = "verify")
    void names_aDescriptorThatCountsOtherwise_thoughItsSumFits(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        publish(run);
        Path descriptor = snapshot().resolve("datapackage.json");
        String before = CheckedSums.sha256(descriptor);
        String text = Files.readString(descriptor);
        assertThat(text).contains(": 240");
        Files.writeString(descriptor, text.replace(": 240", ": 239"));
        Path sums = snapshot().resolve("SHA256SUMS");
        Files.writeString(sums, Files.readString(sums).replace(before, CheckedSums.sha256(descriptor)));
        CheckedSums.check(snapshot());

        assertFails(verify, "240, datapackage.json says 239");
    }

    @Test
    @InjectMojo(goal = "verify")
    void passes_whereNothingIsPublished(VerifyMojo verify) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);

        inThisBuild(verify).execute();

        assertThat(log.text())
                .contains("accounts: nothing is published, nothing to verify.")
                .doesNotContain("verified");
    }

    @Test
    @InjectMojo(goal = "verify")
    void fails_whenWhatThisBuildPublishedIsGone(VerifyMojo verify, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        publish(run);
        try (Stream<Path> files = Files.walk(snapshot())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(inThisBuild(verify)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no snapshot of accounts")
                .hasMessageContaining("[AQ752]");
    }

    @Test
    @InjectMojo(goal = "verify")
    void fails_whenTheManifestsCannotBeRead(VerifyMojo verify) throws Exception {
        write("specs/accounts.yaml", "");

        assertThatThrownBy(verify::execute).hasMessageContaining("specs/accounts.yaml:1:1");
    }

    @Test
    @InjectMojo(goal = "verify")
    void hasNothingToDo_whereThereIsNoFolder(VerifyMojo verify) throws Exception {
        verify.execute();

        assertThat(log.at("INFO")).singleElement().asString().startsWith("Nothing to do: ");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "skipVerify", value = "true")
    void readsNothing_whenItIsSkipped(VerifyMojo verify) throws Exception {
        write("specs/accounts.yaml", "");

        verify.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.verify.skip is set.");
    }

    private Path snapshot() {
        return module.resolve("target/aqua/accounts");
    }

    private void publish(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        server("zuora", "id", "secret");
        set(run, "endpoint", emulator.url().toString());
        inThisBuild(run).execute();
    }

    private void assertFails(VerifyMojo verify, String finding) throws IOException {
        assertThatThrownBy(inThisBuild(verify)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ751]");
        assertThat(log.at("ERROR"))
                .anySatisfy(said -> assertThat(said)
                        .contains("the snapshot of accounts is not whole: ", finding, "= fix: run aqua:run again"));
        assertThat(log.text()).doesNotContain("accounts: verified");
    }
}
