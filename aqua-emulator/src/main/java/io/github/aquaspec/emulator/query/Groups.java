package io.github.aquaspec.emulator.query;

import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Column.Aggregate;
import io.github.aquaspec.spec.zoql.OrderKey;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem.Selected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code group by} and {@code having}, and what they ask of the other clauses (Zuora documentation, Export ZOQL clauses and
 * clause limits).
 */
final class Groups {

    private static final int MAX_FIELDS = 5;

    private final Query query;
    private final Columns columns;
    private final Conditions conditions;

    Groups(Query query, Columns columns, Conditions conditions) {
        this.query = query;
        this.columns = columns;
        this.conditions = conditions;
    }

    /**
     * The two clauses as SQL, for a query whose rows stand for many records.
     *
     * @param selected every selected column, those a star means included
     */
    Sql of(List<Expression> selected) throws QueryRejected {
        List<String> keys = keys();
        checkSelected(selected, keys);
        check("ORDER BY", orderColumns(), keys);
        check("HAVING", havingColumns(), keys);
        Sql groups = keys.isEmpty() ? Sql.of("") : Sql.of(" GROUP BY " + String.join(", ", keys));
        return query.having().isEmpty()
                ? groups
                : groups.then(" HAVING ").then(conditions.of(query.having().get()));
    }

    private List<String> keys() throws QueryRejected {
        if (query.groupBy().size() > MAX_FIELDS) {
            throw QueryRejected.syntax("The GROUP BY clause takes at most " + MAX_FIELDS + " fields");
        }
        List<String> keys = new ArrayList<>();
        for (Column column : query.groupBy()) {
            if (column instanceof Aggregate) {
                throw QueryRejected.syntax("The GROUP BY clause takes no aggregate");
            }
            keys.add(columns.of(column).sql());
        }
        return keys;
    }

    private void checkSelected(List<Expression> selected, List<String> keys) throws QueryRejected {
        Set<String> aggregates = new HashSet<>();
        for (Column column :
                selectedColumns().filter(Aggregate.class::isInstance).toList()) {
            aggregates.add(columns.of(column).sql());
        }
        boolean loose = selected.stream()
                .map(Expression::sql)
                .anyMatch(sql -> !aggregates.contains(sql) && !keys.contains(sql));
        if (loose) {
            throw QueryRejected.syntax(
                    "One or more columns in the SELECT statement does not appear in the GROUP BY statement.");
        }
    }

    private void check(String clause, Stream<Column> used, List<String> keys) throws QueryRejected {
        for (Column column : used.filter(c -> !(c instanceof Aggregate)).toList()) {
            if (!keys.contains(columns.of(column).sql())) {
                throw QueryRejected.syntax(
                        "One or more columns in the " + clause + " clause does not appear in the GROUP BY statement.");
            }
        }
    }

    private Stream<Column> selectedColumns() {
        return query.items().stream().filter(Selected.class::isInstance).map(item -> ((Selected) item).column());
    }

    private Stream<Column> orderColumns() {
        return query.orderBy().stream().map(OrderKey::column);
    }

    private Stream<Column> havingColumns() {
        return query.having().stream()
                .flatMap(h -> h.predicates())
                .flatMap(Predicate::operands)
                .filter(Column.class::isInstance)
                .map(Column.class::cast);
    }
}
