package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.FieldType;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Column.Aggregate;
import io.github.aquaspec.spec.zoql.Column.DatePart;

/** Columns of a query as SQL: fields, parts of dates, aggregates. */
final class Columns {

    private final Scope scope;

    Columns(Scope scope) {
        this.scope = scope;
    }

    Expression of(Column column) throws QueryRejected {
        if (column instanceof Column.Field field) {
            return scope.field(field);
        }
        if (column instanceof DatePart part) {
            return part(part);
        }
        return aggregate((Aggregate) column);
    }

    private Expression part(DatePart part) throws QueryRejected {
        Expression field = scope.field(part.field());
        if (field.type() != FieldType.DATE && field.type() != FieldType.DATETIME) {
            throw QueryRejected.syntax(part.function() + " needs a date, and " + field.apiName() + " is none");
        }
        // The session's time zone is the tenant's: this makes the local date of a moment.
        String date = "CAST(" + field.sql() + " AS DATE)";
        return switch (part.function()) {
            case DATE -> function("DATE", field, FieldType.DATE, date);
            case YEAR -> number("YEAR", field, date, "YEAR");
            case QUARTER -> number("QUARTER", field, date, "QUARTER");
            case MONTH -> number("MONTH", field, date, "MONTH");
            case WEEK -> number("WEEK", field, date, "ISO_WEEK");
            case WEEKOFYEAR -> number("WEEKOFYEAR", field, date, "ISO_WEEK");
        };
    }

    private Expression aggregate(Aggregate aggregate) throws QueryRejected {
        if (aggregate.source().isEmpty()) {
            return new Expression("COUNT(*)", "COUNT(*)", FieldType.INTEGER, "COUNT(*)");
        }
        Expression field = scope.field(aggregate.source().get());
        String argument = (aggregate.distinct() ? "DISTINCT " : "") + field.sql();
        String call = aggregate.function() + "(" + argument + ")";
        return switch (aggregate.function()) {
            case COUNT -> function("COUNT", field, FieldType.INTEGER, call);
            case MAX, MIN -> function(aggregate.function().name(), field, field.type(), call);
            case SUM, AVG -> {
                if (!field.type().isNumber()) {
                    throw QueryRejected.syntax(
                            aggregate.function() + " needs a number, and " + field.apiName() + " is none");
                }
                yield function(
                        aggregate.function().name(),
                        field,
                        FieldType.DECIMAL,
                        "CAST(" + call + " AS " + FieldType.DECIMAL.sqlType() + ")");
            }
        };
    }

    private static Expression number(String name, Expression field, String date, String part) {
        return function(name, field, FieldType.INTEGER, "EXTRACT(" + part + " FROM " + date + ")");
    }

    private static Expression function(String name, Expression field, FieldType type, String sql) {
        return new Expression(name + '(' + field.apiName() + ')', name + '(' + field.label() + ')', type, sql);
    }
}
