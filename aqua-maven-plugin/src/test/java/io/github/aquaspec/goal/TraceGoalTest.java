package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.Canary;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.http.Credential;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.failure.LocalCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code trace.log}: every request and every change of state, as it happens. */
class TraceGoalTest extends GoalFixture {

    private static final String SECRET = Canary.secret();
    private static final Pattern LINE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (-|accounts) .+");

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
    void tells_eachRequest_andEachChange_andOfNoOtherTry(RunMojo run) throws Exception {
        List<String> trace = ran(run);

        assertThat(trace).allMatch(line -> LINE.matcher(line).matches(), "a line of a trace");
        assertThat(trace.get(0))
                .contains(" - aqua:run of aqua-maven-plugin/", " (Maven ", "; Java ", emulator.url() + " (");
        assertThat(words(trace))
                .startsWith("begins", "sent POST /oauth/token")
                .containsSubsequence(
                        "sent POST /v1/batch-query/",
                        "answered POST /v1/batch-query/: 200",
                        "sent GET /v1/batch-query/jobs/<job>",
                        "answered GET /v1/batch-query/jobs/<job>: 200",
                        "fetches \"account\"",
                        "verified \"Account\": 240 records");
        assertThat(words(trace)).anyMatch(line -> line.startsWith("run key "));
        assertThat(words(trace)).anyMatch(line -> line.startsWith("ended: published in "));
        assertThat(trace.get(trace.size() - 1)).endsWith(" - Published 1 of 1 manifest.");
        assertThat(trace).noneMatch(line -> line.contains(" again ") || line.contains(" failed "));
        long sent = trace.stream().filter(line -> line.contains(" sent ")).count();
        assertThat(trace.stream().filter(line -> line.contains(" answered "))).hasSize((int) sent);
    }

    @Test
    @InjectMojo(goal = "run")
    void tells_triesAndWaits_ofTroubleThatPasses(RunMojo run) throws Exception {
        emulator.misbehave(Scenario.Respond.unavailable(7), Occasion.SUBMISSIONS.next(1));
        emulator.misbehave(new Scenario.Respond(429, "slow down"), Occasion.POLLS.next(2));
        emulator.misbehave(new Scenario.TruncateFile(100, false), Occasion.DOWNLOADS.next(1));

        List<String> trace = ran(run);

        assertThat(words(trace))
                .containsSubsequence(
                        "answered POST /v1/batch-query/: 503",
                        "again POST /v1/batch-query/, try 2 in <n> ms, for AQ614: could not submit the job: the server is in"
                                + " trouble (HTTP 503)",
                        "answered POST /v1/batch-query/: 200",
                        "answered GET /v1/batch-query/jobs/<job>: 429",
                        "again GET /v1/batch-query/jobs/<job>, try 2 in <n> ms, for AQ613: could not ask for job <job>: too"
                                + " many requests (HTTP 429)",
                        "sent GET /v1/batch-query/jobs/<job>, try 2",
                        "answered GET /v1/batch-query/jobs/<job>, try 2: 429",
                        "answered GET /v1/batch-query/jobs/<job>, try 3: 200",
                        "fetches \"account\" again in <n> ms, for AQ701: could not download file <job>: the transfer broke"
                                + " off",
                        "verified \"Account\": 240 records");
        assertThat(trace)
                .anyMatch(line -> line.matches(".* failed GET /v1/files/\\w+: \\d+ ms, 100 bytes, the transfer.*"));
        assertThat(trace).anyMatch(line -> line.matches(".* again POST .* in 7\\d{3} ms.*"));
        assertThat(trace).allMatch(line -> LINE.matcher(line).matches(), "a line of a trace");
    }

    @Test
    @InjectMojo(goal = "run")
    void tells_ofATokenThatHasExpired(RunMojo run) throws Exception {
        emulator.misbehave(new Scenario.Respond(401, "expired"), Occasion.POLLS.next(1));

        assertThat(words(ran(run)))
                .containsSubsequence(
                        "sent POST /oauth/token",
                        "answered GET /v1/batch-query/jobs/<job>: 401",
                        "again GET /v1/batch-query/jobs/<job>, try 2 in <n> ms, for AQ506: could not ask for job <job>: the"
                                + " credentials are not accepted (HTTP 401)",
                        "sent POST /oauth/token",
                        "sent GET /v1/batch-query/jobs/<job>, try 2");
    }

    @Test
    @InjectMojo(goal = "run")
    void keepsALineOneLine_whateverAServerSays(RunMojo run) throws Exception {
        Map<String, String> hostile = Map.of("Zuora-Request-Id", "id\u00852026-11-23T00:00:00.000Z - ended");
        emulator.misbehave(
                new Scenario.Respond(
                        500, hostile, "{\"code\":\"a\\nb\",\"message\":\"" + "\\u001b[2J\\r\\n- ended ##[x]\"}", false),
                Occasion.POLLS.next(1));

        List<String> trace = ran(run);

        assertThat(trace).allMatch(line -> LINE.matcher(line).matches(), "a line of a trace");
        assertThat(ConsoleRules.broken("[INFO] " + String.join("\n[INFO] ", trace)))
                .isEmpty();
        assertThat(words(trace)).contains("answered GET /v1/batch-query/jobs/<job>: 500");
    }

    @Test
    @InjectMojo(goal = "run")
    void isWrittenAsItHappens(RunMojo run) throws Exception {
        List<String> meanwhile = new ArrayList<>();
        log.onSay("accounts: job ", () -> meanwhile.addAll(lines()));

        ran(run);

        assertThat(words(meanwhile)).contains("answered POST /v1/batch-query/: 200");
        assertThat(meanwhile).noneMatch(line -> line.contains("ended: "));
    }

    @Test
    @InjectMojo(goal = "run")
    void goesOn_inTheSameBuild_andBeginsAnew_inAnother(
            RunMojo first, @InjectMojo(goal = "run") RunMojo second, @InjectMojo(goal = "run") RunMojo third)
            throws Exception {
        int alone = ran(first).size();
        List<String> both = ran(second);
        set(third, "endpoint", emulator.url().toString());
        third.waitWith(duration -> {});
        inAnotherBuild(third).execute();

        assertThat(both).hasSizeGreaterThan(alone + 5);
        assertThat(lines()).hasSizeLessThan(both.size() - 5);
        assertThat(lines().get(0)).contains(" - aqua:run of ");
    }

    @Test
    @InjectMojo(goal = "run")
    void followsNoLink(RunMojo run) throws Exception {
        Path victim = write("elsewhere/precious.txt", "precious");
        Files.createDirectories(module.resolve("target/aqua-reports"));
        Files.createSymbolicLink(module.resolve("target/aqua-reports/trace.log"), victim);

        assertThat(ran(run)).isNotEmpty();
        assertThat(victim).hasContent("precious");
    }

    @Test
    @InjectMojo(goal = "run")
    void warnsOnce_andRunsOn_whereItCannotBeWritten(RunMojo run) throws Exception {
        Files.createDirectories(module.resolve("target/aqua-reports/trace.log/full"));
        set(run, "failOnWarning", true);

        execute(run);

        assertThat(log.at("WARNING")).singleElement().asString().contains(LocalCode.NO_TRACE.id(), "trace.log");
        assertThat(module.resolve("target/aqua/accounts/SHA256SUMS")).exists();
    }

    @Test
    @InjectMojo(goal = "run")
    void beginsAnew_whereTheOneOfThisBuildIsGone(RunMojo run, @InjectMojo(goal = "run") RunMojo again)
            throws Exception {
        execute(run);
        Files.delete(module.resolve("target/aqua-reports/trace.log"));

        execute(again);

        assertThat(log.at("WARNING")).isEmpty();
        assertThat(lines().get(0)).contains(" - aqua:run of ");
    }

    private List<String> ran(RunMojo run) throws Exception {
        execute(run);
        return lines();
    }

    private void execute(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        if (request().getServers().isEmpty()) {
            server("zuora", "client", SECRET);
        }
        set(run, "endpoint", emulator.url().toString());
        run.waitWith(duration -> {});
        inThisBuild(run).execute();
    }

    private List<String> lines() {
        try {
            return read("target/aqua-reports/trace.log").lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of the manifest, without what is another each time. */
    private static List<String> words(List<String> trace) {
        return trace.stream()
                .filter(line -> line.contains("Z accounts "))
                .map(line -> line.substring(line.indexOf("Z accounts ") + 11)
                        .replaceAll("[0-9a-f]{32}", "<job>")
                        .replaceAll("\\d+ ms, for", "<n> ms, for")
                        .replaceAll(", \\d+ (ms|bytes).*", ""))
                .toList();
    }
}
