package io.github.aquaspec.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in UTC. */
final class Utc {

    private static final DateTimeFormatter DAY = formatter("d MMMM uuuu");
    private static final DateTimeFormatter SECOND = formatter("HH:mm:ss");
    private static final DateTimeFormatter MILLI = formatter("HH:mm:ss.SSS");
    private static final DateTimeFormatter MINUTE = formatter("HH:mm");
    private static final DateTimeFormatter SHORT_DAY = formatter("d MMM");

    private Utc() {}

    /** {@code 27 November 2026, 04:47:10 UTC}. */
    static String full(Instant at) {
        return DAY.format(at) + ", " + SECOND.format(at) + " UTC";
    }

    /** {@code 27 November 2026, 04:47:10 to 04:48:00 UTC}. */
    static String range(Instant from, Instant to) {
        boolean sameDay = DAY.format(from).equals(DAY.format(to));
        return DAY.format(from) + ", " + SECOND.format(from) + " to " + (sameDay ? "" : DAY.format(to) + ", ")
                + SECOND.format(to) + " UTC";
    }

    /** {@code 04:47:10.882}. */
    static String exact(Instant at) {
        return MILLI.format(at);
    }

    /** A point of an axis, as exact as its steps are. */
    static String tick(Instant at, Duration step) {
        if (step.compareTo(Duration.ofDays(1)) >= 0) {
            return SHORT_DAY.format(at);
        }
        if (step.compareTo(Duration.ofMinutes(1)) >= 0) {
            return MINUTE.format(at);
        }
        return step.toMillis() >= 1000 ? SECOND.format(at) : MILLI.format(at).substring(0, "HH:mm:ss.S".length());
    }

    /** A time with what a machine reads beside what people do. */
    static Element element(Instant at) {
        return Element.of("time").with("datetime", at.toString()).text(full(at));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
