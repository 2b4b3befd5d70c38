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
 * @param dateTimes whether dateTimes keep their time
 * @param nullReplacement what stands for null
 * @param formulaGuard whether an apostrophe goes before texts that a spreadsheet would take for a formula
 */
public record CellFormat(ZoneId zone, DateTimes dateTimes, String nullReplacement, boolean formulaGuard) {

    /** What becomes of a dateTime. */
    public enum DateTimes {
        /** {@code 2026-07-01T12:00:00+0000}. */
        WHOLE("yyyy-MM-dd'T'HH:mm:ssxx"),
        /** {@code 2026-07-01}, as before API version 69 (Zuora documentation, Data source exports). */
        DATE_ONLY("yyyy-MM-dd");

        private final DateTimeFormatter format;

        DateTimes(String pattern) {
            this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        }
    }

    private static final String FORMULA = "=+-@;";

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
            return dateTimes.format.format(dateTime.atZoneSameInstant(zone));
        }
        return value instanceof String text ? guarded(text) : value.toString();
    }

    private String guarded(String text) {
        boolean formula = formulaGuard && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? '\'' + text : text;
    }
}
