package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.job.Pace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of a build is told to end while its job runs, as by Ctrl-C or a CI system. */
class StoppedBuildTest {

    private final AquaEmulator emulator =
            AquaEmulator.start(EmulatorConfig.defaults().withPace(new Pace.Delay(Duration.ofMinutes(30))));

    @TempDir
    private Path module;

    private Process build;

    @BeforeEach
    void writeAManifest() throws IOException {
        Files.createDirectory(module.resolve("specs"));
        Files.writeString(module.resolve("specs/accounts.yaml"), GoalFixture.ACCOUNT);
    }

    @AfterEach
    void end() {
        build.destroyForcibly();
        emulator.close();
    }

    @Test
    void leavesReceipts_thatSayFailed_andNameTheJob() throws Exception {
        List<String> said = stopped(false);

        JsonNode receipt = receipt("accounts/run.json");
        assertThat(receipt.at("/status").asText()).isEqualTo("failed");
        assertThat(said)
                .anyMatch(line ->
                        line.contains("accounts: job " + receipt.at("/jobId").asText() + " "));
        assertThat(receipt.at("/diagnostics").findValuesAsText("code")).containsExactly("AQ803");
        assertThat(receipt.at("/outcome/retry").asText()).isEqualTo("now");
        assertThat(receipt("run.json").at("/status").asText()).isEqualTo("failed");
        assertThat(said).anyMatch(line -> line.contains("The build is stopped"));
        assertThat(cancellations()).isEmpty();
    }

    @Test
    void cancelsTheJob_whereItIsToldTo_andSaysNothingElse() throws Exception {
        List<String> said = stopped(true);

        JsonNode receipt = receipt("accounts/run.json");
        assertThat(cancellations())
                .containsExactly("/v1/batch-query/jobs/" + receipt.at("/jobId").asText());
        assertThat(receipt.at("/diagnostics/0/message").asText()).contains("and its job with it");
        assertThat(said).noneMatch(line -> line.contains("goes on"));
    }

    /** What a build says that is told to end as soon as its job is submitted. */
    private List<String> stopped(boolean cancels) throws Exception {
        build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppedBuild.class.getName(),
                        module.toString(),
                        emulator.url().toString(),
                        Boolean.toString(cancels))
                .redirectErrorStream(true)
                .start();
        assumeTrue(build.supportsNormalTermination(), "nobody can tell a process to end here, only end it");
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = build.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                said.add(line);
                if (line.contains("accounts: job ")) {
                    // That of the process itself would close what is read here.
                    build.toHandle().destroy();
                }
                line = lines.readLine();
            }
        }
        assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(build.exitValue()).as(() -> String.join("\n", said)).isEqualTo(128 + 15);
        return said;
    }

    private List<String> cancellations() {
        return emulator.requests().stream()
                .filter(request -> request.method().equals("DELETE"))
                .map(request -> request.path())
                .toList();
    }

    private JsonNode receipt(String file) throws IOException {
        return new ObjectMapper()
                .readTree(module.resolve("target/aqua-reports").resolve(file).toFile());
    }
}
