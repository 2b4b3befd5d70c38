package io.github.aquaspec.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much comes in a second, over the last few seconds. */
final class Rate {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, long total) {}

    /** The rate, now that so much has come in all. */
    long at(Instant now, long total) {
        samples.addLast(new Sample(now, total));
        while (samples.size() > 2
                && Duration.between(samples.getFirst().at(), now).compareTo(WINDOW) > 0) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        long millis = Duration.between(first.at(), now).toMillis();
        return millis <= 0 ? 0 : (total - first.total()) * 1000 / millis;
    }
}
