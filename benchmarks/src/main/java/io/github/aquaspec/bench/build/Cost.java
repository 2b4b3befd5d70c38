package io.github.aquaspec.bench.build;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a command took.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of all its processes, in their own code and in the system's
 * @param peak the most memory that a Java process of it had resident, in KiB; 0 where nobody looked
 */
record Cost(double wall, double cpu, long peak) {

    /** The value in the middle. */
    static double median(List<Cost> costs, ToDoubleFunction<Cost> value) {
        List<Double> sorted = costs.stream()
                .map(value::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The value in the middle, and the least and the most. */
    static String spread(List<Cost> costs, ToDoubleFunction<Cost> value) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f–%.2f)",
                median(costs, value),
                costs.stream().mapToDouble(value).min().orElseThrow(),
                costs.stream().mapToDouble(value).max().orElseThrow());
    }
}
