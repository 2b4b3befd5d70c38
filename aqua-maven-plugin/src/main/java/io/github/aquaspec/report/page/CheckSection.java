package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The checks of a run, counted; those that did not pass are listed at once, the others to open. */
final class CheckSection {

    private static final int MOST = 600;

    private CheckSection() {}

    static List<Element> of(List<Check> checks) {
        if (checks.isEmpty()) {
            return List.of();
        }
        Element counts = Element.of("p", "counts");
        Stream.of("failed", "warned", "accepted", "passed").forEach(result -> {
            List<Check> such =
                    checks.stream().filter(c -> c.result().equals(result)).toList();
            if (!such.isEmpty()) {
                counts.add(such.get(0).standing().shown(Quantity.of(such.size(), "check") + " " + result));
            }
        });
        List<Element> parts = new ArrayList<>();
        parts.add(Element.of("h4").text("Checks"));
        parts.add(counts);
        List<Check> odd = checks.stream().filter(check -> !check.isPassed()).toList();
        if (!odd.isEmpty()) {
            parts.add(table("Checks that did not pass", odd));
        }
        List<Check> passed = checks.stream().filter(Check::isPassed).toList();
        if (!passed.isEmpty()) {
            parts.add(Element.of("details")
                    .add(Element.of("summary").text("Checks that passed"))
                    .add(table("Checks that passed", passed)));
        }
        return parts;
    }

    private static Element table(String caption, List<Check> checks) {
        Table table = new Table(
                caption,
                Column.title("Query"),
                Column.word("Check"),
                Column.word("Result"),
                Column.text("Expected"),
                Column.text("Found"),
                Column.word("Code"));
        checks.stream()
                .limit(MOST)
                .forEach(check -> table.row(
                        Cell.text(check.query()),
                        Cell.text(check.name()),
                        Cell.of(check.standing().shown(Clip.of(check.result(), Clip.NAME))),
                        Cell.text(check.expected()),
                        Cell.text(check.found()),
                        Cell.code(check.code())));
        return table.element();
    }
}
