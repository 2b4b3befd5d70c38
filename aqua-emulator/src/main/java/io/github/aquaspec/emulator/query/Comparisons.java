package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.FieldType;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** One field compared with a value or another field. What a literal means depends on the field's type. */
final class Comparisons {

    /** Far more digits than a field has; what is written in a query must not fill the memory. */
    private static final int MAX_SCALE = 100;

    private final Dialect dialect;
    private final TimeReader times;
    private final DateRule dateRule;
    private final boolean fractionsFindNothing;
    private final ZoneId tenantZone;

    /** How dates and dateTimes may meet. */
    enum DateRule {
        /** A date beside a dateTime is its whole day. */
        LENIENT,
        /** {@code type: zoql} from API version 69 on: a date is compared with dates, a dateTime with dateTimes. */
        STRICT
    }

    /**
     * Comparisons of one query.
     *
     * @param fractionsFindNothing whether a fraction of a second finds nothing behind any operator, not only {@code <}
     *     and {@code <=}
     */
    Comparisons(Dialect dialect, TimeReader times, DateRule dateRule, boolean fractionsFindNothing, ZoneId tenantZone) {
        this.dialect = dialect;
        this.times = times;
        this.dateRule = dateRule;
        this.fractionsFindNothing = fractionsFindNothing;
        this.tenantZone = tenantZone;
    }

    Sql fields(Expression left, Operator operator, Expression right) throws QueryRejected {
        FieldType one = left.type();
        FieldType other = right.type();
        boolean alike = one == other || (one.isText() && other.isText()) || (one.isNumber() && other.isNumber());
        if (alike) {
            checkOrder(left, operator);
            if (one == FieldType.DATETIME) {
                return Sql.of(second(left) + sign(operator) + second(right));
            }
            return Sql.of(left.sql() + sign(operator) + right.sql());
        }
        if (one == FieldType.DATETIME && other == FieldType.DATE) {
            return Sql.of(localDate(left) + sign(operator) + right.sql());
        }
        if (one == FieldType.DATE && other == FieldType.DATETIME) {
            return Sql.of(left.sql() + sign(operator) + localDate(right));
        }
        throw QueryRejected.syntax(left.apiName() + " cannot be compared with " + right.apiName());
    }

    Sql isNull(Expression column, boolean negated) throws QueryRejected {
        // Zuora documentation, Zuora Object Query Language: filter statements.
        if (dialect == Dialect.ZOQL
                && column.type() == FieldType.DATE
                && column.apiName().endsWith("__c")) {
            throw QueryRejected.syntax(column.apiName() + " is a custom date, which cannot be compared with null");
        }
        return Sql.of(column.sql() + (negated ? " IS NOT NULL" : " IS NULL"));
    }

    Sql value(Expression column, Operator operator, Literal literal) throws QueryRejected {
        checkOrder(column, operator);
        return switch (column.type()) {
            case DATE -> day(column, operator, time(column, literal));
            case DATETIME -> moment(column, operator, time(column, literal));
            case BOOLEAN -> Sql.of(column.sql() + sign(operator) + "?", bool(column, literal));
            case INTEGER, DECIMAL -> Sql.of(column.sql() + sign(operator) + "?", number(column, literal));
            default -> Sql.of(column.sql() + sign(operator) + "?", text(literal));
        };
    }

    /** ZOQL knows no relative times (Zuora documentation, Special dateTime features in Export ZOQL). */
    private TimeLiteral time(Expression column, Literal literal) throws QueryRejected {
        if (dialect == Dialect.ZOQL && TimeReader.isRelative(text(literal))) {
            throw QueryRejected.syntax("INVALID_VALUE: " + column.apiName() + " is compared with a relative time");
        }
        return times.read(text(literal));
    }

    private Sql moment(Expression column, Operator operator, TimeLiteral literal) throws QueryRejected {
        if (literal instanceof TimeLiteral.Fraction fraction) {
            boolean upperBound = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
            return upperBound || fractionsFindNothing ? Sql.FALSE : moment(column, operator, fraction.whole());
        }
        if (literal instanceof TimeLiteral.Moment moment) {
            return within(column.sql(), operator, utc(moment.instant()), utc(moment.end()));
        }
        if (literal instanceof TimeLiteral.Day day) {
            if (dateRule == DateRule.STRICT) {
                throw QueryRejected.syntax("INVALID_VALUE: " + column.apiName() + " is compared with dateTimes only");
            }
            return within(column.sql(), operator, utc(day.start()), utc(day.end()));
        }
        return Sql.TRUE;
    }

    /** A comparison with a literal that stands for a span of time: a day, or a second. */
    private static Sql within(String column, Operator operator, OffsetDateTime start, OffsetDateTime end) {
        return switch (operator) {
            case EQUAL -> Sql.of("(" + column + " >= ? AND " + column + " < ?)", start, end);
            case NOT_EQUAL -> Sql.of("(" + column + " < ? OR " + column + " >= ?)", start, end);
            case LESS -> Sql.of(column + " < ?", start);
            case LESS_OR_EQUAL -> Sql.of(column + " < ?", end);
            case GREATER -> Sql.of(column + " >= ?", end);
            case GREATER_OR_EQUAL -> Sql.of(column + " >= ?", start);
        };
    }

    private Sql day(Expression column, Operator operator, TimeLiteral literal) throws QueryRejected {
        if (literal instanceof TimeLiteral.Day day) {
            return Sql.of(column.sql() + sign(operator) + "?", day.date());
        }
        if (literal instanceof TimeLiteral.Dropped) {
            return Sql.TRUE;
        }
        if (dateRule == DateRule.STRICT) {
            throw QueryRejected.syntax("INVALID_VALUE: " + column.apiName() + " is compared with dates only");
        }
        TimeLiteral.Moment moment =
                literal instanceof TimeLiteral.Fraction fraction ? fraction.whole() : (TimeLiteral.Moment) literal;
        LocalDate local = moment.instant().atZone(tenantZone).toLocalDate();
        return Sql.of(column.sql() + sign(operator) + "?", local);
    }

    private static boolean bool(Expression column, Literal literal) throws QueryRejected {
        return switch (text(literal).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw QueryRejected.syntax(column.apiName() + " is true or false");
        };
    }

    private static BigDecimal number(Expression column, Literal literal) throws QueryRejected {
        try {
            BigDecimal number = new BigDecimal(text(literal).strip());
            if (Math.abs((long) number.scale()) > MAX_SCALE || number.precision() > MAX_SCALE) {
                throw QueryRejected.syntax("The number " + text(literal).strip() + " is out of range");
            }
            return number;
        } catch (NumberFormatException e) {
            throw QueryRejected.syntax(column.apiName() + " is compared with numbers only");
        }
    }

    private static String text(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Numeric number) {
            return number.value().toPlainString();
        }
        if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (literal instanceof Literal.UnquotedDate date) {
            return date.text();
        }
        throw new IllegalArgumentException("null is tested, not compared");
    }

    private static void checkOrder(Expression column, Operator operator) throws QueryRejected {
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (!equality && column.type() == FieldType.BOOLEAN) {
            throw QueryRejected.syntax(column.apiName() + " can only be compared with = or !=");
        }
    }

    /** The day of a moment in the session's time zone, which is the tenant's. */
    private static String localDate(Expression column) {
        return "CAST(" + column.sql() + " AS DATE)";
    }

    /** A moment at the precision AQuA compares at. */
    private static String second(Expression column) {
        return "DATE_TRUNC(SECOND, " + column.sql() + ")";
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String sign(Operator operator) {
        return operator == Operator.NOT_EQUAL ? " <> " : ' ' + operator.sign() + ' ';
    }
}
