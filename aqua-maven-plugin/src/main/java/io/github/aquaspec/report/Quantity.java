package io.github.aquaspec.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Quantity {

    private static final int KILO = 1000;
    private static final String UNITS = "kMGT";

    private Quantity() {}

    /** {@code 1,234,567}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count with its noun: {@code 1 manifest}, {@code 2 manifests}. */
    public static String of(long count, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return grouped(count) + " " + (count == 1 ? noun : plural);
    }

    /** {@code 812 B}, {@code 8.4 MB}, {@code 412 MB}. */
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= KILO - 0.5 && unit < UNITS.length() - 1) {
            size /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, size < 9.95 ? "%.1f %cB" : "%.0f %cB", size, UNITS.charAt(unit));
    }

    /** {@code 12 s}, {@code 2 min 10 s}: what changes while it is looked at. */
    static String seconds(Duration duration) {
        return duration.toSeconds() < 60 ? duration.toSeconds() + " s" : of(duration);
    }

    /** {@code 850 ms}, {@code 12.3 s}, {@code 1 h 05 min}. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis / 1000 + "." + millis % 1000 / 100 + " s";
        }
        long minutes = duration.toMinutes();
        return minutes < 60
                ? String.format(Locale.ROOT, "%d min %02d s", minutes, duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
}
