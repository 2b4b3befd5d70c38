package io.github.aquaspec.run;

import io.github.aquaspec.run.QueryCheck.Kind;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.Expect;
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
        cells(Kind.NOT_NULL, expect.notNull(), Empty.class);
        cells(Kind.UNIQUE, expect.unique(), Repeated.class);
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
                "query " + name() + " brought " + got,
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
                "query " + name() + " brought " + counted + " records, expected " + wanted,
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
            String difference = difference(missing, extra);
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
                "query " + name() + " brought other columns: " + difference,
                at("columns"),
                "find out why; where the file is right, write `columns: [" + String.join(", ", result.header()) + "]`");
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

    private void cells(Kind check, List<String> columns, Class<? extends CellFinding> kind) {
        List<String> got = new ArrayList<>();
        List<Diagnostic> told = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Span place = plan.places().value(new SpecPath(path() + "." + check.word()).index(i));
            result.cells().stream()
                    .filter(finding -> finding.column().equals(column))
                    .filter(finding -> kind.isInstance(finding) || finding instanceof Missing)
                    .distinct()
                    .forEach(finding -> {
                        got.add(count(finding) + column);
                        told.add(cell(finding, place));
                    });
        }
        if (!columns.isEmpty()) {
            made(check, "none in " + String.join(", ", columns), got.isEmpty() ? "none" : String.join(", ", got), told);
        }
    }

    private static String count(CellFinding finding) {
        if (finding instanceof Empty empty) {
            return empty.count() + " in ";
        }
        return finding instanceof Repeated repeated ? repeated.count() + " in " : "no column ";
    }

    private Diagnostic cell(CellFinding finding, Span place) {
        if (finding instanceof Empty empty) {
            return odd(
                    TransferCode.EMPTY_CELLS,
                    empty.count() + " records of query " + name() + " have nothing in " + empty.column() + ": "
                            + CellPlaces.all(empty.first(), result) + more(empty.count(), empty.first()),
                    place,
                    "find out why; where that is right, take " + empty.column() + " out of notNull");
        } else if (finding instanceof Repeated repeated) {
            String pairs = repeated.first().stream().map(this::pair).collect(Collectors.joining(", "));
            return odd(
                    TransferCode.REPEATED_VALUES,
                    repeated.count() + " records of query " + name() + " repeat a value of " + repeated.column() + ": "
                            + pairs + more(repeated.count(), repeated.first()),
                    place,
                    "find out why; where that is right, take " + repeated.column() + " out of unique");
        }
        return odd(
                TransferCode.UNEXPECTED_COLUMNS,
                "the result of query " + name() + " has no column " + finding.column(),
                place,
                "write one of its columns: " + String.join(", ", result.header()));
    }

    private String pair(CellFinding.Repeat repeat) {
        return repeat.value() + " in " + CellPlaces.of(repeat.earlier(), result) + " and "
                + CellPlaces.of(repeat.later(), result);
    }

    private static String more(long count, List<?> named) {
        return count > named.size() ? ", …" : "";
    }

    private void made(Kind kind, String wanted, String got, List<Diagnostic> told) {
        findings.made(kind, result.query(), wanted, got, told);
    }

    private Diagnostic odd(Code code, String message, Span place, String fix) {
        return Diagnostic.of(code, message).severity(severity).at(place).fix(fix);
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
