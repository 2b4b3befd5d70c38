package io.github.aquaspec.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.Canary;
import io.github.aquaspec.SuiteFile;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.http.Credential;
import io.github.aquaspec.emulator.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunMojoTest extends GoalFixture {

    private static final String SECRET = Canary.secret();
    private static final String WARNS = ACCOUNT + """
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id from Account
            """;

    private static AquaEmulator emulator;

    @BeforeAll
    static void startEmulator() {
        emulator = AquaEmulator.start(EmulatorConfig.defaults().withCredentials(new Credential("client", SECRET)));
    }

    @AfterAll
    static void stopEmulator() {
        emulator.close();
    }

    @AfterEach
    void behave() {
        emulator.behave();
    }

    @Override
    String goal() {
        return "run";
    }

    @Test
    @InjectMojo(goal = "run")
    void leavesFilesSumsDescriptorAndReceipts(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);

        atEmulator(run).execute();

        assertThat(names(module.resolve("target/aqua/accounts")))
                .containsExactly("SHA256SUMS", "account.csv", "datapackage.json");
        assertThat(read("target/aqua/accounts/account.csv")).startsWith("Account.Id,Account.Name\n");
        assertThat(read("target/aqua/accounts/SHA256SUMS"))
                .isEqualTo(sum("account.csv") + "  account.csv\n" + sum("datapackage.json") + "  datapackage.json\n");
        JsonNode receipt = json("target/aqua-reports/accounts/run.json");
        assertThat(receipt.at("/status").asText()).isEqualTo("succeeded");
        assertThat(receipt.at("/files/0/sha256").asText()).isEqualTo(sum("account.csv"));
        assertThat(receipt.at("/files/0/records").asLong()).isEqualTo(240);
        assertThat(json("target/aqua-reports/run.json").at("/status").asText()).isEqualTo("succeeded");
    }

    @Test
    @InjectMojo(goal = "run")
    void leavesNoReceiptOfABuildBefore_whileItRuns(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("target/aqua-reports/run.json", "{\"status\": \"succeeded\"}");
        List<String> meanwhile = new ArrayList<>();
        log.onSay("accounts: job ", () -> meanwhile.add(status("target/aqua-reports/run.json")));

        atEmulator(run).execute();

        assertThat(meanwhile).isNotEmpty().containsOnly("running");
    }

    @Test
    @InjectMojo(goal = "run")
    void saysWhereItRuns_whoItIs_andWhatItPublished(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);

        atEmulator(run).execute();

        assertThat(log.text())
                .contains(
                        "Credentials: server \"zuora\" of settings.xml (oauth).",
                        emulator.url().toString(),
                        "account.csv",
                        "240 records",
                        "target/aqua/accounts")
                .doesNotContain(SECRET);
    }

    @Test
    @InjectMojo(goal = "run")
    void authenticatesAsAUser(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(run, "authentication", "basic");

        atEmulator(run).execute();

        assertThat(log.text()).contains("(basic)").doesNotContain(SECRET);
        assertThat(emulator.requests()).last().matches(r -> r.status() == 200);
    }

    @Test
    @InjectMojo(goal = "run")
    void startsTheEmulatorItself_whenThatIsTheEnvironment(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(run, "environment", "emulator");
        request().setOffline(true);

        inThisBuild(run).execute();

        assertThat(names(module.resolve("target/aqua/accounts"))).contains("account.csv");
        assertThat(json("target/aqua-reports/accounts/run.json")
                        .at("/environment")
                        .asText())
                .isEqualTo("emulator");
    }

    @Test
    @InjectMojo(goal = "run")
    void publishesTheOthers_whenOneFails_andKeepsWhatStoodThere(RunMojo first, @InjectMojo(goal = "run") RunMojo second)
            throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("specs/contacts.yaml", ACCOUNT.replace("Id, Name", "Id, Balance"));
        atEmulator(first).execute();
        String before = read("target/aqua/contacts/SHA256SUMS");
        write("specs/contacts.yaml", ACCOUNT.replace("Id, Name", "Id, Nonsense"));
        write("specs/accounts.yaml", ACCOUNT.replace("Id, Name", "Id, Status"));
        set(second, "updateColumns", true);

        assertThatThrownBy(atEmulator(second)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("at specs/contacts.yaml:9:23")
                .hasMessageContaining("[AQ601]");

        assertThat(read("target/aqua/accounts/account.csv")).startsWith("Account.Id,Account.Status\n");
        assertThat(read("target/aqua/contacts/SHA256SUMS")).isEqualTo(before);
        assertThat(read("target/aqua/contacts/account.csv")).startsWith("Account.Id,Account.Balance\n");
        JsonNode receipt = json("target/aqua-reports/contacts/run.json");
        assertThat(receipt.at("/status").asText()).isEqualTo("failed");
        assertThat(receipt.at("/outcome/retry").asText()).isEqualTo("never");
        assertThat(receipt.at("/diagnostics/0/code").asText()).isEqualTo("AQ601");
        assertThat(receipt.at("/diagnostics/0/line").asInt()).isEqualTo(9);
        assertThat(json("target/aqua-reports/run.json").at("/status").asText()).isEqualTo("failed");
        assertThat(log.text()).contains("contacts: FAILED, nothing published");
        JsonNode accounts = json("target/aqua-reports/accounts/run.json");
        assertThat(accounts.at("/snapshot").asText()).isEqualTo("target/aqua/accounts");
        assertThat(accounts.at("/files/0/header").toString()).isEqualTo("[\"Account.Id\",\"Account.Status\"]");
        assertThat(accounts.at("/earlier"))
                .as("what was published before")
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.at("/ended").asText()).endsWith("Z");
                    assertThat(run.at("/files/0/path").asText()).isEqualTo("account.csv");
                    assertThat(run.at("/files/0/records").asLong()).isEqualTo(240);
                });
        assertThat(new SuiteFile(module.resolve("target/aqua-reports/contacts/TEST-aqua-contacts.xml")).cases())
                .extracting(SuiteFile.Case::name, SuiteFile.Case::verdict)
                .containsExactly(tuple("submit", "error"), tuple("account: integrity", "skipped"));
    }

    @Test
    @InjectMojo(goal = "run")
    void publishesNothing_whenAFileIsNotWhatZuoraCounted(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        emulator.misbehave(new Scenario.WrongRecordCount(1));

        assertThatThrownBy(atEmulator(run)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ705]");

        assertThat(Files.exists(module.resolve("target/aqua/accounts"))).isFalse();
        JsonNode receipt = json("target/aqua-reports/accounts/run.json");
        assertThat(receipt.at("/status").asText()).isEqualTo("failed");
        assertThat(receipt.at("/jobId").asText()).isNotEmpty();
    }

    @Test
    @InjectMojo(goal = "run")
    void sendsNothing_whenAManifestHasWarnings_andWarningsFail(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("specs/warns.yaml", WARNS);
        set(run, "failOnWarning", true);
        int before = emulator.requests().size();

        assertThatThrownBy(atEmulator(run)::execute).hasMessageContaining("specs/warns.yaml:");

        assertThat(emulator.requests()).hasSize(before);
        assertThat(Files.exists(module.resolve("target/aqua"))).isFalse();
        assertThat(json("target/aqua-reports/warns/run.json").at("/status").asText())
                .isEqualTo("failed");
        assertThat(json("target/aqua-reports/accounts/run.json").at("/status").asText())
                .isEqualTo("skipped");
        assertThat(json("target/aqua-reports/accounts/run.json")
                        .at("/outcome/summary")
                        .asText())
                .isEqualTo("the manifests of this build have warnings, see above, and aqua.failOnWarning is set");
        assertThat(json("target/aqua-reports/run.json").at("/status").asText()).isEqualTo("failed");
    }

    @Test
    @InjectMojo(goal = "run")
    void saysThatItFailed_whenAWarningAboutNoneOfTheManifestsStopsIt(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        request().getUserProperties().setProperty("aqua.param.x", "1");
        set(run, "failOnWarning", true);

        assertThatThrownBy(atEmulator(run)::execute).hasMessageContaining("[AQ510]");

        JsonNode set = json("target/aqua-reports/run.json");
        assertThat(set.at("/status").asText()).isEqualTo("failed");
        assertThat(set.at("/diagnostics/0/code").asText()).isEqualTo("AQ510");
        assertThat(log.text()).contains("accounts: skipped: the manifests of this build have warnings, see above");
    }

    @Test
    @InjectMojo(goal = "run")
    void publishes_aManifestWithWarnings_whenTheyDoNotFail(RunMojo run) throws Exception {
        write("specs/warns.yaml", WARNS);

        atEmulator(run).execute();

        assertThat(log.at("WARNING")).singleElement().asString().contains("warning[AQ201]");
        assertThat(module.resolve("target/aqua/warns/SHA256SUMS")).isRegularFile();
    }

    @Test
    @InjectMojo(goal = "run")
    void sendsNothing_whenOneManifestHasErrors_andLeavesReceiptsForAll(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("specs/bad.yaml", ACCOUNT.replace("queries:", "querys:"));
        int before = emulator.requests().size();

        assertThatThrownBy(atEmulator(run)::execute).hasMessageContaining("specs/bad.yaml:");

        assertThat(emulator.requests()).hasSize(before);
        assertThat(Files.exists(module.resolve("target/aqua"))).isFalse();
        assertThat(json("target/aqua-reports/bad/run.json").at("/status").asText())
                .isEqualTo("failed");
        assertThat(json("target/aqua-reports/accounts/run.json").at("/status").asText())
                .isEqualTo("skipped");
        assertThat(json("target/aqua-reports/accounts/run.json")
                        .at("/outcome/summary")
                        .asText())
                .isEqualTo("the manifests of this build have errors, see above");
        assertThat(json("target/aqua-reports/run.json").at("/status").asText()).isEqualTo("failed");
    }

    @Test
    @InjectMojo(goal = "run")
    void leavesAReceipt_whenThereIsNoManifest(RunMojo run) throws Exception {
        write("specs/README.md", "nothing");

        assertThatThrownBy(atEmulator(run)::execute).hasMessageContaining("[AQ512]");

        JsonNode receipt = json("target/aqua-reports/run.json");
        assertThat(receipt.at("/status").asText()).isEqualTo("failed");
        assertThat(receipt.at("/diagnostics/0/code").asText()).isEqualTo("AQ512");
    }

    @Test
    @InjectMojo(goal = "run")
    void blamesTheMachine_whenNothingCanBeWritten(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("target/aqua-reports", "a file where a folder should be");

        assertThatThrownBy(atEmulator(run)::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[AQ801]");
    }

    @Test
    @InjectMojo(goal = "run")
    void leavesFailedReceiptsWithTheJob_whenItsThreadIsInterrupted(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        Thread builds = Thread.currentThread();
        atEmulator(run).waitWith(duration -> {
            builds.interrupt();
            new CountDownLatch(1).await();
        });

        Throwable ended = catchThrowable(run::execute);

        assertThat(Thread.interrupted()).as("the thread still knows").isTrue();
        assertThat(ended).isInstanceOf(MojoExecutionException.class).hasMessageContaining("[AQ803]");
        JsonNode receipt = json("target/aqua-reports/accounts/run.json");
        String job = receipt.at("/jobId").asText();
        assertThat(receipt.at("/status").asText()).isEqualTo("failed");
        assertThat(receipt.at("/outcome/retry").asText()).isEqualTo("now");
        assertThat(json("target/aqua-reports/run.json").at("/status").asText()).isEqualTo("failed");
        assertThat(job).isNotEmpty();
        assertThat(log.text())
                .contains("accounts: FAILED, nothing published (job " + job + "); run it again")
                .doesNotContain("AQ801");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "skipRun", value = "true")
    void readsAndSendsNothing_whenItIsSkipped(RunMojo run) throws Exception {
        write("specs/bad.yaml", "nonsense");

        atEmulator(run).execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.run.skip is set.");
        assertThat(Files.exists(module.resolve("target"))).isFalse();
    }

    private RunMojo atEmulator(RunMojo run) throws IllegalAccessException {
        if (request().getServers().isEmpty()) {
            server("zuora", "client", SECRET);
        }
        set(run, "endpoint", emulator.url().toString());
        run.waitWith(duration -> {});
        return inThisBuild(run);
    }

    private String sum(String file) throws Exception {
        byte[] bytes = Files.readAllBytes(module.resolve("target/aqua/accounts").resolve(file));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String status(String file) {
        try {
            return json(file).at("/status").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(read(file).getBytes(UTF_8));
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }
}
