package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.Canary;
import io.github.aquaspec.client.ScriptedServer;
import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.States;
import io.github.aquaspec.run.state.TargetIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goals about jobs that exist already, against answers that are written down. */
class JobGoalsTest extends GoalFixture {

    private static final String JOB = "0000000000000000000000000000000a";
    private static final String OTHER = "0000000000000000000000000000000b";
    private static final String SECRET = Canary.secret();

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        server("zuora", "client", SECRET);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    String goal() {
        return "status";
    }

    @Test
    @InjectMojo(goal = "status")
    void shows_theJobThatIsNamed(StatusMojo status) throws Exception {
        server.then(Answer.json(
                200,
                "{\"id\":\"" + JOB + "\",\"status\":\"executing\",\"batches\":[{\"name\":\"Account\","
                        + "\"status\":\"completed\",\"recordCount\":240}]}"));

        atServer(status, JOB).execute();

        assertThat(log.text())
                .contains("job " + JOB + "  executing", "  Account  completed  240 records")
                .doesNotContain(SECRET);
        assertThat(asked()).containsExactly("GET /v1/batch-query/jobs/" + JOB);
    }

    @Test
    @InjectMojo(goal = "status")
    void shows_theJobsOfTheManifests_thatThisMachineSubmitted(StatusMojo status) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        write("specs/b.yaml", ACCOUNT);
        submitted("a", JOB);
        server.then(Answer.json(200, job("completed")));

        atServer(status, null).execute();

        assertThat(log.text()).contains("a  job " + JOB + "  completed").doesNotContain("b  job");
    }

    @Test
    @InjectMojo(goal = "status")
    void says_thatNoJobIsKnown_andAsksNobody(StatusMojo status) throws Exception {
        write("specs/a.yaml", ACCOUNT);

        atServer(status, null).execute();

        assertThat(log.text()).contains("Nothing to do: no job is known").contains("-Daqua.jobId=…");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "status")
    void fails_whenTheNamedJobIsNotKnown(StatusMojo status) throws Exception {
        server.then(Answer.json(200, "{\"errorCode\":\"90002\",\"message\":\"Invalid Job Id.\"}"));
        StatusMojo ready = atServer(status, JOB);

        assertThatThrownBy(ready::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ615]");
        assertThat(log.text()).contains("job " + JOB + "  not known");
    }

    @Test
    @InjectMojo(goal = "status")
    void asksForAnyId_thatARunMayHavePrinted(StatusMojo status) throws Exception {
        server.then(Answer.json(200, job("executing").replace(JOB, "job_2026-11")));

        atServer(status, "job_2026-11").execute();

        assertThat(log.text()).contains("job job_2026-11  executing");
    }

    @Test
    @InjectMojo(goal = "status")
    void fails_beforeAnythingIsAsked_whenTheIdCannotBeOne(StatusMojo status) throws Exception {
        StatusMojo ready = atServer(status, "../jobs");

        assertThatThrownBy(ready::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ510]");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "cancel")
    void cancels_theJobsOfTheManifests(CancelMojo cancel) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        submitted("a", JOB);
        server.then(Answer.json(200, job("executing"))).then(Answer.json(200, job("cancelled")));

        atServer(cancel, null).execute();

        assertThat(log.text()).contains("a  job " + JOB + "  cancelled (cancelled now)");
        assertThat(asked()).containsExactly("GET /v1/batch-query/jobs/" + JOB, "DELETE /v1/batch-query/jobs/" + JOB);
    }

    @Test
    @InjectMojo(goal = "cancel")
    void cancels_alsoWhereAParameterOfTheCommandLineIsNotRead(CancelMojo cancel) throws Exception {
        unreadParameter();
        server.then(Answer.json(200, job("executing"))).then(Answer.json(200, job("cancelled")));

        atServer(cancel, null).execute();

        assertThat(log.text()).contains("cancelled (cancelled now)");
        assertThat(log.at("WARNING")).singleElement().asString().contains("AQ510");
        assertThat(asked()).contains("DELETE /v1/batch-query/jobs/" + JOB);
    }

    @Test
    @InjectMojo(goal = "cancel")
    void cancelsNothing_andFails_whereThatParameterStopsTheBuild(CancelMojo cancel) throws Exception {
        unreadParameter();
        set(cancel, "failOnWarning", true);
        CancelMojo ready = atServer(cancel, null);

        assertThatThrownBy(ready::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ510]");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "status")
    void warns_ofAParameterThatIsNotRead_whereNoJobIsKnown(StatusMojo status) throws Exception {
        unreadParameter();
        set(status, "stateDirectory", module.resolve("elsewhere").toFile());

        atServer(status, null).execute();

        assertThat(log.text()).contains("Nothing to do: no job is known");
        assertThat(log.at("WARNING")).singleElement().asString().contains("AQ510");
    }

    @Test
    @InjectMojo(goal = "cancel")
    void says_thatAJobOfAManifestHadEnded_andFails_whenItIsNamed(
            CancelMojo ours, @InjectMojo(goal = "cancel") CancelMojo named) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        submitted("a", JOB);
        server.then(Answer.json(200, job("completed"))).then(Answer.json(200, job("completed")));

        atServer(ours, null).execute();
        assertThat(log.text()).contains("completed (had ended already)");

        CancelMojo ready = atServer(named, JOB);
        assertThatThrownBy(ready::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ619]");
    }

    @Test
    @InjectMojo(goal = "fetch")
    void collects_aJob_intoTheSelectedManifest(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT);
        write("specs/b.yaml", ACCOUNT);
        set(fetch, "select", "a");
        server.then(Answer.json(200, completed())).then(csv());

        atServer(fetch, JOB).execute();

        assertThat(read("target/aqua/a/account.csv")).isEqualTo("Account.Id,Account.Name\n1,2\n");
        assertThat(read("target/aqua-reports/a/run.json")).contains("\"succeeded\"", JOB);
        assertThat(log.text()).contains("a: published in target/aqua/a (job " + JOB + ")");
        assertThat(Files.exists(module.resolve("target/aqua/b"))).isFalse();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void collects_aJob_intoAPlaceOfItsOwn_whenNoManifestIsSelected(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        server.then(Answer.json(200, completed()))
                .then(Answer.json(200, completed()))
                .then(csv());

        atServer(fetch, JOB).execute();

        assertThat(read("target/aqua/jobs/" + JOB + "/Account.csv")).startsWith("Account.Id");
        assertThat(read("target/aqua/jobs/" + JOB + "/SHA256SUMS")).contains("Account.csv", "datapackage.json");
        assertThat(Files.exists(module.resolve("target/aqua/a"))).isFalse();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void asksNobody_whenSeveralManifestsAreSelected_orNoJobIsNamed(
            FetchMojo several, @InjectMojo(goal = "fetch") FetchMojo none) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        write("specs/b.yaml", ACCOUNT);
        set(several, "select", "*");
        FetchMojo first = atServer(several, JOB);
        FetchMojo second = atServer(none, null);

        assertThatThrownBy(first::execute)
                .hasMessageContaining("2 are selected")
                .hasMessageContaining("[AQ510]");
        assertThatThrownBy(second::execute).hasMessageContaining("does not say which job");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void fails_andKeepsWhatWasThere_whenTheJobIsAnother(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", ACCOUNT.replace("from Account", "from Contact").replace("name: Account", "name: Other"));
        write("target/aqua/a/kept.txt", "kept");
        set(fetch, "select", "a");
        server.then(Answer.json(200, completed()));
        FetchMojo ready = atServer(fetch, JOB);

        assertThatThrownBy(ready::execute).isInstanceOf(MojoFailureException.class);
        assertThat(read("target/aqua/a/kept.txt")).isEqualTo("kept");
        assertThat(read("target/aqua-reports/a/run.json")).contains("\"failed\"");
    }

    @Test
    @InjectMojo(goal = "fetch")
    void fetch_failsWithoutCredentials_alsoWhereTheManifestHasAWarning(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT.replace("from Account", "from Account;"));
        set(fetch, "select", "a");
        set(fetch, "serverId", "nobody-has-this-server");
        FetchMojo ready = atServer(fetch, JOB);

        assertThatThrownBy(ready::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ504]");
        assertThat(log.at("WARNING")).isNotEmpty();
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void fetch_leavesAReceipt_whenItIsRefused(
            FetchMojo into, @InjectMojo(goal = "fetch") FetchMojo alone, @InjectMojo(goal = "fetch") FetchMojo several)
            throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT.replace("from Account", "from Account;"));
        write("specs/b.yaml", ACCOUNT);
        for (String place : List.of("", "/a", "/b", "/jobs/" + JOB)) {
            write("target/aqua-reports" + place + "/run.json", "{\"status\": \"succeeded\"}");
        }
        set(into, "select", "a");
        set(several, "select", "*");
        for (FetchMojo goal : List.of(into, alone, several)) {
            set(goal, "serverId", "nobody-has-this-server");
        }

        assertThatThrownBy(atServer(into, JOB)::execute).hasMessageContaining("[AQ504]");
        assertThat(receipt("/a").at("/status").asText()).isEqualTo("failed");
        assertThat(receipt("/a").at("/outcome/summary").asText()).startsWith("there are no credentials");
        assertThat(receipt("").at("/status").asText()).isEqualTo("failed");
        assertThat(receipt("").at("/manifests/0/id").asText()).isEqualTo("a");

        assertThatThrownBy(atServer(alone, JOB)::execute).hasMessageContaining("[AQ504]");
        assertThat(receipt("/jobs/" + JOB).at("/status").asText()).isEqualTo("failed");

        assertThatThrownBy(atServer(several, JOB)::execute).hasMessageContaining("2 are selected");
        assertThat(receipt("").at("/status").asText()).isEqualTo("failed");
        assertThat(receipt("").at("/diagnostics").findValuesAsText("code")).contains("AQ510");
        assertThat(receipt("/b").at("/status").asText()).isEqualTo("succeeded");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void fetch_saysThatItIsRunning_whileItWaits(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT);
        set(fetch, "select", "a");
        List<String> meanwhile = new ArrayList<>();
        fetch.waitWith(time -> {
            meanwhile.add(status("/a"));
            meanwhile.add(status(""));
        });
        server.then(Answer.json(200, completed().replace("completed", "executing")))
                .then(Answer.json(200, completed()))
                .then(csv());

        atServer(fetch, JOB).execute();

        assertThat(meanwhile).isNotEmpty().containsOnly("running");
        assertThat(status("")).isEqualTo("succeeded");
    }

    @Test
    @InjectMojo(goal = "fetch")
    void fetch_takesTheCredentialsOfTheEnvironment_alsoWhereTheManifestHasAWarning(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT.replace("from Account", "from Account;"));
        set(fetch, "select", "a");
        set(fetch, "serverId", "nobody-has-this-server");
        fetch.readVariablesFrom(Map.of("ZUORA_USERNAME", "me", "ZUORA_PASSWORD", SECRET)::get);
        server.then(Answer.json(200, completed())).then(csv());

        atServer(fetch, JOB).execute();

        assertThat(read("target/aqua/a/account.csv")).isEqualTo("Account.Id,Account.Name\n1,2\n");
        assertThat(log.at("WARNING")).isNotEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void fetch_needsNoKey_whereTheVariableIsEmpty(FetchMojo fetch, @InjectMojo(goal = "fetch") FetchMojo named)
            throws Exception {
        fetch.readVariablesFrom(Map.of("ZUORA_PGP_KEY_FILE", " ")::get);
        server.then(Answer.json(200, completed()))
                .then(Answer.json(200, completed()))
                .then(csv());

        atServer(fetch, JOB).execute();
        assertThat(read("target/aqua/jobs/" + JOB + "/Account.csv")).startsWith("Account.Id");

        named.readVariablesFrom(Map.of("ZUORA_PGP_KEY_FILE", "absent.asc")::get);
        FetchMojo ready = atServer(named, JOB);
        assertThatThrownBy(ready::execute).hasMessageContaining("[AQ522]");
    }

    @Test
    @InjectMojo(goal = "run")
    void heals_aSession_onlyWhenItIsAsked(RunMojo ordinary, @InjectMojo(goal = "run") RunMojo healing)
            throws Exception {
        write(
                "specs/a.yaml",
                "partner: p\nproject: q\nformat: csv\n" + ACCOUNT.replace("version: \"1.0\"", "version: \"1.1\""));
        write(".aqua/127.0.0.1/a/window.json", """
                {"format": 1, "target": {"name": "127.0.0.1", "host": "127.0.0.1"}, "jobId": "%s",
                 "session": {"partner": "p", "project": "q", "watermark": "2026-11-21T02:00:00Z", "queries": [
                  {"name": "Account", "query": "select Id, Name from Account", "type": "zoqlexport"}]}}
                """.formatted(JOB));
        set(ordinary, "zone", "UTC");
        set(healing, "zone", "UTC");
        set(healing, "heal", true);
        server.then(Answer.json(200, job("completed").replace(JOB, OTHER)));

        RunMojo refused = run(ordinary);
        assertThatThrownBy(refused::execute).hasMessageContaining("[AQ621]");
        assertThat(asked()).containsExactly("GET /v1/batch-query/jobs/partner/p/project/q");

        server.then(Answer.json(200, job("completed").replace(JOB, OTHER)))
                .then(Answer.json(
                        200,
                        completed()
                                .replace(JOB, "0000000000000000000000000000000c")
                                .replace(
                                        "\"format\"",
                                        "\"incrementalTime\":1795226400000,"
                                                + "\"startTime\":\"2026-11-22T02:00:03+0000\",\"format\"")))
                .then(csv());
        run(healing).execute();

        assertThat(asked().subList(1, 4))
                .containsExactly(
                        "GET /v1/batch-query/jobs/partner/p/project/q", "POST /v1/batch-query/", "GET /v1/files/f");
        assertThat(server.asked().get(2).body()).contains("\"incrementalTime\": \"2026-11-21 02:00:00\"");
        assertThat(read("target/aqua-reports/a/run.json")).contains("\"incrementalTime\": \"2026-11-21 02:00:00\"");
        assertThat(read(".aqua/127.0.0.1/a/window.json"))
                .contains("0000000000000000000000000000000c", "2026-11-22T02:00:03Z");
    }

    private RunMojo run(RunMojo goal) throws IllegalAccessException {
        set(goal, "endpoint", server.url().toString());
        set(goal, "authentication", "basic");
        return inThisBuild(goal);
    }

    @Test
    void skips_eachGoal_byItsOwnProperty(
            @InjectMojo(goal = "status") StatusMojo status,
            @InjectMojo(goal = "cancel") CancelMojo cancel,
            @InjectMojo(goal = "fetch") FetchMojo fetch)
            throws Exception {
        set(status, "skipStatus", true);
        set(cancel, "skipCancel", true);
        set(fetch, "skipFetch", true);

        for (AquaMojo goal : List.of(atServer(status, JOB), atServer(cancel, JOB), atServer(fetch, OTHER))) {
            goal.execute();
        }

        assertThat(asked()).isEmpty();
    }

    private <G extends AquaMojo> G atServer(G goal, String jobId) throws IllegalAccessException {
        set(goal, "endpoint", server.url().toString());
        set(goal, "authentication", "basic");
        set(goal, "jobId", jobId);
        return inThisBuild(goal);
    }

    /** A job of a manifest, and a parameter that this manifest does not declare. */
    private void unreadParameter() throws Exception {
        write("specs/a.yaml", ACCOUNT);
        submitted("a", JOB);
        request().getUserProperties().setProperty("aqua.param.x", "1");
    }

    private void submitted(String manifest, String job) throws StateException {
        TargetIdentity target = new TargetIdentity("127.0.0.1", "127.0.0.1", Optional.empty(), Optional.empty());
        States.submitted(
                StateDirectory.of(module.resolve(".aqua"), target, manifest),
                job,
                Instant.parse("2026-11-22T02:00:00Z"));
    }

    private String status(String place) {
        try {
            return receipt(place).at("/status").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode receipt(String place) throws IOException {
        return new ObjectMapper().readTree(read("target/aqua-reports" + place + "/run.json"));
    }

    private List<String> asked() {
        return server.asked().stream().map(a -> a.method() + " " + a.path()).toList();
    }

    private static String job(String status) {
        return "{\"id\":\"" + JOB + "\",\"status\":\"" + status + "\",\"batches\":[]}";
    }

    private static String completed() {
        return "{\"id\":\"" + JOB + "\",\"status\":\"completed\",\"version\":\"1.0\",\"format\":\"CSV\",\"batches\":[{"
                + "\"name\":\"Account\",\"query\":\"select Id, Name from Account\",\"status\":\"completed\","
                + "\"batchType\":\"zoqlexport\",\"apiVersion\":\"145.0\",\"recordCount\":1,\"full\":true,"
                + "\"fileId\":\"f\"}]}";
    }

    private static Answer csv() {
        return Answer.of(200, "text/csv;charset=UTF-8", "Account.Id,Account.Name\n1,2\n");
    }
}
