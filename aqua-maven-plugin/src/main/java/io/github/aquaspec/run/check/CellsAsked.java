package io.github.aquaspec.run.check;

import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.WindowRange;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operator;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.verify.cell.CellRules;
import io.github.aquaspec.verify.cell.TimeRange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the cells of a query's files are asked: by the manifest, and by its window. */
public final class CellsAsked {

    private CellsAsked() {}

    public static CellRules of(JobPlan plan, int query) {
        QuerySpec spec = plan.spec().queries().get(query);
        return new CellRules(
                spec.deleted().isPresent(),
                columns(spec, Expect::notNull),
                columns(spec, Expect::unique),
                plan.window().flatMap(window -> range(plan, spec, window.range())),
                plan.spec().results().nullReplacement().orElse(""));
    }

    /** Nothing but how many records are deleted ones. */
    public static CellRules flags(JobPlan plan, int query) {
        return CellRules.flags(plan.spec().queries().get(query).deleted().isPresent());
    }

    private static Set<String> columns(QuerySpec query, Function<Expect, List<String>> names) {
        Set<String> columns = new HashSet<>(names.apply(query.expect()));
        columns.addAll(names.apply(query.warn()));
        return columns;
    }

    /**
     * The column that the window cuts, where its name in the file is known. Whether a deletion moves the time of a record is
     * not documented, so with deleted records nothing is asked.
     */
    private static Optional<TimeRange> range(JobPlan plan, QuerySpec query, WindowRange window) {
        boolean named = plan.spec().results().useQueryLabels().orElse(false);
        if (!named || query.deleted().isPresent()) {
            return Optional.empty();
        }
        return FieldInQuery.tree(query).flatMap(tree -> {
            Optional<Column.Field> from =
                    bounded(tree, Operator.GREATER_OR_EQUAL, window.from().toString());
            Optional<Column.Field> to = bounded(tree, Operator.LESS, window.to().toString());
            return from.map(field -> name(tree, field))
                    .filter(name -> to.map(field -> name(tree, field))
                            .filter(name::equalsIgnoreCase)
                            .isPresent())
                    .map(name -> new TimeRange(name, window.from(), window.to()));
        });
    }

    private static Optional<Column.Field> bounded(Query tree, Operator operator, String time) {
        return tree.where().stream()
                .flatMap(Condition::required)
                .filter(Predicate.Comparison.class::isInstance)
                .map(Predicate.Comparison.class::cast)
                .filter(test -> test.operator() == operator
                        && test.left() instanceof Column.Field
                        && test.right() instanceof Literal.Text text
                        && text.value().equals(time))
                .map(test -> (Column.Field) test.left())
                .findFirst();
    }

    private static String name(Query tree, Column.Field field) {
        return field.prefix().orElse(tree.from()) + "." + field.name();
    }
}
