package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened in a run, moment by moment: the picture in words; and what had to be tried again. */
final class MomentSection {

    private static final int MOST = 300;

    private MomentSection() {}

    static List<Element> of(ReportedRun run) {
        List<Element> parts = new ArrayList<>();
        requests(run).ifPresent(parts::add);
        List<Moment> trouble = run.timeline().stream().filter(Moment::isTrouble).toList();
        if (!trouble.isEmpty()) {
            parts.add(details("What had to wait or be tried again: " + trouble.size(), trouble));
        }
        if (!run.timeline().isEmpty()) {
            parts.add(details("What happened when", run.timeline()));
        }
        return parts;
    }

    private static Optional<Element> requests(ReportedRun run) {
        return run.requests()
                .map(sent -> Element.of("p", "quiet")
                        .text(Quantity.of(sent, "request") + " sent"
                                + run.retried()
                                        .map(n ->
                                                n == 0 ? ", none of them again" : ", " + Quantity.grouped(n) + " again")
                                        .orElse("")
                                + "."));
    }

    private static Element details(String title, List<Moment> moments) {
        Table table = new Table(title, Column.word("Time (UTC)"), Column.word("What"), Column.text("About it"));
        moments.stream()
                .limit(MOST)
                .forEach(moment -> table.row(
                        Cell.of(Element.of("time")
                                .with("datetime", moment.at().toString())
                                .text(Utc.exact(moment.at()))),
                        Cell.text(moment.what()),
                        moment.words().isEmpty() ? Cell.NOTHING : Cell.of(Clip.shown(moment.words(), Clip.SENTENCE))));
        Element details =
                Element.of("details").add(Element.of("summary").text(title)).add(table.element());
        int more = moments.size() - MOST;
        return more > 0
                ? details.add(Element.of("p").text("and " + Quantity.of(more, "more line") + " in the receipt"))
                : details;
    }
}
