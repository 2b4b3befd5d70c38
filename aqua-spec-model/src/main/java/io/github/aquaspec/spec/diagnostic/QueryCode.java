package io.github.aquaspec.spec.diagnostic;

/** Findings about one query, AQ3xx. */
public enum QueryCode implements Code {
    NO_NAME(
            "AQ301",
            Severity.WARNING,
            "A file is named after its query; without a name it gets that of the object, which changes with the query."),
    LONG_QUERY("AQ302", Severity.ERROR, "Zuora takes at most 20,000 characters in an Export ZOQL query."),
    NO_TYPE(
            "AQ303",
            Severity.NOTE,
            "Zuora does not say which language it takes when none is given; zoqlexport is sent."),
    UNUSABLE_FILE_NAME("AQ304", Severity.ERROR, "The name becomes a file name that must work on every system."),
    EMPTY_RANGE("AQ305", Severity.ERROR, "No number of records is in the range."),
    NO_API_VERSION(
            "AQ306",
            Severity.NOTE,
            "Without apiVersion Zuora takes its newest, so columns and formats may change from one run to the next."),
    OLD_API_VERSION(
            "AQ307",
            Severity.NOTE,
            "Before version 69 dates and dateTimes are written alike and mean Pacific time (Zuora documentation, Date Field Changes)."),
    CODED_VALUE(
            "AQ308",
            Severity.WARNING,
            "Before version 79 the field holds codes of the data source instead of the documented words, so a comparison may find nothing."),
    NOT_A_CURRENCY(
            "AQ309", Severity.ERROR, "Zuora takes ISO codes with commas between them and rejects others with 90021."),
    CURRENCY_NEEDS_API_VERSION("AQ310", Severity.ERROR, "Zuora converts currencies from API version 78 on."),
    DELETED_COLUMN_NAME(
            "AQ312",
            Severity.WARNING,
            "The column becomes part of the header, and other characters than letters, digits and _ have not been seen to work."),
    NO_DELETED_FORMAT(
            "AQ313", Severity.WARNING, "Zuora does not say whether the column then holds 0 and 1 or false and true."),
    DELETED_WITHOUT_FORCE(
            "AQ314",
            Severity.ERROR,
            "Zuora rejects deleted records in a stateless job with 90012 unless they are forced."),
    FORCE_IN_SESSION(
            "AQ315",
            Severity.WARNING,
            "Zuora documents forceExport for stateless jobs only; what it does in a session is not known."),
    DELETED_NOT_SUPPORTED(
            "AQ316", Severity.ERROR, "Zuora keeps no deleted records of this object and rejects the job with 90017."),
    DELETED_PERHAPS_NOT_SUPPORTED(
            "AQ317", Severity.WARNING, "Zuora was seen to reject deleted records of this object with 90017."),
    DELETED_WITH_ZOQL("AQ318", Severity.WARNING, "Zuora documents deleted records for zoqlexport queries only."),
    SEMICOLON("AQ319", Severity.WARNING, "The semicolon is sent as part of the query; Zuora does not document one."),
    DELETED_COLUMN_SELECTED(
            "AQ320",
            Severity.WARNING,
            "The file would have two columns of one name, and nobody could tell them apart."),
    COMPUTED_IN_SEGMENTS(
            "AQ321",
            Severity.NOTE,
            "Where Zuora delivers results in parts, it does not do so for functions, and does not support aliases."),
    OUTSIDE_THE_WINDOW(
            "AQ322", Severity.NOTE, "A query that does not ask for the window loads all its records in every run."),
    MANY_TABLES(
            "AQ323",
            Severity.WARNING,
            "Zuora's database joins at most 61 tables, one for each object, for its custom fields, and two for each custom list.");

    private final Entry entry;

    QueryCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
