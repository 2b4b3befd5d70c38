package io.github.aquaspec.report.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the receipt of one manifest tells, or of a job that was fetched alone.
 *
 * @param id of the manifest, and the folder of its receipt
 * @param outcome in one sentence, where no finding tells it
 * @param snapshot the published folder
 */
record ReportedRun(
        String id,
        Head head,
        Mark standing,
        Optional<String> outcome,
        Optional<String> advice,
        Optional<String> runKey,
        Optional<String> jobId,
        Optional<Window> window,
        Optional<String> snapshot,
        List<ReportedQuery> queries,
        List<Check> checks,
        List<Finding> findings,
        List<Moment> timeline,
        Optional<Long> requests,
        Optional<Long> retried) {

    /** The range of time that was asked for, as the receipt writes it. */
    record Window(String from, String to) {}

    ReportedRun {
        queries = List.copyOf(queries);
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        timeline = List.copyOf(timeline);
    }

    static ReportedRun of(String id, Member receipt) {
        Member window = receipt.member("window");
        return new ReportedRun(
                id,
                Head.of(receipt),
                receipt.text("status").flatMap(Mark::of).orElse(Mark.UNKNOWN),
                outcome(receipt),
                receipt.member("outcome").text("retry").flatMap(ReportedRun::advice),
                receipt.text("runKey"),
                receipt.text("jobId"),
                window.text("from").flatMap(from -> window.text("to").map(to -> new Window(from, to))),
                receipt.text("snapshot"),
                ReportedQuery.all(receipt),
                receipt.items("checks").stream().map(Check::of).toList(),
                Stream.concat(receipt.items("diagnostics").stream(), receipt.items("accepted").stream())
                        .map(Finding::of)
                        .toList(),
                Moment.all(receipt),
                receipt.member("requests").number("sent"),
                receipt.member("requests").number("retried"));
    }

    /** What the words of a finding say is told there, without the cells that it may name. */
    private static Optional<String> outcome(Member receipt) {
        List<Optional<String>> told = receipt.items("diagnostics").stream()
                .map(found -> found.text("message"))
                .toList();
        return receipt.member("outcome").text("summary").filter(summary -> !told.contains(Optional.of(summary)));
    }

    private static Optional<String> advice(String retry) {
        return switch (retry) {
            case "now" -> Optional.of("Run it again.");
            case "later" -> Optional.of("Run it again later.");
            case "never" -> Optional.of("Another run alone would change nothing.");
            default -> Optional.empty();
        };
    }

    Optional<Long> records() {
        return Total.of(queries.stream().map(ReportedQuery::records));
    }

    Optional<Long> bytes() {
        return Total.of(queries.stream().map(ReportedQuery::bytes));
    }

    /** When something is known to have happened, first to last. */
    List<Instant> instants() {
        List<Instant> known = new ArrayList<>(timeline.stream().map(Moment::at).toList());
        head.started().ifPresent(known::add);
        head.ended().ifPresent(known::add);
        known.sort(null);
        return known;
    }
}
