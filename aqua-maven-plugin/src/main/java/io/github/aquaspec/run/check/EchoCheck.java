package io.github.aquaspec.run.check;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.rule.SelectedColumns;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the result of a query against what was asked for: its header against the select list, and what Zuora repeats of
 * the query.
 *
 * @param findings told of it
 */
record EchoCheck(JobPlan plan, QueryResult result, Findings findings) {

    void judge() {
        QuerySpec query = plan.spec().queries().get(result.query());
        header(query);
        text(query);
        apiVersion(query);
    }

    private void header(QuerySpec query) {
        SelectedColumns.of(plan.spec(), query).ifPresent(selected -> {
            Set<String> missing = selected.missing(result.header());
            Set<String> extra = selected.extra(result.header());
            boolean differs = !missing.isEmpty() || !extra.isEmpty();
            String difference = ChangedColumns.words(missing, extra);
            findings.made(
                    QueryCheck.Kind.HEADER,
                    result.query(),
                    "the columns that the query selects",
                    differs ? difference : "the same",
                    differs ? List.of(otherHeader(difference)) : List.of());
        });
    }

    private Diagnostic otherHeader(String difference) {
        return Diagnostic.of(
                        TransferCode.HEADER_DIFFERS,
                        "the result of query " + plan.quoted(result.query())
                                + " has another header than the query selects: " + difference)
                .at(plan.at(result.query(), "query"))
                .fix("compare the file with the query; where it is right, "
                        + Findings.toSuppress(TransferCode.HEADER_DIFFERS));
    }

    private void text(QuerySpec query) {
        BatchReply batch = result.batch();
        boolean same = BatchMatch.echoes(query, batch);
        findings.made(
                QueryCheck.Kind.ECHO,
                result.query(),
                "the text of the query",
                same ? "the same" : "another text",
                same ? List.of() : List.of(otherText(batch)));
    }

    private void apiVersion(QuerySpec query) {
        BatchReply batch = result.batch();
        Optional<String> wanted = query.apiVersion().map(ApiVersion::text);
        if (wanted.isPresent() && batch.apiVersion().isPresent()) {
            String used = batch.apiVersion().get();
            findings.made(
                    QueryCheck.Kind.API_VERSION,
                    result.query(),
                    wanted.get(),
                    used,
                    sameVersion(wanted.get(), batch) ? List.of() : List.of(otherVersion(used)));
        }
    }

    private Diagnostic otherText(BatchReply batch) {
        return Diagnostic.of(TransferCode.QUERY_ECHO, "Zuora ran another text for query " + plan.quoted(result.query()))
                .at(plan.at(result.query(), "query"))
                .why("Zuora says it ran: " + batch.query())
                .fix("compare the two; give Zuora Support the job id where ours is what you meant");
    }

    private Diagnostic otherVersion(String used) {
        return Diagnostic.of(
                        TransferCode.API_VERSION_ECHO,
                        "query " + plan.quoted(result.query()) + " ran with API version " + used)
                .at(plan.at(result.query(), "apiVersion"))
                .fix("ask for a version that the tenant has; its newest is what Zuora used instead");
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
}
