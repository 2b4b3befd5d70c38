package io.github.aquaspec.verify.cell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * A range of time that the records of a file should lie in, by one of their columns.
 *
 * @param column its name, in any case
 * @param from the first instant inside
 * @param to the first instant behind it
 */
public record TimeRange(String column, Instant from, Instant to) {

    /** As Zuora writes it: {@code 2026-08-04T20:11:15+0000}, and with a colon in the offset, or Z. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a range has an instant in it");
        }
    }

    /** Whether a text is a time that lies outside. */
    boolean excludes(String text) {
        return read(text)
                .filter(time -> time.isBefore(from) || !time.isBefore(to))
                .isPresent();
    }

    private static Optional<Instant> read(String text) {
        if (text.length() < "2026-08-04T20:11:15Z".length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TIME.parse(text, OffsetDateTime::from).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
