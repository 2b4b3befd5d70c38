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
import io.github.aquaspec.verify.cell.CellFinding;
import io.github.aquaspec.verify.cell.CellFinding.Empty;
import io.github.aquaspec.verify.cell.CellFinding.Missing;
import io.github.aquaspec.verify.cell.CellFinding.Repeated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds the cells of a result against what the manifest expects of its columns.
 *
 * @param expect what must hold, or should
 * @param key where that stands in the query: {@code expect} or {@code expect.warn}
 * @param severity of what does not hold
 * @param findings told of it
 */
record CellExpectations(
        JobPlan plan, QueryResult result, Expect expect, String key, Severity severity, Findings findings) {

    void judge() {
        cells(Kind.NOT_NULL, expect.notNull(), Empty.class);
        cells(Kind.UNIQUE, expect.unique(), Repeated.class);
    }

    private void cells(Kind check, List<String> columns, Class<? extends CellFinding> kind) {
        List<String> got = new ArrayList<>();
        List<Diagnostic> told = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Span place = plan.at(result.query(), key + "." + check.word() + "[" + i + "]");
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
            findings.made(
                    check,
                    result.query(),
                    "none in " + String.join(", ", columns),
                    got.isEmpty() ? "none" : String.join(", ", got),
                    told);
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
                    empty.count() + " records of query " + plan.quoted(result.query()) + " have nothing in "
                            + empty.column() + ": " + CellPlaces.all(empty.first(), result)
                            + more(empty.count(), empty.first()),
                    place,
                    "find out why; where that is right, take " + empty.column() + " out of notNull");
        } else if (finding instanceof Repeated repeated) {
            String pairs = repeated.first().stream().map(this::pair).collect(Collectors.joining(", "));
            return odd(
                    TransferCode.REPEATED_VALUES,
                    repeated.count() + " records of query " + plan.quoted(result.query()) + " repeat a value of "
                            + repeated.column() + ": " + pairs + more(repeated.count(), repeated.first()),
                    place,
                    "find out why; where that is right, take " + repeated.column() + " out of unique");
        }
        return odd(
                TransferCode.UNEXPECTED_COLUMNS,
                "the result of query " + plan.quoted(result.query()) + " has no column " + finding.column(),
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

    private Diagnostic odd(Code code, String message, Span place, String fix) {
        return Diagnostic.of(code, message).severity(severity).at(place).fix(fix);
    }
}
