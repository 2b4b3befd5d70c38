package io.github.aquaspec.run.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.Plans;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchMatchTest {

    @Test
    void follows_theManifest_whateverTheOrderOfTheBatches() throws Exception {
        JobPlan plan = plan("{name: A, query: select Id from Account}", "{name: C, query: select Id from Contact}");

        assertThat(BatchMatch.of(plan, job(done("C", "select Id from Contact"), done("A", "select Id from Account"))))
                .extracting(b -> b.name().orElseThrow())
                .containsExactly("A", "C");
    }

    @Test
    void tells_queriesOfOneNameApart_byTheirTexts() throws Exception {
        JobPlan plan = plan("{name: A, query: select Id from Account}", "{name: A, query: select Name from Account}");

        assertThat(BatchMatch.of(plan, job(done("A", "select Name from Account"), done("A", "select Id from Account"))))
                .extracting(BatchReply::query)
                .containsExactly("select Id from Account", "select Name from Account");
    }

    @Test
    void takesEachBatchOnce_whenTwoQueriesAreTheSame() throws Exception {
        JobPlan plan = plan("{name: A, query: select Id from Account}", "{name: A, query: select Id from Account}");

        assertThat(codes(plan, job(done("A", "select Id from Account")))).containsExactly("AQ609");
        assertThat(BatchMatch.of(plan, job(done("A", "select Id from Account"), done("A", "select Id from Account"))))
                .hasSize(2);
    }

    @Test
    void ignores_howAnEchoBreaksLines() throws Exception {
        JobPlan plan = plan("{query: 'select Id,  Name from Account'}");

        assertThat(BatchMatch.of(plan, job(done(null, " select Id,\n\tName\r\nfrom Account\n"))))
                .hasSize(1);
    }

    @Test
    void matches_byName_whenTheEchoIsAnotherText() throws Exception {
        JobPlan plan = plan("{name: A, query: select Id from Account}");

        assertThat(BatchMatch.of(plan, job(done("A", "select Id from Account limit 1"))))
                .hasSize(1);
    }

    @Test
    void matches_byTextAlone_whenAQueryHasNoName() throws Exception {
        JobPlan plan = plan("{query: select Id from Account}", "{query: select Id from Contact}");

        assertThat(BatchMatch.of(plan, job(done(null, "select Id from Contact"), done(null, "select Id from Account"))))
                .extracting(BatchReply::query)
                .containsExactly("select Id from Account", "select Id from Contact");
        assertThat(codes(plan, job(done(null, "select Id from Contact"), done(null, "select Id from Invoice"))))
                .containsExactly("AQ609", "AQ611");
    }

    @Test
    void matches_byTextAlone_whenTheAnswerLeavesTheNameOut() throws Exception {
        JobPlan plan = plan("{name: A, query: select Id from Account}", "{name: B, query: select Id from Contact}");

        assertThat(BatchMatch.of(plan, job(done(null, "select Id from Contact"), done(null, "select Id from Account"))))
                .extracting(BatchReply::query)
                .containsExactly("select Id from Account", "select Id from Contact");
    }

    @Test
    void points_atTheDeletedColumn_whenTheObjectHasNoDeletedRecords() {
        JobPlan plan = plan(
                "{name: A, query: select Id from Account}",
                "{name: P, query: select Id from PaymentPart, deleted: {column: D, format: Numeric, forceExport: true}}");
        BatchReply refused = batch("P", "select Id from PaymentPart", "deleted_notallowed");

        JobFailedException failed = failure(plan, job(done("A", "select Id from Account"), refused));

        assertThat(failed.diagnostics()).hasSize(1);
        Diagnostic found = failed.diagnostics().get(0);
        assertThat(found.code()).isEqualTo(ServerCode.DELETED_REFUSED);
        assertThat(found.message()).isEqualTo("job j could not give the deleted records of PaymentPart");
        assertThat(found.where().orElseThrow().span()).hasToString("specs/a.yaml:3:50");
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void points_atTheDeletedColumn_alsoWhenTheJobWasAborted() {
        JobPlan plan = plan(
                "{name: P, query: select Id from PaymentPart, deleted: {column: D, format: Numeric, forceExport: true}}");
        JobReply aborted = new JobReply(
                "j",
                "aborted",
                Optional.empty(),
                Optional.empty(),
                JobEcho.NOTHING,
                List.of(batch("P", "select Id from PaymentPart", "deleted_notallowed")));

        JobFailedException failed =
                catchThrowableOfType(JobFailedException.class, () -> JobEnd.requireCompleted(plan, aborted));

        assertThat(failed.diagnostics()).extracting(d -> d.code().id()).containsExactly("AQ618");
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void tells_everythingThatIsWrong_atOnce() {
        JobPlan plan = plan("{name: A, query: select Id from Account}", "{name: C, query: select Id from Contact}");
        BatchReply stopped = new BatchReply(
                Optional.empty(),
                Optional.of("A"),
                "select Id from Account",
                "aborted",
                Optional.of("Boo"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        JobFailedException failed = failure(plan, job(stopped, done("X", "select Id from Invoice")));

        assertThat(failed.diagnostics()).extracting(d -> d.code().id()).containsExactly("AQ610", "AQ609", "AQ611");
        assertThat(failed.diagnostics().get(0).why()).isEqualTo("Zuora says: Boo");
        assertThat(failed.diagnostics())
                .allMatch(d -> d.fix().isPresent() && d.where().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "executing", "contemplating"})
    void isNotDone_whateverElseABatchOfACompletedJobIs(String status) {
        JobPlan plan = plan("{name: A, query: select Id from Account}");

        assertThat(codes(plan, job(withAFile(status)))).containsExactly("AQ610");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Completed", "COMPLETED"})
    void isDone_inWhateverCaseItIsSaid(String status) throws Exception {
        JobPlan plan = plan("{name: A, query: select Id from Account}");

        assertThat(BatchMatch.of(plan, job(withAFile(status)))).hasSize(1);
    }

    private static List<String> codes(JobPlan plan, JobReply job) {
        return failure(plan, job).diagnostics().stream().map(d -> d.code().id()).toList();
    }

    private static JobFailedException failure(JobPlan plan, JobReply job) {
        return catchThrowableOfType(JobFailedException.class, () -> BatchMatch.of(plan, job));
    }

    private static JobPlan plan(String... queries) {
        return Plans.plan("a", "queries:\n  - " + String.join("\n  - ", queries), Path.of("out"));
    }

    private static JobReply job(BatchReply... batches) {
        return new JobReply("j", "completed", Optional.empty(), Optional.empty(), JobEcho.NOTHING, List.of(batches));
    }

    private static BatchReply withAFile(String status) {
        return batch("A", "select Id from Account", status, List.of("f"));
    }

    private static BatchReply batch(String name, String query, String status) {
        return batch(name, query, status, List.of());
    }

    private static BatchReply batch(String name, String query, String status, List<String> files) {
        BatchReply done = done(name, query);
        return new BatchReply(
                done.batchId(),
                done.name(),
                done.query(),
                status,
                done.message(),
                done.recordCount(),
                done.full(),
                done.apiVersion(),
                done.type(),
                done.deleted(),
                files);
    }

    private static BatchReply done(String name, String query) {
        return new BatchReply(
                Optional.empty(),
                Optional.ofNullable(name),
                query,
                "completed",
                Optional.empty(),
                Optional.of(1L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("f"));
    }
}
