package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;

/** The names of columns without an alias, where it is not known how AQuA calls them. */
final class Headers {

    private final boolean functionsAsWritten;
    private final boolean fieldsAlone;
    private final String query;

    /**
     * Headers of one query.
     *
     * @param query the text that was parsed
     */
    Headers(Settings settings, String query, Dialect dialect) {
        this.functionsAsWritten = settings.get(Setting.FUNCTION_HEADERS).equals("text");
        this.fieldsAlone =
                dialect == Dialect.ZOQL && settings.get(Setting.ZOQL_HEADERS).equals("field");
        this.query = query;
    }

    /** The column under the name that the file will show. */
    Expression of(Column column, Expression expression) {
        if (column instanceof Column.Field) {
            return fieldsAlone ? expression.withoutObject() : expression;
        }
        return functionsAsWritten ? expression.named(column.range().in(query)) : expression;
    }
}
