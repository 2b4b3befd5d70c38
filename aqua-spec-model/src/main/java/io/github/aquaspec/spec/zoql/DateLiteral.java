package io.github.aquaspec.spec.zoql;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says when it is compared with a date or dateTime field. Zuora takes ISO 8601 with a {@code T} (Zuora
 * documentation, Export ZOQL: filter statements); two other shapes are not refused but silently give wrong rows, as users
 * of AQuA report.
 */
public sealed interface DateLiteral {

    /**
     * {@code 2026-08-01}: the whole day when it is compared with a dateTime.
     *
     * @param date the day
     * @param zone an offset behind it, on which Zuora's pages disagree
     */
    record Day(LocalDate date, Optional<ZoneOffset> zone) implements DateLiteral {}

    /**
     * {@code 2026-08-01T00:00:00Z}; seconds and offset may be left out.
     *
     * @param time date and time in whole seconds
     * @param zone the offset; without one Zuora takes the tenant's zone, or US Pacific before WSDL 69
     */
    record Moment(LocalDateTime time, Optional<ZoneOffset> zone) implements DateLiteral {}

    /**
     * {@code 2026-08-01 00:00:00}: Zuora drops the whole comparison, and the query gives all rows.
     *
     * @param text as written
     */
    record SpaceForT(String text) implements DateLiteral {

        private static final Pattern FRACTION = Pattern.compile("[.,]\\d+");

        /** The moment that was probably meant, as Zuora reads it. */
        public Optional<String> corrected() {
            String joined = text.strip().replaceFirst(" ", "T").replace(" ", "").replace("UTC", "Z");
            return Optional.of(FRACTION.matcher(joined).replaceAll(""))
                    .filter(t -> DateLiteral.of(t) instanceof Moment);
        }
    }

    /**
     * {@code 2026-08-01T00:00:00.000Z}: as an upper bound Zuora gives no rows.
     *
     * @param text as written
     * @param whole the same without the fraction
     */
    record FractionOfSecond(String text, Moment whole) implements DateLiteral {

        private static final Pattern FRACTION = Pattern.compile("[.,]0*[1-9]");
        private static final Pattern WHOLE = Pattern.compile("[^T]*T[\\d:]*");
        private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

        /** The text without the fraction, as Zuora reads it. */
        public String corrected() {
            return text.replaceFirst("[.,]\\d+", "");
        }

        /**
         * The second behind the fraction, for an end that is not to leave any record out; none for a whole second, and
         * none behind the last one that can be written.
         */
        public Optional<String> next() {
            String zone = WHOLE.matcher(corrected()).replaceFirst("");
            return FRACTION.matcher(text).find()
                    ? Optional.of(FORM.format(whole.time().plusSeconds(1)) + zone)
                            .filter(text -> DateLiteral.of(text) instanceof Moment)
                    : Optional.empty();
        }
    }

    /**
     * Looks like a date but is none that Zuora reads: {@code 2026-13-01}, {@code 2026-8-1}, {@code 08/01/2026}, {@code
     * 01-AUG-2026}, seconds since 1970.
     *
     * @param text as written
     */
    record Malformed(String text) implements DateLiteral {}

    /**
     * Anything else.
     *
     * @param text as written
     */
    record NotADate(String text) implements DateLiteral {}

    /** Reads a text, without quotes, as a date. */
    static DateLiteral of(String text) {
        if (Shapes.SPACE_FOR_T.matcher(text).matches()) {
            return new SpaceForT(text);
        }
        Matcher iso = Shapes.ISO.matcher(text);
        if (!iso.matches()) {
            return Shapes.DATE_LIKE.matcher(text).matches() ? new Malformed(text) : new NotADate(text);
        }
        try {
            return read(iso, text);
        } catch (DateTimeException noSuchDay) {
            return new Malformed(text);
        }
    }

    private static DateLiteral read(Matcher iso, String text) {
        LocalDate date = LocalDate.of(number(iso, "year"), number(iso, "month"), number(iso, "day"));
        Optional<ZoneOffset> zone = Optional.ofNullable(iso.group("zone")).map(ZoneOffset::of);
        if (iso.group("hour") == null) {
            return new Day(date, zone);
        }
        LocalTime time = LocalTime.of(number(iso, "hour"), number(iso, "minute"), number(iso, "second"));
        Moment moment = new Moment(date.atTime(time), zone);
        return iso.group("fraction") == null ? moment : new FractionOfSecond(text, moment);
    }

    private static int number(Matcher iso, String part) {
        String digits = iso.group(part);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
