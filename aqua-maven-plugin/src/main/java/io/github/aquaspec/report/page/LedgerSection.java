package io.github.aquaspec.report.page;

import io.github.aquaspec.report.page.Table.Column;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was published and what was not, one row a manifest. */
final class LedgerSection {

    private LedgerSection() {}

    static Element of(ReportedSet set, String place) {
        Table table = new Table(
                "Manifests of this run",
                Column.title("Manifest"),
                Column.word("Status"),
                Column.number("Records"),
                Column.number("Bytes"),
                Column.word("Load"),
                Column.text("Window"),
                Column.id("Job"),
                Column.text("Snapshot"));
        List<ReportedRun> runs = set.runs();
        for (int i = 0; i < runs.size(); i++) {
            ReportedRun run = runs.get(i);
            table.row(
                    Cell.of(Element.of("a")
                            .leadingTo(Link.toPlace(place + "-" + (i + 1)))
                            .text(Clip.of(run.id(), Clip.NAME))),
                    Cell.of(run.standing().shown()),
                    Cell.count(run.records()),
                    Cell.count(run.bytes()),
                    Cell.text(loads(run)),
                    new Cell(run.window().map(LedgerSection::window)),
                    Cell.code(run.jobId()),
                    Cell.text(run.snapshot()));
        }
        set.named()
                .forEach(named -> table.row(
                        Cell.text(named.id()), Cell.of(named.standing().shown())));
        return Element.of("div", "ledger").add(Element.of("h3").text("Ledger")).add(table.element());
    }

    private static Optional<String> loads(ReportedRun run) {
        String loads = run.queries().stream()
                .flatMap(query -> query.load().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return loads.isEmpty() ? Optional.empty() : Optional.of(loads);
    }

    static Element window(ReportedRun.Window window) {
        return Element.of("span", "window")
                .add(Element.of("span").text(Clip.of(window.from(), Clip.NAME)))
                .add(Element.of("span").text(" to " + Clip.of(window.to(), Clip.NAME)));
    }
}
