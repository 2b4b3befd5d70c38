package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Literal;

/** A date as Zuora reads it. */
final class DateText {

    private DateText() {}

    /** What a literal says that may be a date, in quotes or not; nothing for others. */
    static String written(Literal value) {
        return value instanceof Literal.Text text
                ? text.value()
                : value instanceof Literal.UnquotedDate date ? date.text() : "";
    }

    /** A date or dateTime, with or without quotes, as the text that was probably meant; as it is where that is not known. */
    static String quoted(String text) {
        String bare = text.replaceAll("^['\"]|['\"]$", "");
        DateLiteral date = DateLiteral.of(bare);
        if (date instanceof DateLiteral.SpaceForT space) {
            return "'" + space.corrected().orElse("2026-08-01T00:00:00Z") + "'";
        }
        return "'" + (date instanceof DateLiteral.FractionOfSecond fraction ? fraction.corrected() : bare) + "'";
    }
}
