package io.github.aquaspec.emulator.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a literal beside a date or dateTime field means, the two silent failures of the real service included. */
sealed interface TimeLiteral {

    /** A point in time, in whole seconds. */
    record Moment(Instant instant, ZoneId zone) implements TimeLiteral {

        /** Where the next second begins: no comparison tells moments of one second apart. */
        Instant end() {
            return instant.plusSeconds(1);
        }
    }

    /** A whole day. */
    record Day(LocalDate date, ZoneId zone) implements TimeLiteral {

        Instant start() {
            return date.atStartOfDay(zone).toInstant();
        }

        Instant end() {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** A moment written with a fraction of a second: as an upper bound it lets nothing through. */
    record Fraction(Moment whole) implements TimeLiteral {}

    /** Not understood, such as a blank in place of the {@code T}: the comparison is dropped without a word. */
    record Dropped() implements TimeLiteral {}
}
