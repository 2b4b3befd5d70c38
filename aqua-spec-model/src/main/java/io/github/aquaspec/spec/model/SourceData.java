package io.github.aquaspec.spec.model;

/** Where Zuora reads from, as AQuA's {@code sourceData} once had it. */
public enum SourceData {
    /** The tenant's database, which is all there is today. */
    LIVE,
    /** Retired on 2024-04-05 (Zuora release notes). */
    WAREHOUSE
}
