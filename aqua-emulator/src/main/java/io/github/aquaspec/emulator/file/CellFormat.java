package io.github.aquaspec.emulator.file;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How values become text in a result file.
 *
 * @param zone of dateTimes: UTC with {@code dateTimeUtc}, else the tenant's
 * @param nullReplacement what stands for null
 */
public record CellFormat(ZoneId zone, String nullReplacement) {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

    /**
     * The text of a value.
     *
     * @param value as the database gives it, null for null
     */
    String text(Object value) {
        if (value == null) {
            return nullReplacement;
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof OffsetDateTime dateTime) {
            return DATE_TIME.format(dateTime.atZoneSameInstant(zone));
        }
        return value.toString();
    }
}
