package io.github.aquaspec.run.check;

import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.Range;
import io.github.aquaspec.spec.zoql.SelectItem;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the place that a server's message is about. AQuA names the field or alias it stumbles over and not the query, so
 * the query that has it is looked for: in its syntax tree, and where it has none, in its text.
 */
public final class FieldInQuery {

    private static final Pattern NO_FIELD = Pattern.compile("There is no field named ([A-Za-z0-9_.]*[A-Za-z0-9_])");
    private static final Pattern SAME_ALIAS = Pattern.compile("Duplicate column aliases (.+?) were defined");
    private static final String NO_SOURCE = "The requested data source could not be found";

    private FieldInQuery() {}

    /** The first place of what the message names; empty where it names nothing, or nothing is found. */
    public static Optional<Span> place(JobPlan plan, String message) {
        return find(
                plan,
                message,
                IntStream.range(0, plan.spec().queries().size()).boxed().toList());
    }

    /** The same within one query. */
    public static Optional<Span> place(JobPlan plan, String message, int query) {
        return find(plan, message, List.of(query));
    }

    public static SpecPath query(int query) {
        return SpecPath.ROOT.key("queries").index(query).key("query");
    }

    public static SpecPath deleted(int query) {
        return SpecPath.ROOT.key("queries").index(query).key("deleted");
    }

    /** The tree of a query, if it can be read. */
    public static Optional<Query> tree(QuerySpec query) {
        Dialect dialect = query.effectiveType() == QueryType.ZOQL ? Dialect.ZOQL : Dialect.EXPORT_ZOQL;
        return Zoql.parse(query.query(), dialect).query();
    }

    private static Optional<Span> find(JobPlan plan, String message, List<Integer> queries) {
        Matcher field = NO_FIELD.matcher(message);
        if (field.find()) {
            String name = field.group(1);
            return first(plan, queries, text -> field(text, name)).or(() -> first(plan, queries, q -> word(q, name)));
        }
        Matcher alias = SAME_ALIAS.matcher(message);
        if (alias.find()) {
            return first(plan, queries, query -> repeated(query, alias.group(1)));
        }
        return message.contains(NO_SOURCE) ? first(plan, queries, FieldInQuery::unknownSource) : Optional.empty();
    }

    private static Optional<Span> first(
            JobPlan plan, List<Integer> queries, Function<QuerySpec, Optional<Range>> search) {
        SourceMap places = plan.places();
        return queries.stream()
                .flatMap(i -> search.apply(plan.spec().queries().get(i)).stream()
                        .map(range -> places.within(query(i), range.from(), range.to())))
                .findFirst();
    }

    private static Optional<Range> field(QuerySpec query, String name) {
        return tree(query).stream()
                .flatMap(Query::columns)
                .flatMap(column -> column.source().stream())
                .filter(field -> field.name().is(name) || isWritten(field, name))
                .map(Column.Field::range)
                .findFirst();
    }

    private static boolean isWritten(Column.Field field, String name) {
        return field.prefix()
                .filter(prefix -> (prefix.text() + "." + field.name().text()).equalsIgnoreCase(name))
                .isPresent();
    }

    private static Optional<Range> word(QuerySpec query, String name) {
        Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(query.query());
        return found.find() ? Optional.of(new Range(found.start(), found.end())) : Optional.empty();
    }

    /** The second column of one alias. */
    private static Optional<Range> repeated(QuerySpec query, String alias) {
        return tree(query).stream()
                .flatMap(tree -> tree.items().stream())
                .flatMap(item -> item instanceof SelectItem.Selected selected
                        ? selected.alias().stream()
                        : Stream.<SelectItem.Alias>empty())
                .filter(a -> a.text().equalsIgnoreCase(alias))
                .map(SelectItem.Alias::range)
                .skip(1)
                .findFirst();
    }

    private static Optional<Range> unknownSource(QuerySpec query) {
        return tree(query)
                .map(Query::from)
                .filter(from -> ObjectCatalogue.zuora().find(from.text()).isEmpty())
                .map(from -> from.range());
    }
}
