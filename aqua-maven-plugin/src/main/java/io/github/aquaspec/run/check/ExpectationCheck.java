package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryCheck.Kind;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the result of a query against what the manifest expects of it.
 *
 * @param expect what must hold, or should
 * @param key where that stands in the query: {@code expect} or {@code expect.warn}
 * @param severity of what does not hold
 * @param findings told of it
 */
record ExpectationCheck(
        JobPlan plan, QueryResult result, Expect expect, String key, Severity severity, Findings findings) {

    void judge() {
        load();
        records();
        columns();
        new CellExpectations(plan, result, expect, key, severity, findings).judge();
    }

    private void load() {
        Optional<Expect.Load> wanted = expect.load().filter(l -> l != Expect.Load.ANY);
        Optional<Boolean> full = result.batch().full();
        if (wanted.isEmpty() || full.isEmpty()) {
            return;
        }
        String got = full.get() ? "a full load" : "an incremental load";
        boolean holds = full.get() == (wanted.get() == Expect.Load.FULL);
        made(
                Kind.LOAD,
                wanted.get() == Expect.Load.FULL ? "a full load" : "an incremental load",
                got,
                holds ? List.of() : List.of(otherLoad(got)));
    }

    private Diagnostic otherLoad(String got) {
        return odd(
                TransferCode.UNEXPECTED_LOAD,
                "query " + plan.quoted(result.query()) + " brought " + got,
                at("load"),
                "change `load`, or find out what changed: a query text, the deleted column, or 180 days without a run make"
                        + " a full load");
    }

    private void records() {
        long counted = result.records();
        List<String> wanted = new ArrayList<>();
        expect.minRecords().ifPresent(min -> wanted.add("at least " + min));
        expect.maxRecords().ifPresent(max -> wanted.add("at most " + max));
        List<Diagnostic> told = new ArrayList<>();
        expect.minRecords().filter(min -> counted < min).ifPresent(min -> told.add(range("min", "at least " + min)));
        expect.maxRecords().filter(max -> counted > max).ifPresent(max -> told.add(range("max", "at most " + max)));
        if (!wanted.isEmpty()) {
            made(Kind.RECORDS, String.join(", ", wanted), String.valueOf(counted), told);
        }
    }

    private Diagnostic range(String bound, String wanted) {
        long counted = result.records();
        return odd(
                TransferCode.UNEXPECTED_RECORDS,
                "query " + plan.quoted(result.query()) + " brought " + counted + " records, expected " + wanted,
                at("records." + bound),
                "find out why; where " + counted + " is right, change `" + bound + "`");
    }

    private void columns() {
        expect.columns().ifPresent(wanted -> {
            Set<String> missing = new LinkedHashSet<>(wanted);
            Set<String> extra = new LinkedHashSet<>(result.header());
            extra.removeAll(missing);
            result.header().forEach(missing::remove);
            boolean differs = !missing.isEmpty() || !extra.isEmpty();
            String difference = ChangedColumns.words(missing, extra);
            made(
                    Kind.COLUMNS,
                    String.join(", ", wanted),
                    differs ? difference : "the same",
                    differs ? List.of(otherColumns(difference)) : List.of());
        });
    }

    private Diagnostic otherColumns(String difference) {
        return odd(
                TransferCode.UNEXPECTED_COLUMNS,
                "query " + plan.quoted(result.query()) + " brought other columns: " + difference,
                at("columns"),
                "find out why; where the file is right, write `columns: [" + String.join(", ", result.header()) + "]`");
    }

    private void made(Kind kind, String wanted, String got, List<Diagnostic> told) {
        findings.made(kind, result.query(), wanted, got, told);
    }

    private Diagnostic odd(Code code, String message, Span place, String fix) {
        return Diagnostic.of(code, message).severity(severity).at(place).fix(fix);
    }

    private Span at(String keys) {
        return plan.at(result.query(), key + "." + keys);
    }
}
