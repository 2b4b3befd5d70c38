package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.FieldType;

/**
 * A column of a query as SQL.
 *
 * @param apiName how a header of API names calls it
 * @param label how a header of labels calls it
 * @param type what it holds
 * @param sql how it is computed
 */
record Expression(String apiName, String label, FieldType type, String sql) {

    /** The same with another header. */
    Expression named(String alias) {
        return new Expression(alias, alias, type, sql);
    }

    /** The same under the names of the field alone. */
    Expression withoutObject() {
        return new Expression(
                apiName.substring(apiName.indexOf('.') + 1), label.substring(label.indexOf(": ") + 2), type, sql);
    }

    OutputColumn output() {
        return new OutputColumn(apiName, label, type);
    }
}
