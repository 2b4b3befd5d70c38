package io.github.aquaspec.run.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Times as Zuora writes them: {@code 2021-01-18T17:13:48+0000}, and in older answers {@code 2014-09-03 08:20:07} in the
 * data centre's zone (Zuora documentation, Get job results).
 */
public final class ServerTime {

    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");

    private ServerTime() {}

    /** The instant of a text; empty when it is written in yet another way. */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        try {
            return Optional.of(
                    text.indexOf('T') > 0
                            ? OffsetDateTime.parse(text, WITH_OFFSET).toInstant()
                            : LocalDateTime.parse(text, DataCentreTime.WRITTEN)
                                    .atZone(zone)
                                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The same where the zone of the data centre may not be known; empty also where the text would need it. */
    public static Optional<Instant> parse(String text, Optional<ZoneId> zone) {
        return text.indexOf('T') > 0 || zone.isPresent() ? parse(text, zone.orElse(ZoneOffset.UTC)) : Optional.empty();
    }
}
