package io.github.aquaspec.spec.diagnostic;

/** Findings about the text of a query, AQ4xx. */
public enum ZoqlCode implements Code {
    SPACE_IN_DATE_TIME(
            "AQ401",
            Severity.ERROR,
            "Zuora does not refuse it: it drops the whole comparison, and the query gives all records."),
    FRACTION_OF_SECOND(
            "AQ402", Severity.ERROR, "Zuora does not refuse it: as an upper bound it gives no records at all."),
    EMPTY_TIME_RANGE("AQ403", Severity.ERROR, "No record can be in such a range, so the file would always be empty."),
    NO_OFFSET(
            "AQ404",
            Severity.NOTE,
            "Without an offset Zuora takes the tenant's zone, or Pacific time before API version 69.");

    private final Entry entry;

    ZoqlCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
