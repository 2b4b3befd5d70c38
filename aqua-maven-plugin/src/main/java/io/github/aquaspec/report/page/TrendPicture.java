package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many records the runs before had, and this one: a bar each, the last one dark. */
final class TrendPicture {

    private static final int MOST = 30;
    private static final int STEP = 5;
    private static final int HEIGHT = 22;

    private TrendPicture() {}

    static Optional<Element> of(ReportedQuery query) {
        if (query.before().isEmpty() || query.records().isEmpty()) {
            return Optional.empty();
        }
        List<Long> counts = new ArrayList<>(
                query.before().stream().map(ReportedQuery.Amount::records).toList());
        counts.add(query.records().get());
        List<Long> shown = counts.subList(Math.max(0, counts.size() - MOST), counts.size());
        double highest = Math.max(1, shown.stream().mapToLong(n -> n).max().orElse(1));
        String words = "records of " + Quantity.of(shown.size(), "run") + ", this one last: "
                + shown.stream().map(Quantity::grouped).collect(Collectors.joining("; "));
        Element picture = Element.of("svg", "trend")
                .with("width", String.valueOf(shown.size() * STEP))
                .with("height", String.valueOf(HEIGHT))
                .with("role", "img")
                .with("aria-label", words)
                .add(Element.of("title").text(words));
        for (int i = 0; i < shown.size(); i++) {
            double height = Math.max(1, shown.get(i) / highest * HEIGHT);
            picture.add(Element.of("rect", i == shown.size() - 1 ? "now" : "then")
                    .with("x", String.valueOf(i * STEP))
                    .with("y", String.format(Locale.ROOT, "%.1f", HEIGHT - height))
                    .with("width", String.valueOf(STEP - 2))
                    .with("height", String.format(Locale.ROOT, "%.1f", height)));
        }
        return Optional.of(picture);
    }
}
