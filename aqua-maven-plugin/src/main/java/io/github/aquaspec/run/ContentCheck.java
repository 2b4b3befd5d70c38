package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.verify.Observation;
import io.github.aquaspec.verify.cell.CellFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds a verified file against what Zuora announced and what the manifest expects. Integrity is an error; plausibility
 * is a warning, since nobody has proven it against every tenant.
 */
final class ContentCheck {

    private final JobPlan plan;
    private final QueryResult result;
    private final QuerySpec query;
    private final SpecPath path;
    private final Findings findings;

    /**
     * What came of it.
     *
     * @param found what is wrong or odd
     * @param accepted what the manifest silences
     */
    record Verdict(List<Diagnostic> found, List<Suppressed> accepted) {

        static final Verdict NOTHING = new Verdict(List.of(), List.of());

        Verdict {
            found = List.copyOf(found);
            accepted = List.copyOf(accepted);
        }

        /** Both together. */
        Verdict and(Verdict other) {
            return new Verdict(
                    Stream.concat(found.stream(), other.found.stream()).toList(),
                    Stream.concat(accepted.stream(), other.accepted.stream()).toList());
        }

        /** Whether another run may bring something better: a wrong number of records may, a wrong manifest not. */
        Retry retry() {
            return found.stream().filter(Diagnostic::isError).allMatch(d -> d.code() == TransferCode.RECORD_COUNT)
                    ? Retry.NOW
                    : Retry.NEVER;
        }
    }

    private ContentCheck(JobPlan plan, QueryResult result) {
        this.plan = plan;
        this.result = result;
        this.query = plan.spec().queries().get(result.query());
        this.path = SpecPath.ROOT.key("queries").index(result.query());
        this.findings = new Findings(plan);
    }

    /** Judges the results of all queries. */
    static Verdict of(JobPlan plan, List<QueryResult> results) {
        return results.stream().map(result -> of(plan, result)).reduce(Verdict.NOTHING, Verdict::and);
    }

    /** Whether a result has as many records as Zuora announces, or nobody wants to know. */
    static boolean countsAsAnnounced(JobPlan plan, QueryResult result) {
        QuerySpec query = plan.spec().queries().get(result.query());
        boolean ignored = query.expect()
                .recordCount()
                .filter(c -> c == Expect.RecordCount.IGNORE)
                .isPresent();
        return ignored || result.announced().filter(n -> n != result.records()).isEmpty();
    }

    /** Judges the result of one query. */
    static Verdict of(JobPlan plan, QueryResult result) {
        ContentCheck check = new ContentCheck(plan, result);
        check.recordCount();
        check.expectations();
        check.window();
        check.before();
        check.header();
        check.echoes();
        check.result.observations().forEach(check::observation);
        return check.findings.verdict();
    }

    private void recordCount() {
        if (query.expect()
                .recordCount()
                .filter(c -> c == Expect.RecordCount.IGNORE)
                .isPresent()) {
            return;
        }
        long counted = result.records();
        Optional<Long> announced = result.batch().recordCount();
        if (announced.isEmpty()) {
            add(Diagnostic.of(TransferCode.RECORD_COUNT, "Zuora announces no record count for query " + name())
                    .at(at("query"))
                    .fix("look at the file; to publish it as it is, add `expect: {recordCount: ignore}` to the query"));
        } else if (announced.get() != counted) {
            add(Diagnostic.of(
                            TransferCode.RECORD_COUNT,
                            "the result of query " + name() + " holds " + counted + " records, Zuora announces "
                                    + announced.get())
                    .at(at("query"))
                    .fix("run again; where it stays, give Zuora Support the file id "
                            + String.join(", ", result.batch().files())));
        }
    }

    private void expectations() {
        new ExpectationCheck(plan, result, query.expect(), "expect", Severity.ERROR, findings).judge();
        new ExpectationCheck(plan, result, query.warn(), "expect.warn", Severity.WARNING, findings).judge();
    }

    /** Records that the window does not ask for: Zuora was seen to drop a comparison without a word. */
    private void window() {
        result.cells().stream()
                .filter(CellFinding.Outside.class::isInstance)
                .map(CellFinding.Outside.class::cast)
                .forEach(outside -> add(Diagnostic.of(
                                TransferCode.OUTSIDE_THE_WINDOW,
                                outside.count() + " records of query " + name()
                                        + " lie outside the window, the first is "
                                        + CellPlaces.of(outside.first().get(0), result))
                        .at(at("query"))
                        .fix("compare " + outside.column() + " in the file with the window; where it is right, add"
                                + " `suppress: [{code: AQ736, reason: …}]` to the query")));
    }

    /** Nothing, where the window before brought something. */
    private void before() {
        Optional<Long> before = plan.window()
                .flatMap(WindowPlan::before)
                .filter(WindowPublished.class::isInstance)
                .flatMap(last -> ((WindowPublished) last)
                        .recordsOf(plan.window().orElseThrow().queries().get(result.query())));
        if (result.records() == 0 && before.filter(records -> records > 0).isPresent()) {
            add(Diagnostic.of(
                            TransferCode.NOTHING_THIS_TIME,
                            "query " + name() + " brought no records, and " + before.get() + " in the window before")
                    .at(at("query"))
                    .fix("compare with what Zuora shows for the window; where it may be, add"
                            + " `suppress: [{code: AQ737, reason: …}]` to the query"));
        }
    }

    private void header() {
        SelectedColumns.of(plan.spec(), query).ifPresent(selected -> {
            Set<String> missing = selected.missing(result.header());
            Set<String> extra = selected.extra(result.header());
            if (!missing.isEmpty() || !extra.isEmpty()) {
                add(Diagnostic.of(
                                TransferCode.HEADER_DIFFERS,
                                "the result of query " + name() + " has another header than the query selects: "
                                        + ExpectationCheck.difference(missing, extra))
                        .at(at("query"))
                        .fix("compare the file with the query; where it is right, add `suppress: [{code: AQ724,"
                                + " reason: …}]` to the query"));
            }
        });
    }

    private void echoes() {
        BatchReply batch = result.batch();
        if (!BatchMatch.echoes(query, batch)) {
            add(Diagnostic.of(TransferCode.QUERY_ECHO, "Zuora ran another text for query " + name())
                    .at(at("query"))
                    .why("Zuora says it ran: " + batch.query())
                    .fix("compare the two; give Zuora Support the job id where ours is what you meant"));
        }
        Optional<String> wanted = query.apiVersion().map(ApiVersion::text);
        if (wanted.isPresent() && batch.apiVersion().isPresent() && !sameVersion(wanted.get(), batch)) {
            add(Diagnostic.of(
                            TransferCode.API_VERSION_ECHO,
                            "query " + name() + " ran with API version "
                                    + batch.apiVersion().get())
                    .at(at("apiVersion"))
                    .fix("ask for a version that the tenant has; its newest is what Zuora used instead"));
        }
    }

    private static boolean sameVersion(String wanted, BatchReply batch) {
        return Double.compare(
                        Double.parseDouble(wanted),
                        batch.apiVersion()
                                .filter(v -> v.matches("\\d+(\\.\\d+)?"))
                                .map(Double::parseDouble)
                                .orElse(-1.0))
                == 0;
    }

    private void observation(Observation observation) {
        Code code = TransferCode.ODD_CSV;
        if (observation instanceof Observation.NulBytes) {
            code = TransferCode.NUL_BYTES;
        } else if (observation instanceof Observation.InvalidUtf8) {
            code = TransferCode.NOT_UTF8;
        }
        add(Diagnostic.of(code, "the result of query " + name() + ": " + observation.sentence())
                .at(at("query"))
                .fix("look at the file; where your readers bear it, add `suppress: [{code: " + code.id()
                        + ", reason: …}]` to the query"));
    }

    private void add(Diagnostic diagnostic) {
        findings.add(diagnostic, query);
    }

    private String name() {
        return "\"" + plan.stems().get(result.query()) + "\"";
    }

    private Span at(String keys) {
        return plan.places().value(new SpecPath(path.text() + "." + keys));
    }
}
