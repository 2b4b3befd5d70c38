package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.verify.cell.CellFinding;
import io.github.aquaspec.verify.cell.CellFinding.Empty;
import io.github.aquaspec.verify.cell.CellFinding.Missing;
import io.github.aquaspec.verify.cell.CellFinding.Repeated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        cells("notNull", expect.notNull(), Empty.class);
        cells("unique", expect.unique(), Repeated.class);
    }

    private void load() {
        Optional<Expect.Load> wanted = expect.load().filter(l -> l != Expect.Load.ANY);
        Optional<Boolean> full = result.batch().full();
        if (wanted.isEmpty() || full.isEmpty() || full.get() == (wanted.get() == Expect.Load.FULL)) {
            return;
        }
        String got = full.get() ? "a full load" : "an incremental load";
        add(
                TransferCode.UNEXPECTED_LOAD,
                "query " + name() + " brought " + got,
                at("load"),
                "change `load`, or find out what changed: a query text, the deleted column, or 180 days without a run make"
                        + " a full load");
    }

    private void records() {
        long counted = result.records();
        expect.minRecords().filter(min -> counted < min).ifPresent(min -> range("min", "at least " + min));
        expect.maxRecords().filter(max -> counted > max).ifPresent(max -> range("max", "at most " + max));
    }

    private void range(String bound, String wanted) {
        long counted = result.records();
        add(
                TransferCode.UNEXPECTED_RECORDS,
                "query " + name() + " brought " + counted + " records, expected " + wanted,
                at("records." + bound),
                "find out why; where " + counted + " is right, change `" + bound + "`");
    }

    private void columns() {
        if (expect.columns().isEmpty()) {
            return;
        }
        List<String> header = result.header();
        Set<String> missing = new LinkedHashSet<>(expect.columns().get());
        Set<String> extra = new LinkedHashSet<>(header);
        extra.removeAll(missing);
        header.forEach(missing::remove);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            add(
                    TransferCode.UNEXPECTED_COLUMNS,
                    "query " + name() + " brought other columns: " + difference(missing, extra),
                    at("columns"),
                    "find out why; where the file is right, write `columns: [" + String.join(", ", header) + "]`");
        }
    }

    static String difference(Set<String> missing, Set<String> extra) {
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add("without " + String.join(", ", missing));
        }
        if (!extra.isEmpty()) {
            parts.add("with " + String.join(", ", extra));
        }
        return String.join(" and ", parts);
    }

    private void cells(String list, List<String> columns, Class<? extends CellFinding> kind) {
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Span place = plan.places().value(new SpecPath(path() + "." + list).index(i));
            result.cells().stream()
                    .filter(finding -> finding.column().equals(column))
                    .filter(finding -> kind.isInstance(finding) || finding instanceof Missing)
                    .distinct()
                    .forEach(finding -> cell(finding, place));
        }
    }

    private void cell(CellFinding finding, Span place) {
        if (finding instanceof Missing) {
            add(
                    TransferCode.UNEXPECTED_COLUMNS,
                    "the result of query " + name() + " has no column " + finding.column(),
                    place,
                    "write one of its columns: " + String.join(", ", result.header()));
        } else if (finding instanceof Empty empty) {
            add(
                    TransferCode.EMPTY_CELLS,
                    empty.count() + " records of query " + name() + " have nothing in " + empty.column() + ": "
                            + CellPlaces.all(empty.first(), result) + more(empty.count(), empty.first()),
                    place,
                    "find out why; where that is right, take " + empty.column() + " out of notNull");
        } else if (finding instanceof Repeated repeated) {
            String pairs = repeated.first().stream().map(this::pair).collect(Collectors.joining(", "));
            add(
                    TransferCode.REPEATED_VALUES,
                    repeated.count() + " records of query " + name() + " repeat a value of " + repeated.column() + ": "
                            + pairs + more(repeated.count(), repeated.first()),
                    place,
                    "find out why; where that is right, take " + repeated.column() + " out of unique");
        }
    }

    private String pair(CellFinding.Repeat repeat) {
        return repeat.value() + " in " + CellPlaces.of(repeat.earlier(), result) + " and "
                + CellPlaces.of(repeat.later(), result);
    }

    private static String more(long count, List<?> named) {
        return count > named.size() ? ", …" : "";
    }

    private void add(Code code, String message, Span place, String fix) {
        QuerySpec query = plan.spec().queries().get(result.query());
        findings.add(Diagnostic.of(code, message).severity(severity).at(place).fix(fix), query);
    }

    private String name() {
        return "\"" + plan.stems().get(result.query()) + "\"";
    }

    private String path() {
        return SpecPath.ROOT.key("queries").index(result.query()).text() + "." + key;
    }

    private Span at(String keys) {
        return plan.places().value(new SpecPath(path() + "." + keys));
    }
}
