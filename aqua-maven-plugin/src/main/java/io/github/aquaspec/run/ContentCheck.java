package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.verify.Observation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a verified file against what Zuora announced and what the manifest expects. Integrity is an error; plausibility
 * is a warning, since nobody has proven it against every tenant.
 */
final class ContentCheck {

    private final JobPlan plan;
    private final QueryResult result;
    private final QuerySpec query;
    private final SpecPath path;
    private final List<Diagnostic> found = new ArrayList<>();

    private ContentCheck(JobPlan plan, QueryResult result) {
        this.plan = plan;
        this.result = result;
        this.query = plan.spec().queries().get(result.query());
        this.path = SpecPath.ROOT.key("queries").index(result.query());
    }

    /** What is wrong or odd about the result of one query. */
    static List<Diagnostic> of(JobPlan plan, QueryResult result) {
        ContentCheck check = new ContentCheck(plan, result);
        check.recordCount();
        check.load();
        check.records();
        check.columns();
        check.echoes();
        check.result.file().observations().forEach(check::observation);
        return check.found;
    }

    private void recordCount() {
        if (query.expect()
                .recordCount()
                .filter(c -> c == Expect.RecordCount.IGNORE)
                .isPresent()) {
            return;
        }
        long counted = result.file().records();
        Optional<Long> announced = result.batch().recordCount();
        if (announced.isEmpty()) {
            add(TransferCode.RECORD_COUNT, "Zuora announces no record count for query " + name(), at("query"))
                    .ifPresent(
                            d -> found.add(
                                    d.fix(
                                            "accept the file as it is with `expect: {recordCount: ignore}` once you have looked at it")));
        } else if (announced.get() != counted) {
            add(
                            TransferCode.RECORD_COUNT,
                            "the result of query " + name() + " holds " + counted + " records, Zuora announces "
                                    + announced.get(),
                            at("query"))
                    .ifPresent(d -> found.add(d.fix("run again; where it stays, give Zuora Support the file id "
                            + String.join(", ", result.batch().files()))));
        }
    }

    private void load() {
        Optional<Expect.Load> wanted = query.expect().load().filter(l -> l != Expect.Load.ANY);
        Optional<Boolean> full = result.batch().full();
        if (wanted.isEmpty() || full.isEmpty() || full.get() == (wanted.get() == Expect.Load.FULL)) {
            return;
        }
        String got = full.get() ? "a full load" : "an incremental load";
        add(TransferCode.UNEXPECTED_LOAD, "query " + name() + " brought " + got, at("expect.load"))
                .ifPresent(d -> found.add(d.fix("change `load`, or find out what changed: a query text, the deleted"
                        + " column, or 180 days without a run make a full load")));
    }

    private void records() {
        long counted = result.file().records();
        query.expect().minRecords().filter(min -> counted < min).ifPresent(min -> range("min", "at least " + min));
        query.expect().maxRecords().filter(max -> counted > max).ifPresent(max -> range("max", "at most " + max));
    }

    private void range(String key, String wanted) {
        add(
                        TransferCode.UNEXPECTED_RECORDS,
                        "query " + name() + " brought " + result.file().records() + " records, expected " + wanted,
                        at("expect.records." + key))
                .ifPresent(found::add);
    }

    private void columns() {
        if (query.expect().columns().isEmpty()) {
            return;
        }
        Set<String> wanted = new LinkedHashSet<>(query.expect().columns().get());
        Set<String> missing = new LinkedHashSet<>(wanted);
        result.file().header().forEach(missing::remove);
        Set<String> extra = new LinkedHashSet<>(result.file().header());
        extra.removeAll(wanted);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            List<String> parts = new ArrayList<>();
            if (!missing.isEmpty()) {
                parts.add("without " + String.join(", ", missing));
            }
            if (!extra.isEmpty()) {
                parts.add("with " + String.join(", ", extra));
            }
            add(
                            TransferCode.UNEXPECTED_COLUMNS,
                            "query " + name() + " brought other columns: " + String.join(" and ", parts),
                            at("expect.columns"))
                    .ifPresent(d -> found.add(
                            d.fix("columns: [" + String.join(", ", result.file().header()) + "]")));
        }
    }

    private void echoes() {
        BatchReply batch = result.batch();
        if (!BatchMatch.echoes(query, batch)) {
            add(TransferCode.QUERY_ECHO, "Zuora ran another text for query " + name(), at("query"))
                    .ifPresent(d -> found.add(d.why("Zuora says it ran: " + batch.query())));
        }
        Optional<String> wanted = query.apiVersion().map(ApiVersion::text);
        if (wanted.isPresent() && batch.apiVersion().isPresent() && !sameVersion(wanted.get(), batch)) {
            add(
                            TransferCode.API_VERSION_ECHO,
                            "query " + name() + " ran with API version "
                                    + batch.apiVersion().get(),
                            at("apiVersion"))
                    .ifPresent(found::add);
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
        add(code, "the result of query " + name() + ": " + observation.sentence(), at("query"))
                .ifPresent(found::add);
    }

    /** A finding, unless the manifest accepts it; errors of integrity cannot be accepted. */
    private Optional<Diagnostic> add(Code code, String message, Span place) {
        Diagnostic diagnostic = Diagnostic.of(code, message).at(place);
        boolean accepted = !diagnostic.isError()
                && (query.suppress().stream().anyMatch(s -> s.code().equals(code.id()))
                        || plan.spec().suppress().stream()
                                .anyMatch(s -> s.code().equals(code.id())));
        return accepted ? Optional.empty() : Optional.of(diagnostic);
    }

    private String name() {
        return "\"" + plan.stems().get(result.query()) + "\"";
    }

    private Span at(String keys) {
        return plan.places().value(new SpecPath(path.text() + "." + keys));
    }
}
