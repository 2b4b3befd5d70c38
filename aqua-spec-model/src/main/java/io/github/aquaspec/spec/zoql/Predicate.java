package io.github.aquaspec.spec.zoql;

import java.util.stream.Stream;

/** One test, without {@code and}, {@code or}, {@code not}. */
public sealed interface Predicate extends Condition {

    /** What is compared, in the order of the text. */
    Stream<Operand> operands();

    @Override
    default Stream<Predicate> predicates() {
        return Stream.of(this);
    }

    @Override
    default Stream<Predicate> asserted() {
        return Stream.of(this);
    }

    @Override
    default Stream<Predicate> required() {
        return Stream.of(this);
    }

    /**
     * Two operands and an operator. {@code Field = null} and {@code Field != null} test for null as {@link IsNull} does.
     *
     * @param range both operands
     * @param left before the operator
     * @param operator what is asked
     * @param operatorRange where the operator stands
     * @param right behind the operator
     */
    record Comparison(Range range, Operand left, Operator operator, Range operatorRange, Operand right)
            implements Predicate {

        @Override
        public Stream<Operand> operands() {
            return Stream.of(left, right);
        }
    }

    /**
     * {@code Name like 'A%'}.
     *
     * @param range all of it
     * @param column what is compared
     * @param pattern with {@code %} for any chars and {@code _} for one
     */
    record Like(Range range, Column column, Literal.Text pattern) implements Predicate {

        @Override
        public Stream<Operand> operands() {
            return Stream.of(column, pattern);
        }
    }

    /**
     * {@code Name is null} or {@code Name is not null}.
     *
     * @param range all of it
     * @param column what is tested
     * @param negated whether {@code not} is there
     */
    record IsNull(Range range, Column column, boolean negated) implements Predicate {

        @Override
        public Stream<Operand> operands() {
            return Stream.of(column);
        }
    }
}
