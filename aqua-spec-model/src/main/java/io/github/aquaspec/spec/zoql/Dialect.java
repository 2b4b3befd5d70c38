package io.github.aquaspec.spec.zoql;

/** The two languages AQuA takes queries in. */
public enum Dialect {
    /**
     * Export ZOQL: joins by dot, {@code *}, aggregates, ordering; a quote in a string is doubled (Zuora documentation,
     * Export ZOQL).
     */
    EXPORT_ZOQL,
    /**
     * ZOQL: one object, explicit fields, plain filters; a quote in a string has a backslash before it (Zuora
     * documentation, Zuora Object Query Language).
     */
    ZOQL
}
