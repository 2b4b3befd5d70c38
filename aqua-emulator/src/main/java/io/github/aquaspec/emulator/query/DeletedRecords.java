package io.github.aquaspec.emulator.query;

/** What becomes of deleted records of a query's base object. */
public enum DeletedRecords {
    /** They are not there. */
    LEFT_OUT,
    /** Those that the query matches are there, and marked. */
    MATCHING,
    /** As {@link #MATCHING}, but for those created within the window: they come and go unseen. */
    OF_WINDOW
}
