package io.github.aquaspec.emulator.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * What {@code incrementalTime} means: a local time of the data centre, in whole seconds (Zuora documentation, Post query
 * with retrieval time). A time that the clock change skips counts as if the clock had not been changed; of two moments
 * with the same time the earlier one counts, so that nothing is missed.
 *
 * @param zone of the data centre
 */
record RetrievalTime(ZoneId zone) {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static boolean isOne(String text) {
        try {
            LocalDateTime.parse(text, FORM);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The instant meant by a text that {@linkplain #isOne is one}. */
    Instant instant(String text) {
        return LocalDateTime.parse(text, FORM)
                .atZone(zone)
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }
}
