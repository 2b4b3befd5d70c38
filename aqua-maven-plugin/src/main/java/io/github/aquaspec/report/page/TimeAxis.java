package io.github.aquaspec.report.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Time from left to right, over the whole width whatever that is: places are parts of it. */
record TimeAxis(Instant from, Instant to) {

    private static final int MOST_TICKS = 6;
    private static final List<Duration> STEPS = LongStream.of(
                    100,
                    200,
                    500,
                    1000,
                    2000,
                    5000,
                    10_000,
                    15_000,
                    20_000,
                    30_000,
                    60_000,
                    120_000,
                    300_000,
                    600_000,
                    900_000,
                    1_800_000,
                    3_600_000,
                    7_200_000,
                    10_800_000,
                    21_600_000,
                    43_200_000,
                    86_400_000)
            .mapToObj(Duration::ofMillis)
            .toList();

    /** Over all of some instants; they are in order. */
    static TimeAxis over(List<Instant> instants) {
        Instant first = instants.get(0);
        Instant last = instants.get(instants.size() - 1);
        return new TimeAxis(first, last.isAfter(first) ? last : first.plusMillis(1));
    }

    /** Where an instant stands: {@code 12.5%}. */
    String place(Instant at) {
        return percent(share(at));
    }

    /** How wide a range is. */
    String width(Instant start, Instant end) {
        return percent(Math.max(0, share(end) - share(start)));
    }

    double share(Instant at) {
        double all = seconds(from, to);
        return Math.min(1, Math.max(0, seconds(from, at) / all));
    }

    /** The distance of its marks. */
    Duration step() {
        double all = seconds(from, to);
        return STEPS.stream()
                .filter(step -> all / (step.toMillis() / 1000.0) <= MOST_TICKS)
                .findFirst()
                .orElseGet(() -> Duration.ofDays((long) Math.ceil(all / 86_400 / MOST_TICKS)));
    }

    /** Its marks, at round times. */
    List<Instant> ticks() {
        long step = step().toMillis();
        List<Instant> ticks = new ArrayList<>();
        long at = Math.floorDiv(from.toEpochMilli() + step - 1, step) * step;
        for (; at <= to.toEpochMilli(); at += step) {
            ticks.add(Instant.ofEpochMilli(at));
        }
        return ticks;
    }

    private static double seconds(Instant start, Instant end) {
        return end.getEpochSecond() - start.getEpochSecond() + (end.getNano() - start.getNano()) / 1e9;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * share);
    }
}
