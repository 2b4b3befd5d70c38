package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Param;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value of a type, written in the one way that a query takes.
 *
 * @param type what it is
 * @param text how it is written, without quotes
 */
record TypedText(Param.Type type, String text) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})");
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    /** Reads a text as a type; empty when it is none of it. */
    static Optional<TypedText> of(Param.Type type, String raw) {
        String bare = raw.strip();
        Optional<String> text = switch (type) {
            case TEXT -> Optional.of(raw).filter(TypedText::canBeSent);
            case NUMBER -> Optional.of(bare).filter(NUMBER.asMatchPredicate());
            case BOOLEAN ->
                Optional.of(bare.toLowerCase(Locale.ROOT)).filter(b -> b.equals("true") || b.equals("false"));
            case DATE -> Optional.of(bare).filter(DATE.asMatchPredicate()).filter(TypedText::isDay);
            case DATE_TIME ->
                Optional.of(bare).filter(DATE_TIME.asMatchPredicate()).flatMap(TypedText::dateTime);
        };
        return text.map(written -> new TypedText(type, written));
    }

    /** What a text of a type looks like, in words. */
    static String wanted(Param.Type type) {
        return switch (type) {
            case TEXT -> "text without control characters";
            case NUMBER -> "a number, such as 12.5";
            case BOOLEAN -> "true or false";
            case DATE -> "a date, such as 2020-01-31";
            case DATE_TIME -> "a dateTime with offset and whole seconds, such as 2020-01-31T00:00:00Z";
        };
    }

    /** What a text is that is not of a type, in words. */
    static String not(Param.Type type) {
        return switch (type) {
            case TEXT -> "no text that can be sent";
            case NUMBER -> "no number";
            case BOOLEAN -> "neither true nor false";
            case DATE -> "no date";
            case DATE_TIME -> "no dateTime";
        };
    }

    private static boolean canBeSent(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static Optional<String> dateTime(String text) {
        try {
            return Optional.of(WITH_OFFSET.format(OffsetDateTime.parse(text)));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
