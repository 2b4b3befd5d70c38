package io.github.aquaspec.spec.zoql;

import java.math.BigDecimal;

/** A value that is written out. What a string means, a date or a relative time, depends on the field beside it. */
public sealed interface Literal extends Operand {

    /**
     * A string. Dates and relative times of Export ZOQL are strings too; see {@link DateLiteral} and {@link
     * RelativeTime}.
     *
     * @param range where it stands, quotes included
     * @param value without quotes and escapes
     */
    record Text(Range range, String value) implements Literal {}

    /**
     * A number without quotes.
     *
     * @param range where it stands, sign included
     * @param value its value
     */
    record Numeric(Range range, BigDecimal value) implements Literal {}

    /**
     * {@code true} or {@code false}.
     *
     * @param range where it stands
     * @param value which of the two
     */
    record Bool(Range range, boolean value) implements Literal {}

    /**
     * {@code null}.
     *
     * @param range where it stands
     */
    record Null(Range range) implements Literal {}

    /**
     * A date or dateTime without quotes, which ZOQL documents and Export ZOQL does not.
     *
     * @param range where it stands
     * @param text as written; {@link DateLiteral#of} reads it
     */
    record UnquotedDate(Range range, String text) implements Literal {}
}
