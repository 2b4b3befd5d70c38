package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.verify.Observation;
import java.util.List;
import java.util.Optional;

/**
 * Holds a verified file against what Zuora announced and what the manifest expects. Integrity is an error; plausibility
 * is a warning, since nobody has proven it against every tenant.
 */
public final class ContentCheck {

    private final JobPlan plan;
    private final QueryResult result;
    private final QuerySpec query;
    private final Findings findings;

    private ContentCheck(JobPlan plan, QueryResult result) {
        this.plan = plan;
        this.result = result;
        this.query = plan.spec().queries().get(result.query());
        this.findings = new Findings(plan);
    }

    /** Judges the results of all queries. */
    public static Verdict of(JobPlan plan, List<QueryResult> results) {
        return results.stream().map(result -> of(plan, result)).reduce(Verdict.NOTHING, Verdict::and);
    }

    /** What is wrong with the number of records where Zuora announces another one, and somebody wants to know. */
    public static Optional<Diagnostic> miscounted(JobPlan plan, QueryResult result) {
        ContentCheck check = new ContentCheck(plan, result);
        return check.ignoresRecordCount() ? Optional.empty() : check.otherRecordCount();
    }

    /** That the file of one query is whole, with what is odd about it. */
    public static List<QueryCheck> integrity(JobPlan plan, QueryResult result) {
        ContentCheck check = new ContentCheck(plan, result);
        List<Diagnostic> odd =
                check.result.observations().stream().map(check::observation).toList();
        check.findings.made(QueryCheck.Kind.INTEGRITY, result.query(), Optional.empty(), Optional.empty(), odd);
        return check.findings.verdict().checks();
    }

    /** Judges the result of one query, which is whole. */
    static Verdict of(JobPlan plan, QueryResult result) {
        ContentCheck check = new ContentCheck(plan, result);
        check.recordCount();
        check.expectations();
        new WindowCheck(plan, result, check.findings).judge();
        new EchoCheck(plan, result, check.findings).judge();
        check.result.observations().forEach(seen -> check.findings.add(check.observation(seen), check.query));
        return check.findings.verdict();
    }

    private boolean ignoresRecordCount() {
        return query.expect()
                .recordCount()
                .filter(c -> c == Expect.RecordCount.IGNORE)
                .isPresent();
    }

    private void recordCount() {
        if (ignoresRecordCount()) {
            return;
        }
        Optional<Long> announced = result.announced();
        Optional<Diagnostic> wrong = announced.isEmpty() ? Optional.of(noRecordCount()) : otherRecordCount();
        findings.made(
                QueryCheck.Kind.RECORD_COUNT,
                result.query(),
                announced.map(String::valueOf),
                Optional.of(String.valueOf(result.records())),
                wrong.stream().toList());
    }

    private Diagnostic noRecordCount() {
        return Diagnostic.of(
                        TransferCode.RECORD_COUNT,
                        "Zuora announces no record count for query " + plan.quoted(result.query()))
                .at(plan.at(result.query(), "query"))
                .fix("look at the file; to publish it as it is, add `expect: {recordCount: ignore}` to the query");
    }

    private Optional<Diagnostic> otherRecordCount() {
        long counted = result.records();
        return result.announced()
                .filter(n -> n != counted)
                .map(n -> Diagnostic.of(
                                TransferCode.RECORD_COUNT,
                                "the result of query " + plan.quoted(result.query()) + " holds " + counted
                                        + " records, Zuora announces " + n)
                        .at(plan.at(result.query(), "query"))
                        .fix("run again; where it stays, give Zuora Support the file id "
                                + String.join(", ", result.batch().files())));
    }

    private void expectations() {
        new ExpectationCheck(plan, result, query.expect(), "expect", Severity.ERROR, findings).judge();
        new ExpectationCheck(plan, result, query.warn(), "expect.warn", Severity.WARNING, findings).judge();
    }

    private Diagnostic observation(Observation observation) {
        Code code = TransferCode.ODD_CSV;
        if (observation instanceof Observation.NulBytes) {
            code = TransferCode.NUL_BYTES;
        } else if (observation instanceof Observation.InvalidUtf8) {
            code = TransferCode.NOT_UTF8;
        }
        return Diagnostic.of(code, "the result of query " + plan.quoted(result.query()) + ": " + observation.sentence())
                .at(plan.at(result.query(), "query"))
                .fix("look at the file; where your readers bear it, " + Findings.toSuppress(code));
    }
}
