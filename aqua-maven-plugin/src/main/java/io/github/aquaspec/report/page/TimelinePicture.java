package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.page.Phases.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Jobs and their batches over time, one row each. Widths are parts of the whole and heights are fixed, so that it fits a
 * phone and a poster and its letters stay letters.
 */
final class TimelinePicture {

    private static final int MOST_ROWS = 150;
    private static final int LABEL = 36;
    private static final int TOP = 26;
    private static final int JOB = 46;
    private static final int BATCH = 32;

    private final TimeAxis axis;
    private final List<Element> rows = new ArrayList<>();
    private final Set<String> drawn = new HashSet<>();
    private int left = MOST_ROWS;
    private int bottom = TOP;

    private TimelinePicture(TimeAxis axis) {
        this.axis = axis;
    }

    /** The picture; empty where no receipt tells when. */
    static Optional<Element> of(List<ReportedRun> runs) {
        List<Instant> known =
                runs.stream().flatMap(run -> run.instants().stream()).sorted().toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        TimelinePicture picture = new TimelinePicture(TimeAxis.over(known));
        picture.left -= Math.min(runs.size(), MOST_ROWS);
        runs.stream().limit(MOST_ROWS).forEach(picture::run);
        return Optional.of(picture.figure(runs.size() - MOST_ROWS));
    }

    private Element figure(int missing) {
        Element svg = Element.of("svg", "timeline")
                .with("width", "100%")
                .with("height", String.valueOf(bottom + 4))
                .with("role", "img")
                .with(
                        "aria-label",
                        "Jobs and batches from " + Utc.range(axis.from(), axis.to())
                                + "; the tables below tell the same in words");
        axis.ticks().forEach(tick -> svg.add(tick(tick)));
        svg.add(rows);
        String rest = missing > 0 ? " " + Quantity.of(missing, "more manifest") + " in the ledger." : "";
        return Element.of("figure")
                .add(svg)
                .add(Element.of("figcaption")
                        .add(key("untold", "no states told"))
                        .add(key("queued", "queued"))
                        .add(key("executing", "executing"))
                        .add(key("downloading", "downloading"))
                        .add(key(Mark.SUCCEEDED, "published or verified"))
                        .add(key(Mark.WARNED, "waited, or tried again"))
                        .add(Element.of("span").text("Times are UTC." + rest)));
    }

    /** Explains a mark, where the picture has it. */
    private Optional<Element> key(Mark standing, String word) {
        return drawn.contains(standing.style()) ? Optional.of(standing.shown(word)) : Optional.empty();
    }

    private Optional<Element> key(String style, String word) {
        if (!drawn.contains(style)) {
            return Optional.empty();
        }
        Element bar = Element.of("rect", style)
                .with("x", "0")
                .with("y", String.valueOf(8 - height(style) / 2.0))
                .with("width", "28")
                .with("height", String.valueOf(height(style)));
        return Optional.of(Element.of("span", "standing")
                .add(Element.of("svg")
                        .with("width", "28")
                        .with("height", "16")
                        .with("aria-hidden", "true")
                        .add(bar))
                .add(Element.of("span").text(word)));
    }

    private Element tick(Instant at) {
        double share = axis.share(at);
        String anchor = share < 0.06 ? "start" : share > 0.94 ? "end" : "middle";
        return Element.of("g")
                .add(Element.of("line", "grid")
                        .with("x1", axis.place(at))
                        .with("x2", axis.place(at))
                        .with("y1", "18")
                        .with("y2", String.valueOf(bottom)))
                .add(Element.of("text", "tick")
                        .with("x", axis.place(at))
                        .with("y", "11")
                        .with("text-anchor", anchor)
                        .text(Utc.tick(at, axis.step())));
    }

    private void run(ReportedRun run) {
        Phases phases = Phases.ofJob(run);
        Element row = Element.of("g").add(title(run.id(), phases, run.standing().word()));
        row.add(label("label", Clip.of(run.id(), LABEL), 16));
        row.add(Element.of("text", "aside " + run.standing().style())
                .with("x", "100%")
                .with("y", String.valueOf(bottom + 16))
                .with("text-anchor", "end")
                .text(run.standing().word() + lasted(run)));
        int middle = bottom + 29;
        if (phases.stretches().isEmpty()) {
            span(run).ifPresent(stretch -> row.add(bar("untold", stretch, middle)));
        }
        draw(row, phases, middle);
        List<Instant> known = run.instants();
        if (!known.isEmpty()) {
            row.add(mark(run.standing(), known.get(known.size() - 1), middle));
        }
        rows.add(row);
        bottom += JOB;
        if (!phases.stretches().isEmpty()) {
            batches(run);
        }
    }

    private void batches(ReportedRun run) {
        int shown = 0;
        for (ReportedQuery query : run.queries()) {
            Phases phases = Phases.ofQuery(run, shown++);
            if (left > 0 && !phases.stretches().isEmpty()) {
                left--;
                Element row = Element.of("g", "batch")
                        .add(title(query.name(), phases, phases.verified().isPresent() ? "verified" : "not verified"))
                        .add(label("sublabel", Clip.of(query.name(), LABEL), 11));
                draw(row, phases, bottom + 20);
                phases.verified().ifPresent(at -> row.add(mark(Mark.SUCCEEDED, at, bottom + 20)));
                rows.add(row);
                bottom += BATCH;
            }
        }
        bottom += 8;
    }

    private void draw(Element row, Phases phases, int middle) {
        phases.stretches()
                .forEach(stretch ->
                        row.add(bar(stretch.phase().word() + (stretch.isOpen() ? " unended" : ""), stretch, middle)));
        phases.troubles().forEach(at -> row.add(mark(Mark.WARNED, at, middle)));
    }

    private static int height(String style) {
        return style.startsWith("queued") || style.startsWith("untold") ? 2 : style.startsWith("executing") ? 8 : 12;
    }

    private Element bar(String style, Stretch stretch, int middle) {
        int height = height(style);
        drawn.add(style.replace(" unended", ""));
        return Element.of("rect", style)
                .with("x", axis.place(stretch.from()))
                .with("y", String.valueOf(middle - height / 2))
                .with("width", axis.width(stretch.from(), stretch.to()))
                .with("height", String.valueOf(height));
    }

    /** An anchor of no size carries the mark, so that it stands at its share of the width and keeps its form. */
    private Element mark(Mark standing, Instant at, int middle) {
        drawn.add(standing.style());
        double share = axis.share(at);
        String inward = share > 0.97 ? "translate(-8 0)" : share < 0.03 ? "translate(8 0)" : "translate(0 0)";
        return Element.of("svg")
                .with("x", axis.place(at))
                .with("y", String.valueOf(middle))
                .with("overflow", "visible")
                .add(Element.of("g").with("transform", inward).add(standing.shape()));
    }

    private Element label(String style, String text, int down) {
        return Element.of("text", style)
                .with("x", "0")
                .with("y", String.valueOf(bottom + down))
                .text(text);
    }

    private static Optional<Stretch> span(ReportedRun run) {
        List<Instant> known = run.instants();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stretch(
                        Phases.Phase.QUEUED,
                        known.get(0),
                        known.get(known.size() - 1),
                        run.head().ended().isEmpty()));
    }

    private static String lasted(ReportedRun run) {
        return run.head()
                .started()
                .flatMap(start -> run.head().ended().map(end -> Duration.between(start, end)))
                .filter(time -> !time.isNegative())
                .map(time -> ", " + Quantity.of(time))
                .orElse("");
    }

    private static Element title(String name, Phases phases, String standing) {
        String states = phases.stretches().stream()
                .map(stretch -> stretch.phase().word() + " " + Utc.exact(stretch.from()) + " to "
                        + (stretch.isOpen() ? "nobody knows when" : Utc.exact(stretch.to())))
                .collect(Collectors.joining(", "));
        return Element.of("title")
                .text(Clip.of(name, Clip.NAME) + ": " + standing + (states.isEmpty() ? "" : "; " + states));
    }
}
