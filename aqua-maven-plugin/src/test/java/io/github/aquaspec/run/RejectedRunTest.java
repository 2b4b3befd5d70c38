package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.http.Credential;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that AQuA does not take: nothing is published, and the finding points at the line that is about. */
class RejectedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config.withPartners("registered"));

    private static final VirtualTime time = TENANT.time();
    private final AquaEmulator emulator = TENANT.emulator();

    @TempDir
    private Path output;

    private Rig rig;

    @BeforeEach
    void publishOne() throws Exception {
        new Rig(emulator, time, output).manifest("a", Rig.ACCOUNTS).published();
        rig = new Rig(emulator, time, output);
    }

    @Test
    void pointsAtTheField_thatZuoraDoesNotKnow() throws Exception {
        JobOutcome.Failed failed = rig.manifest("a", """
                version: "1.0"
                queries:
                  - name: Contact
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: select Id from Contact
                  - name: Account
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: |
                      select Id, Nmae
                      from Account
                      where Status = 'Nmae'
                """).failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ601]: Zuora does not take the job (90005)
                  --> specs/a.yaml:11:18
                   |
                11 |       select Id, Nmae
                   |                  ^^^^ here
                   |
                   = why: Zuora says: There is a syntax error in one of the queries in the AQuA input (There is no field named Nmae)
                   = fix: correct the name, put it in quotes where it is text, or take it out: the tenant or the API version does not have it
                """);
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
        assertThat(failed.jobId()).isEmpty();
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
    }

    @Test
    void pointsAtTheField_inTheJsonOfADocumentedBody() throws Exception {
        JobOutcome.Failed failed = rig.manifest(
                        "a",
                        "{\"version\": \"1.0\", \"queries\": [{\"name\": \"A\", \"type\": \"zoqlexport\",\n"
                                + "  \"query\": \"select Id,\\n\\t\\u004enmae from Account\"}]}")
                .failed();

        assertThat(failed.diagnostics().get(0).where().orElseThrow().span()).hasToString("specs/a.json:2:27");
    }

    @Test
    void pointsAtTheObject_thatZuoraDoesNotKnow() throws Exception {
        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS.replace("from Account", "from Acount"))
                .failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ601]: Zuora does not take the job (90005)
                 --> specs/a.yaml:7:33
                  |
                7 |     query: select Id, Name from Acount
                  |                                 ^^^^^^ here
                  |
                  = why: Zuora says: There is a syntax error in one of the queries in the AQuA input (The requested data source could not be found)
                  = fix: correct the name, put it in quotes where it is text, or take it out: the tenant or the API version does not have it
                """);
    }

    @Test
    void pointsAtTheSecondAlias_whenTwoColumnsHaveOneName() throws Exception {
        JobOutcome.Failed failed = rig.manifest(
                        "a", Rig.ACCOUNTS.replace("select Id, Name", "select Id as \"X\", Name as \"x\""))
                .failed();

        assertThat(failed.diagnostics().get(0).where().orElseThrow().span()).hasToString("specs/a.yaml:7:38");
    }

    @Test
    void pointsAtThePartner_thatIsNotRegistered() throws Exception {
        JobOutcome.Failed failed = rig.manifest(
                        "a", Rig.ACCOUNTS.replace("version: \"1.0\"", "version: \"1.1\"\npartner: nobody\nproject: q"))
                .failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ601]: Zuora does not take the job (90019)
                 --> specs/a.yaml:2:1
                  |
                2 | partner: nobody
                  | ^^^^^^^
                  |
                  = why: Zuora says: Partner ID is not recognized
                  = fix: ask Zuora Global Support for a partner id; to run without state, leave out partner and project
                """);
    }

    @Test
    void pointsAtDeleted_ofTheQueryThatHasIt() throws Exception {
        emulator.misbehave(
                rejected("90012", "Stateless AQuA does not support deleted columns."), Occasion.SUBMISSIONS.next(1));

        JobOutcome.Failed failed = rig.manifest(
                        "a", Rig.ACCOUNTS + "    deleted: {column: D, format: Numeric, forceExport: true}\n")
                .failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ601]: Zuora does not take the job (90012)
                 --> specs/a.yaml:8:5
                  |
                8 |     deleted: {column: D, format: Numeric, forceExport: true}
                  |     ^^^^^^^
                  |
                  = why: Zuora says: Stateless AQuA does not support deleted columns.
                  = fix: add `forceExport: true` to `deleted`, or make the job stateful with version 1.1, partner and project
                """);
    }

    @Test
    void tellsLater_whenTooManyJobsAreUnderWay() throws Exception {
        emulator.misbehave(rejected("90028", "The total number of concurrent jobs …"), Occasion.SUBMISSIONS);

        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(failed.retry()).isEqualTo(Retry.LATER);
        assertThat(Outcomes.codes(failed)).containsExactly("AQ601");
    }

    @Test
    void tells_aRequestThatAquaCannotRead() throws Exception {
        emulator.misbehave(
                new Scenario.Respond(
                        200, "{\"success\":false,\"code\":50000090,\"message\":\"Oops, request is malformed.\"}"),
                Occasion.SUBMISSIONS.next(1));

        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ602]: could not submit the job: Zuora cannot read the request (HTTP 200)
                 = why: AQuA could not read the request; nothing runs. The answer was: Oops, request is malformed. [50000090]; request id <request>
                 = fix: compare it with mvn aqua:plan; report it with the request id where it looks right
                """);
    }

    @Test
    void tells_theReasons_ofAnotherRefusal() throws Exception {
        emulator.misbehave(
                new Scenario.Respond(
                        200,
                        "{\"success\":false,\"processId\":\"CB\",\"reasons\":[{\"code\":50000030,\"message\":\"Not this"
                                + " tenant\"}]}"),
                Occasion.SUBMISSIONS.next(1));

        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ603]: could not submit the job: the server says no (HTTP 200)
                 = why: The server said no. The answer was: Not this tenant [50000030]; request id <request>
                 = fix: act on what it says; where it says nothing, give Zuora Support the request id
                """);
    }

    @Test
    void asksAgainUnderTheSameKey_whenTheAnswerIsLost() throws Exception {
        emulator.misbehave(new Scenario.HangUp(true), Occasion.SUBMISSIONS.next(2));

        rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(rig.requests("POST /v1/batch-query")).hasSize(3);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void says_thatTheNextRunFindsTheJob_whenNoAnswerComesAtAll() throws Exception {
        emulator.misbehave(new Scenario.HangUp(true), Occasion.SUBMISSIONS);

        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(keys()).hasSize(1);
        assertThat(Outcomes.codes(failed)).containsExactly("AQ617");
        assertThat(failed.retry()).isEqualTo(Retry.LATER);
        assertThat(failed.diagnostics().get(0).message()).isEqualTo("could not submit the job: no answer came");
    }

    /** The keys that submissions went out under. */
    private Set<List<String>> keys() {
        return rig.recorded().stream()
                .filter(request -> request.path().equals("/v1/batch-query/"))
                .map(request -> request.headers().get("Idempotency-Key"))
                .collect(Collectors.toSet());
    }

    @Test
    void tells_aLoginPage_inPlaceOfAJob() throws Exception {
        emulator.misbehave(Scenario.Respond.loginPage(), Occasion.SUBMISSIONS);

        assertThat(Outcomes.codes(rig.manifest("a", Rig.ACCOUNTS).failed())).containsExactly("AQ612");
    }

    @Test
    void hides_aCredential_thatAServerEchoes() throws Exception {
        emulator.misbehave(
                new Scenario.Respond(
                        403,
                        Map.of("Content-Type", "text/html"),
                        "<html>" + "x".repeat(580) + " you sent " + Rig.SECRET + "</html>",
                        false),
                Occasion.SUBMISSIONS.next(1));

        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ604");
        assertThat(failed.diagnostics().get(0).why()).contains("••••").doesNotContain(Rig.SECRET.substring(0, 4));
    }

    @Test
    void tells_credentialsThatAreNotAccepted() throws Exception {
        try (AquaEmulator closed = AquaEmulator.start(
                EmulatorConfig.defaults().withClock(time).withCredentials(new Credential("canary", "another")))) {
            JobOutcome.Failed failed =
                    new Rig(closed, time, output).manifest("a", Rig.ACCOUNTS).failed();

            assertThat(Outcomes.codes(failed)).containsExactly("AQ506");
            assertThat(failed.retry()).isEqualTo(Retry.NEVER);
        }
    }

    @Test
    void tells_thatAHostIsNotReached_afterSomeTries() throws Exception {
        URI closed;
        try (AquaEmulator once = AquaEmulator.start()) {
            closed = once.url();
        }

        JobOutcome outcome = rig.manifest("a", Rig.ACCOUNTS).run(closed).get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(Outcomes.codes(outcome)).containsExactly("AQ507");
        assertThat(((JobOutcome.Failed) outcome).retry()).isEqualTo(Retry.LATER);
    }

    private static Scenario rejected(String code, String message) {
        return new Scenario.Respond(
                200,
                Map.of("Content-Type", "application/json"),
                "{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\",\"status\":\"error\",\"batches\":[]}",
                false);
    }
}
