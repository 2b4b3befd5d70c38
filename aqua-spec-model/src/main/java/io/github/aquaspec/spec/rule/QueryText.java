package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.Optional;

/** What rules ask of a query's text. */
final class QueryText {

    private QueryText() {}

    /** The object after {@code from}, even where the rest cannot be parsed. */
    static Optional<String> fromObject(QuerySpec query) {
        return Zoql.fromObject(query.query(), dialect(query));
    }

    static Dialect dialect(QuerySpec query) {
        return query.effectiveType() == QueryType.ZOQL ? Dialect.ZOQL : Dialect.EXPORT_ZOQL;
    }
}
