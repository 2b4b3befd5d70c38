package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that happened in a run.
 *
 * @param what the word of the receipt
 * @param query the query that it concerns, from 0
 * @param states of batches that changed
 */
record Moment(
        Instant at, String what, Optional<Long> query, Optional<String> status, List<BatchState> states, String words) {

    /** How a batch stands. */
    record BatchState(long query, String name, String status) {}

    Moment {
        states = List.copyOf(states);
    }

    /** What happened in a run, in order of time. */
    static List<Moment> all(Member receipt) {
        List<Moment> moments = new ArrayList<>();
        for (Member json : receipt.items("timeline")) {
            json.instant("at").ifPresent(at -> moments.add(of(at, json)));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private static Moment of(Instant at, Member json) {
        List<BatchState> states = json.items("batches").stream()
                .filter(batch -> batch.number("query").isPresent())
                .map(batch -> new BatchState(
                        batch.number("query").orElseThrow(),
                        batch.text("name").orElse(""),
                        batch.text("status").orElse("")))
                .toList();
        return new Moment(
                at,
                json.text("what").orElse("something"),
                json.number("query"),
                json.text("status"),
                states,
                words(json, states));
    }

    /** What a receipt tells of it, in one line. */
    private static String words(Member json, List<BatchState> states) {
        List<String> parts = new ArrayList<>();
        json.text("job").ifPresent(job -> parts.add("job " + job));
        json.text("status").ifPresent(status -> parts.add("is " + status));
        json.number("query").ifPresent(query -> parts.add("query " + (query + 1)));
        json.number("records").ifPresent(n -> parts.add(Quantity.of(n, "record")));
        json.number("bytes").ifPresent(n -> parts.add(Quantity.of(n, "byte")));
        json.text("code").ifPresent(parts::add);
        json.text("message").ifPresent(message -> parts.add(Finding.withoutCells(json.text("code"), message)));
        json.text("why").ifPresent(parts::add);
        json.text("request").ifPresent(parts::add);
        if (!states.isEmpty()) {
            parts.add(states.stream()
                    .map(state -> (state.name().isEmpty() ? "query " + (state.query() + 1) : state.name()) + " "
                            + state.status())
                    .collect(Collectors.joining(", ", "batches: ", "")));
        }
        return String.join(" · ", parts);
    }

    /** Whether something did not go at once. */
    boolean isTrouble() {
        return what.equals("again") || what.equals("retried") || what.equals("waiting") || what.equals("given-up");
    }
}
