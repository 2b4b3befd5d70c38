package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Construct;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Parsed;
import io.github.aquaspec.spec.zoql.Problem;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.Zoql;
import java.time.ZoneId;
import java.util.Optional;

/** Turns queries into SQL over the catalogue's tables. */
public final class QueryCompiler {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final Catalogue catalogue;
    private final ZoneId tenantZone;
    private final Settings settings;

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
        Query query = parsed(text);
        Scope scope = new Scope(catalogue, query, text.dialect());
        if (scope.all().isEmpty()) {
            throw new QueryAborted("java.lang.RuntimeException: You must specify a select.");
        }
        Columns columns = new Columns(scope);
        return new Select(
                        query,
                        scope,
                        columns,
                        new Conditions(columns, comparisons(text, bounds)),
                        new Window(scope, bounds, settings))
                .statement(text.dialect());
    }

    private Comparisons comparisons(QueryText text, Bounds bounds) {
        boolean modern = text.tellsDatesFromDateTimes();
        TimeReader times = new TimeReader(modern ? tenantZone : PACIFIC, bounds.now());
        boolean strict = modern && text.dialect() == Dialect.ZOQL;
        return new Comparisons(times, strict ? Comparisons.DateRule.STRICT : Comparisons.DateRule.LENIENT, tenantZone);
    }

    private static Query parsed(QueryText text) throws QueryRejected {
        Parsed parsed = Zoql.parse(text.text(), text.dialect());
        if (parsed.query().isPresent()) {
            return parsed.query().get();
        }
        Problem first = parsed.problems().get(0);
        throw first.construct() == Construct.SELECT_DISTINCT
                ? QueryRejected.distinct(first.message())
                : QueryRejected.syntax(first.message());
    }
}
