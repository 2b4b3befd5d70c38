package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.page.Table.Column;
import java.util.List;
import java.util.Optional;

/** The queries of a run: what each brought, against the runs before, and what was asked. */
final class QuerySection {

    private static final int MOST = 100;
    private static final int MOST_FILES = 3;

    private final ReportedRun run;
    private final NearFiles files;

    QuerySection(ReportedRun run, NearFiles files) {
        this.run = run;
        this.files = files;
    }

    List<Element> elements() {
        if (run.queries().isEmpty()) {
            return List.of();
        }
        Table table = new Table(
                "What each query brought, against the run before",
                Column.title("Query"),
                Column.number("Records"),
                Column.number("Change"),
                Column.text("Records of runs before"),
                Column.number("Bytes"),
                Column.number("Change"),
                Column.word("Load"),
                Column.text("File"));
        run.queries().stream().limit(MOST).forEach(query -> row(table, query));
        return table.isEmpty() ? List.of(texts()) : List.of(Element.of("h4").text("Queries"), table.element(), texts());
    }

    private void row(Table table, ReportedQuery query) {
        Optional<ReportedQuery.Amount> last = query.last();
        table.row(
                Cell.text(query.name()),
                Cell.count(query.records()),
                Cell.change(query.records(), last.map(ReportedQuery.Amount::records)),
                new Cell(TrendPicture.of(query)),
                Cell.count(query.bytes()),
                Cell.change(query.bytes(), last.map(ReportedQuery.Amount::bytes)),
                Cell.text(query.load()),
                file(query));
    }

    private Cell file(ReportedQuery query) {
        if (query.files().isEmpty()) {
            return Cell.NOTHING;
        }
        Element cell = Element.of("span", "files");
        query.files().stream().limit(MOST_FILES).forEach(name -> cell.add(link(name)));
        int more = query.files().size() - MOST_FILES;
        return Cell.of(more > 0 ? cell.add(Element.of("span").text("and " + Quantity.of(more, "more file"))) : cell);
    }

    private Element link(String name) {
        String shown = Clip.of(name, Clip.NAME);
        return run.snapshot()
                .flatMap(snapshot -> files.published(snapshot, name))
                .map(link -> Element.of("a").leadingTo(link).text(shown))
                .orElseGet(() -> Element.of("span").text(shown));
    }

    private Element texts() {
        Element details = Element.of("details")
                .add(Element.of("summary").text("Queries as they were sent, and the columns that came"));
        run.queries().stream().limit(MOST).forEach(query -> {
            details.add(Element.of("h4").text(Clip.of(query.name(), Clip.NAME)));
            if (query.name().length() > Clip.NAME) {
                details.add(Element.of("p", "whole").text(Clip.whole(query.name())));
            }
            details.add(query.text()
                    .map(text -> Element.of("pre").add(Element.of("code").lines(Clip.whole(text))))
                    .orElseGet(() -> Element.of("p", "quiet").text("The receipt does not hold its text.")));
            if (!query.header().isEmpty()) {
                details.add(Element.of("p", "columns")
                        .text(Quantity.of(query.header().size(), "column") + ": "
                                + Clip.whole(String.join(", ", query.header()))));
            }
        });
        return details;
    }
}
