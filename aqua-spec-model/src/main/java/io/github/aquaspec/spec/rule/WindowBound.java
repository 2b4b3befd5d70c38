package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Operator;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A comparison with an end of the window.
 *
 * @param comparison where it stands
 * @param edge which end
 * @param operator what is asked, as if the field stood before it
 */
record WindowBound(Predicate.Comparison comparison, Edge edge, Operator operator) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{window\\.(from|to)}");

    /** The ends of a window. */
    enum Edge {
        FROM("start", Operator.GREATER_OR_EQUAL, "< ${window.to}"),
        TO("end", Operator.LESS, ">= ${window.from}");

        private final String word;
        private final Operator operator;
        private final String other;

        Edge(String word, Operator operator, String other) {
            this.word = word;
            this.operator = operator;
            this.other = other;
        }

        /** What people call it. */
        String word() {
            return word;
        }

        /** What leaves no record out and brings none twice. */
        Operator operator() {
            return operator;
        }

        /** How the other end is asked for. */
        String other() {
            return other;
        }
    }

    /** All of a query, in the order of its text. */
    static List<WindowBound> in(QueryInJob query) {
        return QueryText.parsed(query.query()).flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .filter(Predicate.Comparison.class::isInstance)
                .map(Predicate.Comparison.class::cast)
                .flatMap(comparison -> Stream.concat(
                        edge(query, comparison.right())
                                .map(edge -> new WindowBound(comparison, edge, comparison.operator())),
                        edge(query, comparison.left())
                                .map(edge -> new WindowBound(
                                        comparison, edge, comparison.operator().swapped()))))
                .toList();
    }

    private static Stream<Edge> edge(QueryInJob query, Operand operand) {
        Matcher placeholder = PLACEHOLDER.matcher(query.within(operand.range()).text());
        return operand instanceof Literal && placeholder.find()
                ? Stream.of(placeholder.group(1).equals("from") ? Edge.FROM : Edge.TO)
                : Stream.empty();
    }
}
