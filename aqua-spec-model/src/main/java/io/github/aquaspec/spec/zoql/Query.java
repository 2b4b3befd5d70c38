package io.github.aquaspec.spec.zoql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole query, as it is written: nothing is resolved, reordered or made canonical.
 *
 * @param range from {@code select} to the end of the last clause
 * @param items what is selected, at least one item
 * @param from the object the rows come from
 * @param where which rows
 * @param groupBy empty where there is no such clause
 * @param having which groups
 * @param orderBy empty where there is no such clause
 * @param limit how many rows
 */
public record Query(
        Range range,
        List<SelectItem> items,
        Name from,
        Optional<Condition> where,
        List<Column> groupBy,
        Optional<Condition> having,
        List<OrderKey> orderBy,
        Optional<Limit> limit) {

    public Query {
        items = List.copyOf(items);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("nothing is selected");
        }
    }

    /** Every column the query names, in any clause, in the order of the text; stars are not expanded. */
    public Stream<Column> columns() {
        return Stream.of(
                        selected().map(SelectItem.Selected::column),
                        in(where),
                        groupBy.stream(),
                        in(having),
                        orderBy.stream().map(OrderKey::column))
                .flatMap(clause -> clause);
    }

    /** The columns between {@code select} and {@code from}; stars are not expanded. */
    public Stream<SelectItem.Selected> selected() {
        return items.stream().filter(SelectItem.Selected.class::isInstance).map(SelectItem.Selected.class::cast);
    }

    private static Stream<Column> in(Optional<Condition> clause) {
        return clause.stream()
                .flatMap(Condition::predicates)
                .flatMap(Predicate::operands)
                .filter(Column.class::isInstance)
                .map(Column.class::cast);
    }
}
