package io.github.aquaspec.spec.zoql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code now}, {@code today - 30 days}, {@code now - 1 day (America/Los_Angeles)}: a time counted from the moment the
 * query runs (Zuora documentation, Export ZOQL: date and time). Export ZOQL only.
 *
 * @param base what is counted from
 * @param amount how many units, negative for the past
 * @param unit what is counted; days where nothing is
 * @param zone the zone in parentheses; without one, the tenant's
 */
public record RelativeTime(Base base, long amount, ChronoUnit unit, Optional<ZoneId> zone) {

    /** What a relative time is counted from. */
    public enum Base {
        /** The moment itself. */
        NOW,
        /** The start of the day. */
        TODAY
    }

    private static final Pattern CLAIM =
            Pattern.compile("\\s*(?:now|today|yesterday|tomorrow)(?![\\p{Alnum}_]).*", flags());
    private static final Pattern FORM = Pattern.compile(
            "(?<base>now|today)"
                    + "(?: (?<sign>[+-]) (?<amount>\\d{1,6}) (?<unit>second|minute|hour|day|week|month|year)s?)?"
                    + "(?: \\((?<zone>[^()]+)\\))?",
            flags());

    private static final Pattern CLOCK = Pattern.compile(
            "now|today|yesterday|tomorrow|getdate|sysdate|current_?(?:date|timestamp|time)", Pattern.CASE_INSENSITIVE);

    /** Whether a word outside quotes names the moment of the query, as in other languages. */
    public static boolean isClock(String word) {
        return CLOCK.matcher(word).matches();
    }

    /** Whether a text starts like a relative time, well written or not. */
    public static boolean isMeantBy(String text) {
        return CLAIM.matcher(text).matches();
    }

    /** Reads a text, without quotes. Empty unless Zuora would read it, its zone included. */
    public static Optional<RelativeTime> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Base base = Base.valueOf(form.group("base").toUpperCase(Locale.ROOT));
        Optional<ZoneId> zone = Optional.ofNullable(form.group("zone")).flatMap(RelativeTime::zone);
        if (form.group("zone") != null && zone.isEmpty()) {
            return Optional.empty();
        }
        if (form.group("amount") == null) {
            return Optional.of(new RelativeTime(base, 0, ChronoUnit.DAYS, zone));
        }
        long amount = Long.parseLong(form.group("sign") + form.group("amount"));
        ChronoUnit unit = ChronoUnit.valueOf(form.group("unit").toUpperCase(Locale.ROOT) + "S");
        return Optional.of(new RelativeTime(base, amount, unit, zone));
    }

    /** The time it stands for, with the calendar of its zone. */
    public ZonedDateTime at(Instant now, ZoneId tenantZone) {
        ZonedDateTime start = now.atZone(zone.orElse(tenantZone));
        ZonedDateTime from = base == Base.TODAY ? start.toLocalDate().atStartOfDay(start.getZone()) : start;
        return from.plus(amount, unit);
    }

    /** An offset, a zone's name, or its city: {@code -08:00}, {@code America/Los_Angeles}, {@code Los Angeles}. */
    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException notAnId) {
            String city = "/" + text.replace(' ', '_').toLowerCase(Locale.ROOT);
            return ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.toLowerCase(Locale.ROOT).endsWith(city))
                    .sorted()
                    .findFirst()
                    .map(ZoneId::of);
        }
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
