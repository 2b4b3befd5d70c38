package io.github.aquaspec.spec.zoql;

import java.util.Optional;

/** A field, or something that is computed from one. */
public sealed interface Column extends Operand {

    /** The field that is read; none for {@code count(*)}. */
    Optional<Field> source();

    /**
     * {@code Balance}, {@code Account.Balance} or {@code BillToContact.Id}.
     *
     * @param range where it stands, prefix included
     * @param prefix the joined object, or the object of {@code from}; which of the two is a matter of the data source
     * @param name the field
     */
    record Field(Range range, Optional<Name> prefix, Name name) implements Column {

        @Override
        public Optional<Field> source() {
            return Optional.of(this);
        }

        /** As it is written, such as {@code Account.Balance}. */
        public String text() {
            return prefix.map(object -> object + "." + name).orElse(name.text());
        }

        /** Whether the field belongs to another object than the one of {@code from}. */
        public boolean isJoined(Name from) {
            return prefix.isPresent() && !prefix.get().is(from);
        }
    }

    /**
     * {@code MONTH(CreatedDate)}.
     *
     * @param range where it stands
     * @param function which one
     * @param field what it is applied to
     */
    record DatePart(Range range, DateFunction function, Field field) implements Column {

        @Override
        public Optional<Field> source() {
            return Optional.of(field);
        }
    }

    /**
     * {@code sum(Amount)}, {@code count(distinct AccountId)} or {@code count(*)}.
     *
     * @param range where it stands
     * @param function which one
     * @param distinct whether equal values count once
     * @param source what it is applied to; none for {@code count(*)}
     */
    record Aggregate(Range range, AggregateFunction function, boolean distinct, Optional<Field> source)
            implements Column {

        public Aggregate {
            if (source.isEmpty() && (distinct || function != AggregateFunction.COUNT)) {
                throw new IllegalArgumentException("only count takes *");
            }
        }
    }

    /** The functions on dates (Zuora documentation, Export ZOQL: date and time functions). */
    enum DateFunction {
        DATE,
        YEAR,
        MONTH,
        WEEK,
        WEEKOFYEAR,
        QUARTER
    }

    /** The aggregate functions (Zuora documentation, Export ZOQL: clauses). */
    enum AggregateFunction {
        AVG,
        COUNT,
        MAX,
        MIN,
        SUM
    }
}
