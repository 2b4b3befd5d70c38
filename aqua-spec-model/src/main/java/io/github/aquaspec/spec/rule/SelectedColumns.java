package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns that a query's file must have, where that can be told: in files with API names, of Export ZOQL, without a
 * star, and with an alias on whatever is computed. Case does not count and neither does order, for Zuora spells names its
 * own way and does not promise an order.
 */
public final class SelectedColumns {

    private final List<String> names;

    private SelectedColumns(List<String> names) {
        this.names = names;
    }

    /**
     * The columns of a query; empty where they cannot be told.
     *
     * @param job of the query
     * @param query whose text can be read, or not
     */
    public static Optional<SelectedColumns> of(JobSpec job, QuerySpec query) {
        return of(
                job, query, Zoql.parse(query.query(), QueryText.dialect(query)).query());
    }

    static Optional<SelectedColumns> of(JobSpec job, QuerySpec query, Optional<Query> tree) {
        boolean apiNames = job.results().useQueryLabels().orElse(false);
        return apiNames && QueryText.dialect(query) == Dialect.EXPORT_ZOQL
                ? tree.flatMap(parsed -> of(parsed, query))
                : Optional.empty();
    }

    private static Optional<SelectedColumns> of(Query tree, QuerySpec query) {
        List<String> names = new ArrayList<>();
        query.deleted().ifPresent(deleted -> names.add(tree.from() + "." + deleted.column()));
        for (SelectItem item : tree.items()) {
            Optional<String> name = name(tree, item);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(new SelectedColumns(names));
    }

    private static Optional<String> name(Query tree, SelectItem item) {
        if (!(item instanceof SelectItem.Selected selected)) {
            return Optional.empty();
        }
        Optional<String> alias = selected.alias().map(SelectItem.Alias::text);
        return alias.isEmpty() && selected.column() instanceof Column.Field field
                ? Optional.of(field.prefix().orElse(tree.from()) + "." + field.name())
                : alias;
    }

    /** What is selected and not in a header. */
    public Set<String> missing(List<String> header) {
        return without(names, header);
    }

    /** What is in a header and not selected. */
    public Set<String> extra(List<String> header) {
        return without(header, names);
    }

    private static Set<String> without(Collection<String> some, Collection<String> others) {
        Set<String> left = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        left.addAll(some);
        others.forEach(left::remove);
        return left;
    }
}
