package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows as a build sees them: where they are remembered, how they are shown, and how a build asks for another. */
class WindowGoalsTest extends GoalFixture {

    private static final String WINDOWED = """
            window: {initial: "2020-01-01T00:00:00Z"}
            output: {layout: dated}
            queries:
              - name: Account
                apiVersion: "145.0"
                query: select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

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
        return "run";
    }

    @BeforeEach
    void writeAManifest() throws IOException {
        write("specs/crm/nightly.yaml", WINDOWED);
        server("zuora", "id", "secret");
    }

    private <G extends ServiceMojo> G asOf(String instant, G goal) throws IllegalAccessException {
        set(goal, "endpoint", emulator.url().toString());
        set(goal, "asOf", instant);
        return inThisBuild(goal);
    }

    @Test
    @InjectMojo(goal = "run")
    void goesOnWhereTheLastBuildEnded_andKeepsBothSnapshots(
            RunMojo first, @InjectMojo(goal = "run") RunMojo second, @InjectMojo(goal = "verify") VerifyMojo verify)
            throws Exception {
        asOf("2026-01-10T02:00:00Z", first).execute();
        asOf("2026-02-10T04:00:00.9+02:00", second).execute();
        inAnotherBuild(verify).execute();

        assertThat(names(module.resolve("target/aqua/crm/nightly")))
                .containsExactly("20260110T000000Z", "20260210T000000Z");
        assertThat(read(".aqua/127.0.0.1/crm/nightly/window.json"))
                .contains("\"from\": \"2026-01-10T00:00:00Z\"", "\"to\": \"2026-02-10T00:00:00Z\"");
        assertThat(log.at("INFO"))
                .contains(
                        "crm/nightly: window 2020-01-01T00:00:00Z to 2026-01-10T00:00:00Z, from window.initial: nothing"
                                + " was published before")
                .anyMatch(line -> line.matches("crm/nightly: 20260110T000000Z is verified, [\\d,]+ records\\."))
                .anyMatch(line -> line.matches("crm/nightly: 20260210T000000Z is verified, [\\d,]+ records?\\."));
        JsonNode receipt = receipt();
        assertThat(receipt.at("/window/from").asText()).isEqualTo("2026-01-10T00:00:00Z");
        assertThat(receipt.at("/window/origin").asText()).isEqualTo("watermark");
    }

    @Test
    @InjectMojo(goal = "run")
    void plansTheVeryBytesThatItSends(RunMojo run, @InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        asOf("2026-01-10T02:00:00Z", plan).execute();
        List<String> lines = log.at("INFO");
        asOf("2026-01-10T02:00:00Z", run).execute();

        assertThat(lines)
                .contains("  state     .aqua/127.0.0.1/crm/nightly")
                .contains("  output    target/aqua/crm/nightly/20260110T000000Z/Account.csv");
        String sent = emulator.requests().stream()
                .filter(r -> r.path().equals("/v1/batch-query/"))
                .reduce((a, b) -> b)
                .map(RecordedRequest::body)
                .orElseThrow();
        assertThat(String.join("\n", lines)).contains("  " + sent.strip().replace("\n", "\n  "));
    }

    @Test
    @InjectMojo(goal = "run")
    void skips_whereNothingIsNew_andTheBuildPasses(
            RunMojo first, @InjectMojo(goal = "run") RunMojo again, @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        asOf("2026-01-10T02:00:00Z", first).execute();
        asOf("2026-01-10T02:00:00Z", again).execute();
        asOf("2026-01-10T02:00:00Z", plan).execute();

        assertThat(log.at("INFO"))
                .contains("crm/nightly: skipped: nothing new: published up to 2026-01-10T00:00:00Z, and the next window"
                        + " would end at 2026-01-10T00:00:00Z");
        assertThat(log.at("WARNING")).hasSize(2).allMatch(line -> line.contains("AQ815"));
        assertThat(receipt().at("/status").asText()).isEqualTo("skipped");
        assertThat(names(module.resolve("target/aqua/crm/nightly"))).containsExactly("20260110T000000Z");
    }

    @Test
    @InjectMojo(goal = "run")
    void fails_whereNothingIsNew_whenWarningsFail(RunMojo first, @InjectMojo(goal = "run") RunMojo again)
            throws Exception {
        asOf("2026-01-10T02:00:00Z", first).execute();
        set(again, "failOnWarning", true);

        assertThatThrownBy(asOf("2026-01-10T02:00:00Z", again)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ815]");
        JsonNode set = new ObjectMapper().readTree(read("target/aqua-reports/run.json"));
        assertThat(set.at("/status").asText()).isEqualTo("failed");
        assertThat(set.at("/manifests/0/status").asText()).isEqualTo("skipped");
    }

    @Test
    @InjectMojo(goal = "run")
    void extractsAWindowOnceMore(RunMojo first, @InjectMojo(goal = "run") RunMojo again) throws Exception {
        asOf("2026-01-10T02:00:00Z", first).execute();
        String before = read(".aqua/127.0.0.1/crm/nightly/window.json");
        set(again, "windowFrom", "2024-01-01T00:00:00Z");
        set(again, "windowTo", "2025-01-01T00:00:00Z");
        asOf(null, again).execute();

        assertThat(read(".aqua/127.0.0.1/crm/nightly/window.json")).isEqualTo(before);
        assertThat(log.text()).contains("from aqua.window.from: what was published last stays");
        assertThat(names(module.resolve("target/aqua/crm/nightly")))
                .containsExactly("20250101T000000Z", "20260110T000000Z");
    }

    @Test
    @InjectMojo(goal = "run")
    void saysHowTheOlderRecordsOfAQueryAreExtracted_withWhatThisBuildWasGiven(
            RunMojo first, @InjectMojo(goal = "run") RunMojo second) throws Exception {
        write(
                "specs/crm/nightly.yaml",
                "params: {currency: {type: text, default: EUR}, name: {type: text, default: x},"
                        + " token: {type: text}, left: {type: text, default: b}}\n"
                        + WINDOWED.replace(
                                "where ",
                                "where Currency = ${param.currency} and Name != ${param.name} and Name !="
                                        + " ${param.token} and Name != ${param.left} and "));
        Properties given = request().getUserProperties();
        given.setProperty("aqua.param.token", "c4nary");
        asOf("2026-01-10T02:00:00Z", first).execute();
        given.setProperty("aqua.param.currency", "USD");
        given.setProperty("aqua.param.name", "it's");
        asOf("2026-02-10T02:00:00Z", second).execute();

        assertThat(log.at("WARNING"))
                .anyMatch(line -> line.contains("AQ817")
                        && line.contains("-Daqua.select=crm/nightly -Daqua.window.from=2020-01-01T00:00:00Z"
                                + " -Daqua.window.to=2026-01-10T00:00:00Z -Daqua.outputDirectory=target/aqua-again"
                                + " -Daqua.param.currency=USD -Daqua.param.name='it'\\''s' -Daqua.param.token=…"));
        assertThat(log.text()).doesNotContain("c4nary", "aqua.param.left");
    }

    @Test
    @InjectMojo(goal = "run")
    void fails_whenTheStateIsDamaged_asThatOfOneManifest(RunMojo run) throws Exception {
        write(".aqua/127.0.0.1/crm/nightly/window.json", "<<<<<<< HEAD\n{}");
        write("specs/accounts.yaml", ACCOUNT);

        assertThatThrownBy(asOf("2026-01-10T02:00:00Z", run)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ810]");
        assertThat(module.resolve("target/aqua/accounts/SHA256SUMS")).exists();
        assertThat(receipt().at("/status").asText()).isEqualTo("failed");
    }

    @Test
    @InjectMojo(goal = "run")
    void remembersOfTheEmulator_whereItsDataAre(RunMojo run) throws Exception {
        set(run, "environment", "emulator");

        inThisBuild(run).execute();

        assertThat(module.resolve("target/aqua-emulator/emulator/crm/nightly/window.json"))
                .exists();
        assertThat(module.resolve(".aqua")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "run")
    void remembersWhereItIsTold(RunMojo run) throws Exception {
        set(run, "stateDirectory", module.resolve("kept").toFile());

        asOf("2026-01-10T02:00:00Z", run).execute();

        assertThat(module.resolve("kept/127.0.0.1/crm/nightly/window.json")).exists();
        assertThat(module.resolve(".aqua")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "asOf", value = "yesterday")
    void fails_whenTheInstantIsNone(RunMojo run) {
        assertRefused(run, "aqua.asOf is \"yesterday\"", "2026-01-31T00:00:00Z");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "windowFrom", value = "2026-01-31T00:00:00Z")
    void fails_whenOnlyOneEndIsGiven(RunMojo run) {
        assertRefused(run, "only one of aqua.window.from and aqua.window.to is set", "set both");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "windowFrom", value = "2026-01-31T00:00:00Z")
    @MojoParameter(name = "windowTo", value = "2026-01-31T00:00:00Z")
    void fails_whenTheWindowIsEmpty(RunMojo run) {
        assertRefused(run, "are no window", "behind aqua.window.from");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "windowFrom", value = "2026-01-30T00:00:00Z")
    @MojoParameter(name = "windowTo", value = "2026-01-31T00:00:00Z")
    @MojoParameter(name = "asOf", value = "2026-01-31T00:00:00Z")
    void fails_whenAWindowAndAnInstantAreGiven(RunMojo run) {
        assertRefused(run, "aqua.asOf is set, and so is a window", "leave aqua.asOf out");
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "environment", value = "emulator")
    @MojoParameter(name = "windowFrom", value = "2026-01-30T00:00:00Z")
    @MojoParameter(name = "windowTo", value = "2026-01-31T00:00:00Z")
    void fails_whenAWindowIsGiven_andNoManifestHasOne(RunMojo run) throws Exception {
        Files.delete(module.resolve("specs/crm/nightly.yaml"));
        write("specs/accounts.yaml", ACCOUNT);

        assertRefused(run, "no selected manifest has a `window`", "aqua.select");
    }

    private void assertRefused(RunMojo run, String... parts) {
        assertThatThrownBy(inThisBuild(run)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ510]");
        assertThat(log.text()).contains(parts);
        assertThat(module.resolve("target/aqua")).doesNotExist();
    }

    private JsonNode receipt() throws IOException {
        return new ObjectMapper().readTree(read("target/aqua-reports/crm/nightly/run.json"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> here = Files.list(folder)) {
            return here.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
