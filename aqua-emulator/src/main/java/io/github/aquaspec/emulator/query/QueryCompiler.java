package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Construct;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Parsed;
import io.github.aquaspec.spec.zoql.Problem;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem.Selected;
import io.github.aquaspec.spec.zoql.Zoql;
import java.time.ZoneId;
import java.util.Optional;

/** Turns queries into SQL over the catalogue's tables. */
public final class QueryCompiler {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    /** The longest query (Zuora documentation, Export ZOQL). */
    private static final int LONGEST = 20_000;

    /** Described as a relation, and yet no job with it ends well. */
    private static final String BROKEN_RELATION = "SubscriptionStatusHistory";

    private final Catalogue catalogue;
    private final ZoneId tenantZone;
    private final Settings settings;
    private final Undocumented undocumented;

    /**
     * A compiler.
     *
     * @param tenantZone of literals without an offset
     * @param settings read with each query
     */
    public QueryCompiler(Catalogue catalogue, ZoneId tenantZone, Settings settings) {
        this.catalogue = catalogue;
        this.tenantZone = tenantZone;
        this.settings = settings;
        this.undocumented = new Undocumented(settings);
    }

    /** Whether a query computes or renames anything: its result never comes in segments. */
    public boolean usesFunctionOrAlias(QueryText text) {
        Optional<Query> query =
                Zoql.parse(undocumented.readable(text), text.dialect()).query();
        return query.filter(q -> q.columns().anyMatch(c -> !(c instanceof Column.Field))
                        || q.items().stream()
                                .anyMatch(i ->
                                        i instanceof Selected s && s.alias().isPresent()))
                .isPresent();
    }

    /** The object a query reads, where it can be made out. */
    public Optional<ObjectType> base(QueryText text) {
        return Zoql.fromObject(text.text(), text.dialect()).flatMap(catalogue::object);
    }

    /**
     * The statement for a query.
     *
     * @throws QueryRejected when AQuA would not accept it
     * @throws QueryAborted when AQuA would accept it, and fail
     */
    public Statement compile(QueryText text, Bounds bounds) throws QueryRejected, QueryAborted {
        if (text.dialect() == Dialect.EXPORT_ZOQL && text.text().length() > LONGEST) {
            throw QueryRejected.syntax("The query is longer than " + LONGEST + " characters");
        }
        String readable = undocumented.readable(text);
        Query query = parsed(readable, text.dialect());
        Scope scope = new Scope(catalogue, query, text);
        checkRuns(query, scope);
        Columns columns = new Columns(scope);
        return new Select(
                        query,
                        scope,
                        columns,
                        new Conditions(columns, comparisons(text, bounds)),
                        new Window(scope, bounds, settings),
                        new Headers(settings, readable, text.dialect()))
                .statement(text.dialect());
    }

    private static void checkRuns(Query query, Scope scope) throws QueryRejected, QueryAborted {
        if (scope.all().isEmpty()) {
            throw new QueryAborted("java.lang.RuntimeException: You must specify a select.");
        }
        boolean broken = scope.base().name().equals("Subscription")
                && query.columns()
                        .flatMap(c -> c.source().stream())
                        .flatMap(f -> f.prefix().stream())
                        .anyMatch(prefix -> prefix.is(BROKEN_RELATION));
        if (broken) {
            throw new QueryAborted(BROKEN_RELATION + " cannot be joined.");
        }
    }

    private Comparisons comparisons(QueryText text, Bounds bounds) {
        boolean modern = text.tellsDatesFromDateTimes();
        TimeReader times = new TimeReader(modern ? tenantZone : PACIFIC, bounds.now());
        boolean strict = modern && text.dialect() == Dialect.ZOQL;
        return new Comparisons(
                text.dialect(),
                times,
                strict ? Comparisons.DateRule.STRICT : Comparisons.DateRule.LENIENT,
                settings.get(Setting.FRACTIONS).equals("always"),
                tenantZone);
    }

    private Query parsed(String text, Dialect dialect) throws QueryRejected {
        Parsed parsed = Zoql.parse(text, dialect);
        if (parsed.query().isPresent()) {
            undocumented.check(parsed, parsed.query().get(), dialect);
            return parsed.query().get();
        }
        Problem first = parsed.problems().get(0);
        throw first.construct() == Construct.SELECT_DISTINCT
                ? QueryRejected.distinct(first.message())
                : QueryRejected.syntax(first.message());
    }
}
