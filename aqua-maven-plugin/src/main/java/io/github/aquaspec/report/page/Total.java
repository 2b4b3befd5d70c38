package io.github.aquaspec.report.page;

import java.util.Optional;
import java.util.stream.Stream;

/** Sums of counts, which nobody has checked: one that is too large stays at the largest number. */
final class Total {

    private Total() {}

    /** Empty where nothing is counted. */
    static Optional<Long> of(Stream<Optional<Long>> counts) {
        return counts.flatMap(Optional::stream).reduce((a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
    }
}
