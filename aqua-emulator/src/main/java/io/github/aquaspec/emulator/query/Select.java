package io.github.aquaspec.emulator.query;

import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.OrderKey;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts one statement together, clause by clause. */
final class Select {

    private final Query query;
    private final Scope scope;
    private final Columns columns;
    private final Conditions conditions;
    private final Window window;
    private final Headers headers;

    Select(Query query, Scope scope, Columns columns, Conditions conditions, Window window, Headers headers) {
        this.query = query;
        this.scope = scope;
        this.columns = columns;
        this.conditions = conditions;
        this.window = window;
        this.headers = headers;
    }

    Statement statement(Dialect dialect) throws QueryRejected {
        List<Expression> selected = selected();
        Sql where = where(dialect);
        Sql groups = scope.groups() ? new Groups(query, columns, conditions).of(selected) : Sql.of("");
        Sql order = order();
        boolean marked = window.marksDeleted();
        Sql list = Sql.of("SELECT " + (marked ? Window.MARK + ", " : "")
                + selected.stream().map(Expression::sql).collect(Collectors.joining(", ")) + " FROM "
                + scope.tables());
        Sql whole = list.then(where).then(groups).then(order).then(limit());
        return new Statement(
                scope.base().name(),
                whole.text(),
                whole.parameters(),
                selected.stream().map(Expression::output).toList(),
                marked);
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
                        .orElse(headers.of(one.column(), column)));
            }
        }
        return selected;
    }

    private Sql where(Dialect dialect) throws QueryRejected {
        List<Sql> terms = new ArrayList<>();
        if (query.where().isPresent()) {
            checkNoFunctions();
            terms.add(conditions.of(query.where().get()));
        }
        terms.addAll(window.terms());
        if (dialect == Dialect.ZOQL) {
            hiddenRatePlans().ifPresent(terms::add);
        }
        return Sql.of(" WHERE ").then(Sql.joined(" AND ", terms));
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
                .flatMap(Predicate::operands)
                .anyMatch(o -> o instanceof Column && !(o instanceof Column.Field));
        if (computed) {
            throw QueryRejected.syntax("Functions cannot be used in the WHERE clause");
        }
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
