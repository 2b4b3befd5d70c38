package io.github.aquaspec.emulator.query;

import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.OrderKey;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts one statement together, clause by clause. */
final class Select {

    private static final int MAX_GROUP_FIELDS = 5;

    private final Query query;
    private final Scope scope;
    private final Columns columns;
    private final Conditions conditions;

    Select(Query query, Scope scope, Columns columns, Conditions conditions) {
        this.query = query;
        this.scope = scope;
        this.columns = columns;
        this.conditions = conditions;
    }

    Statement statement(Bounds bounds, Dialect dialect) throws QueryRejected {
        List<Expression> selected = selected();
        Sql where = where(bounds, dialect);
        Sql groups = groups(selected);
        Sql order = order();
        Sql list = Sql.of("SELECT "
                + selected.stream().map(Expression::sql).collect(Collectors.joining(", ")) + " FROM "
                + scope.tables());
        Sql whole = list.then(where).then(groups).then(order).then(limit());
        return new Statement(
                scope.base().name(),
                whole.text(),
                whole.parameters(),
                selected.stream().map(Expression::output).toList());
    }

    private List<Expression> selected() throws QueryRejected {
        List<Expression> selected = new ArrayList<>();
        Set<String> aliases = new HashSet<>();
        for (SelectItem item : query.items()) {
            if (item instanceof SelectItem.Star) {
                selected.addAll(scope.all());
            } else if (item instanceof SelectItem.RelatedStar star) {
                selected.addAll(scope.all(star.relation()));
            } else {
                SelectItem.Selected one = (SelectItem.Selected) item;
                Optional<String> alias = one.alias().map(SelectItem.Alias::text);
                if (alias.isPresent() && !aliases.add(alias.get().toLowerCase(Locale.ROOT))) {
                    throw QueryRejected.syntax("Duplicate column aliases " + alias.get() + " were defined.");
                }
                Expression column = columns.of(one.column());
                selected.add(alias.filter(a -> !a.equalsIgnoreCase(column.apiName()))
                        .map(column::named)
                        .orElse(column));
            }
        }
        return selected;
    }

    private Sql where(Bounds bounds, Dialect dialect) throws QueryRejected {
        List<Sql> terms = new ArrayList<>();
        if (query.where().isPresent()) {
            checkNoFunctions();
            terms.add(conditions.of(query.where().get()));
        }
        scope.baseField("UpdatedDate").ifPresent(updated -> {
            bounds.from().ifPresent(from -> terms.add(Sql.of(updated.sql() + " >= ?", from.atOffset(ZoneOffset.UTC))));
            bounds.to().ifPresent(to -> terms.add(Sql.of(updated.sql() + " < ?", to.atOffset(ZoneOffset.UTC))));
        });
        if (dialect == Dialect.ZOQL) {
            hiddenRatePlans().ifPresent(terms::add);
        }
        return terms.isEmpty() ? Sql.of("") : Sql.of(" WHERE ").then(Sql.joined(" AND ", terms));
    }

    /** ZOQL does not show rate plans that an amendment removed (Zuora documentation, Zuora Object Query Language). */
    private Optional<Sql> hiddenRatePlans() {
        if (!scope.base().name().equals("RatePlan")) {
            return Optional.empty();
        }
        return scope.baseField("AmendmentType")
                .map(f -> Sql.of("(" + f.sql() + " IS NULL OR " + f.sql() + " <> ?)", "RemoveProduct"));
    }

    private void checkNoFunctions() throws QueryRejected {
        boolean computed = query.where().stream()
                .flatMap(w -> w.predicates())
                .flatMap(Operands::columns)
                .anyMatch(c -> !(c instanceof Column.Field));
        if (computed) {
            throw QueryRejected.syntax("Functions cannot be used in the WHERE clause");
        }
    }

    private Sql groups(List<Expression> selected) throws QueryRejected {
        boolean aggregates = query.items().stream()
                .anyMatch(i -> i instanceof SelectItem.Selected s && s.column() instanceof Column.Aggregate);
        if (query.groupBy().isEmpty() && !aggregates && query.having().isEmpty()) {
            return Sql.of("");
        }
        if (query.groupBy().size() > MAX_GROUP_FIELDS) {
            throw QueryRejected.syntax("The GROUP BY clause takes at most 5 fields");
        }
        List<String> keys = new ArrayList<>();
        for (Column column : query.groupBy()) {
            keys.add(columns.of(column).sql());
        }
        if (!keys.containsAll(plain(selected))) {
            throw QueryRejected.syntax(
                    "One or more columns in the SELECT statement does not appear in the GROUP BY statement.");
        }
        Sql groups = keys.isEmpty() ? Sql.of("") : Sql.of(" GROUP BY " + String.join(", ", keys));
        if (query.having().isEmpty()) {
            return groups;
        }
        return groups.then(" HAVING ").then(conditions.of(query.having().get()));
    }

    /** The selected columns that are no aggregates, as SQL. */
    private List<String> plain(List<Expression> selected) throws QueryRejected {
        Set<String> aggregates = new HashSet<>();
        for (SelectItem item : query.items()) {
            if (item instanceof SelectItem.Selected one && one.column() instanceof Column.Aggregate aggregate) {
                aggregates.add(columns.of(aggregate).sql());
            }
        }
        return selected.stream()
                .map(Expression::sql)
                .filter(sql -> !aggregates.contains(sql))
                .toList();
    }

    private Sql order() throws QueryRejected {
        List<Sql> keys = new ArrayList<>();
        for (OrderKey key : query.orderBy()) {
            keys.add(Sql.of(columns.of(key.column()).sql() + (key.descending() ? " DESC" : "")));
        }
        return keys.isEmpty() ? Sql.of("") : Sql.of(" ORDER BY ").then(Sql.joined(", ", keys));
    }

    private Sql limit() {
        return query.limit()
                .map(l -> Sql.of(" OFFSET ? ROWS FETCH NEXT ? ROWS ONLY", l.offset(), l.count()))
                .orElse(Sql.of(""));
    }
}
