package io.github.aquaspec.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.http.Credential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the way of a run, apart from the manifests: each ends in a finding, a receipt, and no snapshot. */
class RunRefusedTest extends GoalFixture {

    private static final String NO_SERVER = "nobody-has-this-server";

    @Override
    String goal() {
        return "run";
    }

    @BeforeEach
    void writeAManifest() throws IOException {
        write("specs/accounts.yaml", ACCOUNT);
    }

    @AfterEach
    void nothingIsPublished() {
        assertThat(Files.exists(module.resolve("target/aqua"))).isFalse();
    }

    @Test
    @InjectMojo(goal = "run")
    void fails_whenTheBuildDoesNotSayWhere(RunMojo run) throws Exception {
        assertFails(run, "AQ503", "set -Daqua.environment to one of us, ");
    }

    @Test
    @InjectMojo(goal = "run")
    void hasGitHubMarkManifestsThatItRefuses(RunMojo run) throws Exception {
        write("specs/bad.yaml", ACCOUNT.replace("apiVersion:", "apiVerson:"));

        assertThat(annotations(run))
                .startsWith("::error file=specs/bad.yaml,line=8,endLine=8,col=5,endColumn=13,title=AQ101::unknown key");
    }

    @Test
    @InjectMojo(goal = "run")
    void hasGitHubMarkNothing_whenItIsTheBuildThatItRefuses(RunMojo run) throws Exception {
        write("specs/warns.yaml", ACCOUNT.replace("from Account", "from Account;"));

        assertThat(annotations(run)).isEmpty();
        assertThat(log.text()).contains("warning[AQ319]", "error[AQ503]");
    }

    private String annotations(RunMojo run) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        run.annotateTo(new PrintStream(printed, true, UTF_8));
        run.readVariablesFrom(Map.of("GITHUB_ACTIONS", "true")::get);
        assertThatThrownBy(inThisBuild(run)::execute).isInstanceOf(MojoFailureException.class);
        return printed.toString(UTF_8);
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulatr")
    void fails_whenTheEnvironmentIsUnknown_withTheNearest(RunMojo run) throws Exception {
        assertFails(run, "AQ501", "did you mean `emulator`?");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "endpoint", value = "http://rest.zuora.com")
    void fails_whenCredentialsWouldTravelUnencrypted(RunMojo run) throws Exception {
        assertFails(run, "AQ502", "https://rest.zuora.com");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "pgpServerId", value = NO_SERVER)
    void fails_withoutAKey_whenFilesAreToBeEncrypted(RunMojo run) throws Exception {
        write("specs/accounts.yaml", "encrypted: pgp\n" + ACCOUNT);

        assertFails(run, "AQ521", "ZUORA_PGP_KEY_FILE");
        assertThat(log.text()).contains("<id>" + NO_SERVER + "</id><privateKey>");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "us")
    @MojoParameter(name = "serverId", value = NO_SERVER)
    void fails_withoutCredentials_andSaysWhereTheyGo(RunMojo run) throws Exception {
        assertFails(run, "AQ504", "~/.m2/settings.xml");
        assertThat(log.text()).contains("<id>" + NO_SERVER + "</id>", "ZUORA_CLIENT_ID", "environment=emulator");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "us")
    @MojoParameter(name = "serverId", value = NO_SERVER)
    @MojoParameter(name = "whenNoCredentials", value = "skip")
    void skipsLoudly_withoutCredentials_whenAsked(RunMojo run) throws Exception {
        inThisBuild(run).execute();

        assertThat(log.at("WARNING")).singleElement().asString().startsWith("SKIPPED: there are no credentials");
        assertThat(receipt("accounts/run.json").at("/status").asText()).isEqualTo("skipped");
        assertThat(receipt("run.json").at("/status").asText()).isEqualTo("skipped");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "us")
    @MojoParameter(name = "whenNoCredentials", value = "skp")
    void fails_whenItDoesNotKnowWhatToDoWithoutCredentials(RunMojo run) throws Exception {
        server("zuora", "client", "secret");

        assertFails(run, "AQ510", "set it to fail or skip");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "whenNoCredentials", value = "skip")
    void fails_whenTheSecretIsWrong_evenWhereNoneWouldBeFine(RunMojo run) throws Exception {
        try (AquaEmulator emulator =
                AquaEmulator.start(EmulatorConfig.defaults().withCredentials(new Credential("client", "right")))) {
            server("zuora", "client", "wrong-secret");
            set(run, "endpoint", emulator.url().toString());

            assertFails(run, "AQ506", "check the id and the secret");
            assertThat(log.text()).doesNotContain("wrong-secret");
            assertThat(emulator.requests()).noneMatch(r -> r.path().startsWith("/v1/"));
        }
    }

    @Test
    @InjectMojo(goal = "run")
    void fails_whenTheHostIsNotReached_afterWaitingForIt(RunMojo run) throws Exception {
        List<Duration> waits = new ArrayList<>();
        run.waitWith(waits::add);
        server("zuora", "client", "secret");
        set(run, "endpoint", "http://127.0.0.1:" + portNobodyListensAt());

        assertFails(run, "AQ507", "check the network");
        assertThat(waits).isNotEmpty();
        assertThat(receipt("accounts/run.json").at("/outcome/retry").asText()).isEqualTo("later");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "us")
    void fails_offline_beforeItTries(RunMojo run) throws Exception {
        request().setOffline(true);
        server("zuora", "client", "secret");

        assertFails(run, "AQ509", "run without -o");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "pollInterval", value = "5s")
    void fails_whenThePollIntervalIsNoDuration(RunMojo run) throws Exception {
        assertFails(run, "AQ510", "such as PT5S");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "pollInterval", value = "PT-5S")
    void fails_whenThePollIntervalIsNegative(RunMojo run) throws Exception {
        assertFails(run, "AQ510", "such as PT5S");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "parallelJobs", value = "0")
    void fails_whenNoJobMayRun(RunMojo run) throws Exception {
        assertFails(run, "AQ510", "aqua.parallelJobs");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "us")
    @MojoParameter(name = "authentication", value = "saml")
    void fails_whenTheWayToAuthenticateIsUnknown(RunMojo run) throws Exception {
        server("zuora", "client", "secret");

        assertFails(run, "AQ510", "oauth, basic or keys");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "us")
    @MojoParameter(name = "trackId", value = "a:b")
    void fails_whenAHeaderWouldBeRefused(RunMojo run) throws Exception {
        server("zuora", "client", "secret");

        assertFails(run, "AQ510", "at most 64 ASCII characters");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "emulatorCredentials", value = "no-secret")
    void fails_whenTheEmulatorCannotReadItsCredentials(RunMojo run) throws Exception {
        assertFails(run, "AQ510", "aqua.emulator.port");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    void fails_whenTheEmulatorsPortIsTaken(RunMojo run) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            set(run, "emulatorPort", taken.getLocalPort());

            assertFails(run, "AQ510", "aqua.emulator.port");
            assertThat(log.text()).contains(String.valueOf(taken.getLocalPort()));
        }
    }

    private void assertFails(RunMojo run, String code, String fix) throws IOException {
        assertThatThrownBy(inThisBuild(run)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[" + code + "]");
        assertThat(log.at("ERROR"))
                .anySatisfy(said ->
                        assertThat(said).startsWith("error[" + code + "]: ").contains("= fix: ", fix));
        JsonNode receipt = receipt("accounts/run.json");
        assertThat(receipt.at("/status").asText()).isEqualTo("failed");
        assertThat(receipt.at("/diagnostics").findValuesAsText("code")).contains(code);
        assertThat(receipt("run.json").at("/status").asText()).isEqualTo("failed");
    }

    private JsonNode receipt(String file) throws IOException {
        return new ObjectMapper().readTree(read("target/aqua-reports/" + file).getBytes(UTF_8));
    }

    private static int portNobodyListensAt() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
