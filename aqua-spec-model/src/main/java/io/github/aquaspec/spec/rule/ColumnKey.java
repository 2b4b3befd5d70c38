package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Name;
import java.util.Locale;

/**
 * What tells one column from another. Two spellings of one column, with or without its object, have equal keys.
 *
 * @param text in lower case
 */
record ColumnKey(String text) {

    static ColumnKey of(Column column, Name from) {
        String source = column.source().map(field -> name(field, from)).orElse("*");
        if (column instanceof Column.DatePart part) {
            source = part.function() + "(" + source + ")";
        } else if (column instanceof Column.Aggregate aggregate) {
            source = aggregate.function() + (aggregate.distinct() ? "(distinct " : "(") + source + ")";
        }
        return new ColumnKey(source.toLowerCase(Locale.ROOT));
    }

    private static String name(Column.Field field, Name from) {
        return field.isJoined(from)
                ? field.prefix().orElseThrow() + "." + field.name()
                : field.name().text();
    }
}
