package io.github.aquaspec.emulator.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the literals that stand beside date and dateTime fields (Zuora documentation, Export ZOQL filter statements and
 * special dateTime features).
 */
final class TimeReader {

    private static final String OFFSET = "(Z|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})" + OFFSET, Pattern.CASE_INSENSITIVE);
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})(:\\d{2})?(\\.\\d+)?" + OFFSET, Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATIVE = Pattern.compile(
            "(now|today)(?: ([+-]) (\\d{1,6}) (second|minute|hour|day|week|month|year)s?)?(?: \\((.+)\\))?",
            Pattern.CASE_INSENSITIVE);

    private final ZoneId defaultZone;
    private final Instant now;

    /**
     * A reader.
     *
     * @param defaultZone of literals without an offset
     * @param now what relative times count from
     */
    TimeReader(ZoneId defaultZone, Instant now) {
        this.defaultZone = defaultZone;
        this.now = now;
    }

    /** Whether a text is a time by its distance from now. */
    static boolean isRelative(String text) {
        return RELATIVE.matcher(text.strip()).matches();
    }

    TimeLiteral read(String text) {
        String stripped = text.strip();
        try {
            Matcher day = DAY.matcher(stripped);
            if (day.matches()) {
                return new TimeLiteral.Day(LocalDate.parse(day.group(1)), zone(day.group(2)));
            }
            Matcher moment = MOMENT.matcher(stripped);
            if (moment.matches()) {
                return moment(moment);
            }
            Matcher relative = RELATIVE.matcher(stripped);
            return relative.matches() ? relative(relative) : new TimeLiteral.Dropped();
        } catch (DateTimeException | ArithmeticException e) {
            return new TimeLiteral.Dropped();
        }
    }

    private TimeLiteral moment(Matcher text) {
        ZoneId zone = zone(text.group(4));
        String seconds = Optional.ofNullable(text.group(2)).orElse(":00");
        LocalDateTime local = LocalDateTime.parse(text.group(1).toUpperCase(Locale.ROOT) + seconds);
        TimeLiteral.Moment moment = new TimeLiteral.Moment(local.atZone(zone).toInstant(), zone);
        return text.group(3) == null ? moment : new TimeLiteral.Fraction(moment);
    }

    private TimeLiteral relative(Matcher text) {
        ZoneId zone =
                text.group(5) == null ? defaultZone : namedZone(text.group(5).strip());
        boolean today = text.group(1).equalsIgnoreCase("today");
        ZonedDateTime start = now.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
        if (today) {
            start = start.truncatedTo(ChronoUnit.DAYS);
        }
        if (text.group(4) == null) {
            return today
                    ? new TimeLiteral.Day(start.toLocalDate(), zone)
                    : new TimeLiteral.Moment(start.toInstant(), zone);
        }
        ChronoUnit unit = ChronoUnit.valueOf(text.group(4).toUpperCase(Locale.ROOT) + "S");
        ZonedDateTime moved = start.plus(Long.parseLong(text.group(2) + text.group(3)), unit);
        return today && unit.isDateBased()
                ? new TimeLiteral.Day(moved.toLocalDate(), zone)
                : new TimeLiteral.Moment(moved.toInstant(), zone);
    }

    private ZoneId zone(String offset) {
        return offset == null ? defaultZone : ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
    }

    /** An offset, a zone of the tz database, or the city of one. */
    private static ZoneId namedZone(String name) {
        if (name.startsWith("+") || name.startsWith("-") || name.equalsIgnoreCase("Z")) {
            return ZoneOffset.of(name.toUpperCase(Locale.ROOT));
        }
        String city = '/' + name.replace(' ', '_').toLowerCase(Locale.ROOT);
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> ('/' + id.toLowerCase(Locale.ROOT)).endsWith(city))
                .sorted()
                .findFirst()
                .map(ZoneId::of)
                .orElseThrow(() -> new DateTimeException("no zone " + name));
    }
}
