package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.States;
import io.github.aquaspec.run.state.TargetIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The goals about jobs that exist already. */
class JobGoalsTest extends ServedGoalFixture {

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
}
