package io.github.aquaspec.emulator.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values of fields as people write and read them. */
final class FieldText {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int INTEGER_DIGITS = 19;
    private static final int FRACTION_DIGITS = 9;

    private FieldText() {}

    /**
     * A value as the database takes it.
     *
     * @param given text, a number, a boolean, or anything whose text means one; not null
     * @throws RecordRejected when the field can't hold it
     */
    static Object read(ObjectType object, Field field, Object given) {
        String text = given.toString();
        try {
            return switch (field.type()) {
                case ID -> checked(ID.matcher(text).matches(), text);
                case TEXT, SECURE -> checked(text.length() <= 4000, text);
                case PICKLIST -> checked(text.length() <= 100, text);
                case LONGTEXT -> checked(text.length() <= 100_000, text);
                case BOOLEAN -> bool(text);
                case INTEGER -> Long.valueOf(text.strip());
                case DECIMAL -> decimal(text.strip());
                case DATE -> LocalDate.parse(text.strip());
                case DATETIME ->
                    OffsetDateTime.parse(text.strip())
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .truncatedTo(ChronoUnit.MICROS);
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw RecordRejected.value(object, field, given, right(field.type()), e);
        }
    }

    /** A value of the database as text, number, boolean or null; {@link #read} takes it back. */
    static Object show(Object stored) {
        if (stored instanceof OffsetDateTime moment) {
            return instant(moment).toString();
        }
        if (stored instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        return stored instanceof LocalDate date ? date.toString() : stored;
    }

    static Instant instant(OffsetDateTime moment) {
        return moment.toInstant();
    }

    private static Object checked(boolean fits, Object value) {
        if (!fits) {
            throw new IllegalArgumentException("does not fit");
        }
        return value;
    }

    private static Object bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }

    private static Object decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean fits = number.signum() == 0
                || (number.stripTrailingZeros().scale() <= FRACTION_DIGITS
                        && (long) number.precision() - number.scale() <= INTEGER_DIGITS);
        return checked(fits, number);
    }

    private static String right(FieldType type) {
        return switch (type) {
            case ID -> "an id of 1 to 32 letters, digits, _ and -";
            case TEXT, SECURE -> "a text of at most 4,000 characters";
            case PICKLIST -> "a text of at most 100 characters";
            case LONGTEXT -> "a text of at most 100,000 characters";
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number of at most 19 digits, and 9 behind the point";
            case DATE -> "a date such as 2026-07-15";
            case DATETIME -> "a moment such as 2026-07-15T10:30:00Z";
        };
    }
}
