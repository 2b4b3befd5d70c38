package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Trouble on the way that clients of AQuA are known to stumble over, in whole runs. */
class TroubleAcceptanceTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private final AquaEmulator emulator = TENANT.emulator();
    private static final String SESSION = """
            version: "1.1"
            partner: gooddata
            project: %s
            useQueryLabels: true
            queries: [{name: Product, apiVersion: "145.0", query: "select Id, Name from Product"}]
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    /** Where a run asks Zuora for something. */
    private enum Step {
        TOKEN(Occasion.TOKENS),
        SUBMIT(Occasion.SUBMISSIONS),
        POLL(Occasion.POLLS),
        FILE(Occasion.DOWNLOADS);

        private final Occasion occasion;

        Step(Occasion occasion) {
            this.occasion = occasion;
        }
    }

    static Stream<Arguments> passing() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(
                                Scenario.Respond.unavailable(3),
                                new Scenario.Respond(503, Map.of("Content-Type", "text/html"), "<html>", false),
                                new Scenario.Respond(429, Map.of("Retry-After", "2"), "slow down", false),
                                new Scenario.Respond(502, "<html>bad gateway</html>"),
                                new Scenario.Respond(504, Map.of(), "too late", true),
                                new Scenario.HangUp(false),
                                new Scenario.HangUp(true))
                        .map(trouble -> Arguments.of(step, trouble)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void publishesOneJob_whereverTroubleComesTwiceAndPasses(Step step, Scenario trouble) throws Exception {
        emulator.misbehave(trouble, step.occasion.next(2));

        JobOutcome.Published published = rig(Rig.ACCOUNTS).published();

        assertThat(TENANT.jobs()).containsExactly(published.jobId());
        assertThat(published.results().get(0).records()).isEqualTo(240);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = "TOKEN", mode = EnumSource.Mode.EXCLUDE)
    void goesOnWithANewToken_whereverTheOldOneEnds(Step step) throws Exception {
        emulator.misbehave(
                new Scenario.Respond(401, "{\"success\":false,\"reasons\":[{\"code\":90000011,\"message\":\"no\"}]}"),
                step.occasion.next(1));
        Rig rig = rig(Rig.ACCOUNTS);

        JobOutcome.Published published = rig.published();

        assertThat(rig.requests("POST /oauth/token")).hasSize(2);
        assertThat(TENANT.jobs()).containsExactly(published.jobId());
    }

    @ParameterizedTest
    @CsvSource({"TOKEN, AQ612", "SUBMIT, AQ612", "POLL, AQ612", "FILE, AQ703"})
    void publishesNoLoginPage_asData(Step step, String code) throws Exception {
        rig(Rig.ACCOUNTS).published();
        emulator.misbehave(Scenario.Respond.loginPage(), step.occasion);

        assertThat(Outcomes.codes(rig(Rig.ACCOUNTS).failed())).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"FAILED_DOWNLOAD", "WRONG_COUNT", "CUT_FILE"})
    void fetchesTheSameJob_afterAFailedDownload_neverAnEmptyIncrement(Bad bad) throws Exception {
        String session = SESSION.formatted("outage-" + bad.name());
        rig(session).published();
        TENANT.countJobsFromHere();
        String changed = change("new");
        bad.happens();
        Rig broken = rig(session);

        JobOutcome.Failed failed = broken.failed();

        assertThat(Outcomes.codes(failed)).contains("AQ631");
        assertThat(broken.requests("POST /v1/batch-query")).hasSize(1);
        emulator.behave();

        Rig again = rig(session);
        JobOutcome.Published published = again.published();

        assertThat(again.requests("POST /v1/batch-query")).as("no second job").isEmpty();
        assertThat(published.jobId()).isEqualTo(failed.jobId().orElseThrow());
        assertThat(TENANT.jobs()).containsExactly(published.jobId());
        assertThat(Files.readAllLines(output.resolve("a/Product.csv")))
                .containsExactly("Product.Id,Product.Name", changed + ",new");
    }

    /** The twin: what a second job would have brought in its place. */
    @Test
    void aSecondJobOfTheSession_wouldHaveBeenEmpty() throws Exception {
        String session = SESSION.formatted("second");
        rig(session).published();
        change("new");
        rig(session).published();

        assertThat(rig(session).published().results().get(0).records()).isZero();
    }

    /** What goes wrong when the job is done. */
    private enum Bad {
        FAILED_DOWNLOAD(Scenario.Respond.unavailable(600), Occasion.DOWNLOADS),
        WRONG_COUNT(new Scenario.WrongRecordCount(1), Occasion.POLLS),
        CUT_FILE(new Scenario.TruncateFile(10, false), Occasion.DOWNLOADS);

        private final Scenario scenario;
        private final Occasion occasion;

        Bad(Scenario scenario, Occasion occasion) {
            this.scenario = scenario;
            this.occasion = occasion;
        }

        void happens() {
            TENANT.emulator().misbehave(scenario, occasion);
        }
    }

    @Test
    void submitsAQueryWithAMistake_once_andNamesTheField() throws Exception {
        Rig rig = rig(Rig.ACCOUNTS.replace("Name from", "DeletedLastWeek__c from"));

        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ601");
        assertThat(failed.diagnostics().get(0).message()
                        + failed.diagnostics().get(0).why())
                .contains("DeletedLastWeek__c");
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void saysWhatToDo_whenZuoraStopsAQueryAtItsThreeHours() throws Exception {
        emulator.misbehave(
                new Scenario.JobStatus("aborted", Optional.of("The query exceeded maximum processing time.")));

        JobOutcome.Failed failed = rig(Rig.ACCOUNTS).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ605");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("3 hours", "smaller");
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"aborted", "cancelled", "error", "failed", "somethingNew"})
    void endsInTime_whateverTheWordForTheEndOfAJob(String status) throws Exception {
        emulator.misbehave(new Scenario.JobStatus(status, Optional.empty()));
        var start = TENANT.time().instant();

        rig("timeout: PT5M\n" + Rig.ACCOUNTS).failed();

        assertThat(Duration.between(start, TENANT.time().instant())).isLessThanOrEqualTo(Duration.ofMinutes(6));
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, TENANT.time(), output).remembering(states).manifest("a", manifest);
    }

    private static String change(String name) {
        TENANT.pass(Duration.ofMinutes(10));
        String id = TENANT.emulator().records().insert("Product", Map.of("Name", name));
        TENANT.pass(Duration.ofMinutes(10));
        return id;
    }
}
