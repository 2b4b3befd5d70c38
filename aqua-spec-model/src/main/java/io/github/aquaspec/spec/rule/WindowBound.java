package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.zoql.Column;
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
 * @param compared what stands on the other side
 */
record WindowBound(Predicate.Comparison comparison, Edge edge, Operand compared) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{window\\.(from|to)}");

    /** The ends of a window. */
    enum Edge {
        FROM("start", Operator.GREATER_OR_EQUAL, "${window.from}"),
        TO("end", Operator.LESS, "${window.to}");

        private final String word;
        private final Operator operator;
        private final String placeholder;

        Edge(String word, Operator operator, String placeholder) {
            this.word = word;
            this.operator = operator;
            this.placeholder = placeholder;
        }

        /** What people call it. */
        String word() {
            return word;
        }

        Edge other() {
            return this == FROM ? TO : FROM;
        }
    }

    /** All of a query, in the order of its text. */
    static List<WindowBound> in(QueryInJob query) {
        return query.parsed().flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .filter(Predicate.Comparison.class::isInstance)
                .map(Predicate.Comparison.class::cast)
                .flatMap(comparison -> Stream.concat(
                        edge(query, comparison.right())
                                .map(edge -> new WindowBound(comparison, edge, comparison.left())),
                        edge(query, comparison.left())
                                .map(edge -> new WindowBound(comparison, edge, comparison.right()))))
                .toList();
    }

    private static Stream<Edge> edge(QueryInJob query, Operand operand) {
        Matcher placeholder = PLACEHOLDER.matcher(query.within(operand.range()).text());
        return operand instanceof Literal && !query.isPartlyPlaceholder(operand.range()) && placeholder.find()
                ? Stream.of(placeholder.group(1).equals("from") ? Edge.FROM : Edge.TO)
                : Stream.empty();
    }

    /** The operator that leaves no record out and brings none twice, on the side where it stands. */
    Operator wanted() {
        return isFieldFirst() ? edge.operator : edge.operator.swapped();
    }

    /** Whether the operator asks for the same side of the end as it should, and for a second more or less. */
    boolean isMistaken() {
        Operator asked =
                isFieldFirst() ? comparison.operator() : comparison.operator().swapped();
        return asked == Operator.EQUAL || asked == (edge == Edge.FROM ? Operator.GREATER : Operator.LESS_OR_EQUAL);
    }

    private boolean isFieldFirst() {
        return compared.equals(comparison.left());
    }

    /** How an end is asked for, such as {@code UpdatedDate < ${window.to}}. */
    String asking(Edge end) {
        String field = compared instanceof Column.Field named ? named.text() : "UpdatedDate";
        return field + " " + end.operator.sign() + " " + end.placeholder;
    }
}
