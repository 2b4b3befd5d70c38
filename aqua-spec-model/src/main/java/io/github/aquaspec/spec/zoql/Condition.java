package io.github.aquaspec.spec.zoql;

import java.util.List;
import java.util.stream.Stream;

/** What {@code where} and {@code having} ask of a row. */
public sealed interface Condition permits Condition.And, Condition.Or, Condition.Not, Condition.Parens, Predicate {

    Range range();

    /** All comparisons in it, in the order of the text. */
    Stream<Predicate> predicates();

    /** The comparisons that stand behind no {@code not}: what they ask is what is meant. */
    Stream<Predicate> asserted();

    /** The comparisons that hold for each row it lets through: those joined by nothing but {@code and}. */
    Stream<Predicate> required();

    /**
     * Terms joined by {@code and}.
     *
     * @param range all terms
     * @param terms two or more
     */
    record And(Range range, List<Condition> terms) implements Condition {

        public And {
            terms = Terms.atLeastTwo(terms);
        }

        @Override
        public Stream<Predicate> predicates() {
            return terms.stream().flatMap(Condition::predicates);
        }

        @Override
        public Stream<Predicate> asserted() {
            return terms.stream().flatMap(Condition::asserted);
        }

        @Override
        public Stream<Predicate> required() {
            return terms.stream().flatMap(Condition::required);
        }
    }

    /**
     * Terms joined by {@code or}, which binds looser than {@code and}.
     *
     * @param range all terms
     * @param terms two or more
     */
    record Or(Range range, List<Condition> terms) implements Condition {

        public Or {
            terms = Terms.atLeastTwo(terms);
        }

        @Override
        public Stream<Predicate> predicates() {
            return terms.stream().flatMap(Condition::predicates);
        }

        @Override
        public Stream<Predicate> asserted() {
            return terms.stream().flatMap(Condition::asserted);
        }

        @Override
        public Stream<Predicate> required() {
            return Stream.empty();
        }
    }

    /**
     * {@code not} before a term.
     *
     * @param range from {@code not} on
     * @param term what must not hold
     */
    record Not(Range range, Condition term) implements Condition {

        @Override
        public Stream<Predicate> predicates() {
            return term.predicates();
        }

        @Override
        public Stream<Predicate> asserted() {
            return Stream.empty();
        }

        @Override
        public Stream<Predicate> required() {
            return Stream.empty();
        }
    }

    /**
     * A condition in parentheses.
     *
     * @param range parentheses included
     * @param inner what stands in them
     */
    record Parens(Range range, Condition inner) implements Condition {

        @Override
        public Stream<Predicate> predicates() {
            return inner.predicates();
        }

        @Override
        public Stream<Predicate> asserted() {
            return inner.asserted();
        }

        @Override
        public Stream<Predicate> required() {
            return inner.required();
        }
    }
}
