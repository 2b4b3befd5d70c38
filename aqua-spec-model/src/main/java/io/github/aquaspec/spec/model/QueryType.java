package io.github.aquaspec.spec.model;

import java.util.Locale;

/** The language of a query. */
public enum QueryType {
    /** Export ZOQL: joins, {@code *}, ordering, aggregates. */
    ZOQLEXPORT,
    /** ZOQL: one object, no joins. */
    ZOQL;

    /** The word AQuA uses in a request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
