package io.github.aquaspec.spec.diagnostic;

/** Findings about a job as a whole, AQ2xx. */
public enum JobCode implements Code {
    SAME_NAME("AQ201", Severity.WARNING, "A file is named after its query, and no two files can have one name."),
    TOO_MANY_QUERIES("AQ202", Severity.ERROR, "Zuora takes at most 50 queries in a job and rejects it with 90004."),
    NO_QUERIES(
            "AQ203",
            Severity.ERROR,
            "Only a stateful job can be sent without queries; Zuora rejects any other with 90016."),
    UNDOCUMENTED_VERSION(
            "AQ204", Severity.NOTE, "Zuora documents the versions 1.0 and 1.1; 1.2 works for others, as 1.1 does."),
    MISSING_VERSION(
            "AQ205",
            Severity.ERROR,
            "Without version Zuora takes 1.0, which keeps no session: every run would export everything, for ever."),
    STATELESS_VERSION(
            "AQ206",
            Severity.WARNING,
            "Version 1.0 keeps no session: partner and project change nothing, and every run exports everything."),
    HALF_A_SESSION(
            "AQ207",
            Severity.WARNING,
            "Zuora keeps a session only for partner and project together; with one of them the job runs stateless."),
    STATEFUL(
            "AQ208",
            Severity.NOTE,
            "Zuora advises against stateful mode: its session moves on when a job completes, whether or not the files arrive."),
    LONG_NAME(
            "AQ209",
            Severity.NOTE,
            "Zuora documents a limit of 32 characters; longer names have been accepted so far."),
    OFFSET_WITHOUT_SESSION(
            "AQ210", Severity.WARNING, "An offset moves the end of a session's window; a stateless job has none."),
    INCREMENTAL_TIME_WITHOUT_SESSION(
            "AQ211",
            Severity.ERROR,
            "Only a stateful job has a window that it could start; a stateless one would export everything."),
    AMBIGUOUS_INCREMENTAL_TIME(
            "AQ212",
            Severity.WARNING,
            "Hosts in the United States read the time in Pacific time, where clocks change; records of an hour could be missed or repeated."),
    LONG_NOTIFY_URL("AQ213", Severity.ERROR, "Zuora takes fewer than 5,000 characters and rejects the job with 90014."),
    NOTIFY_URL_NOT_HTTP(
            "AQ214", Severity.WARNING, "Zuora does not check the address; a call to it would never arrive."),
    NOTIFY_URL_WITHOUT_JOB(
            "AQ215",
            Severity.NOTE,
            "Zuora puts the job and its state in for these words; without them a call does not say which job it is about."),
    ENCRYPTED(
            "AQ216",
            Severity.WARNING,
            "Encrypted files need a key that Zuora Support sets up; how it is chosen is not documented."),
    ENCRYPTED_CSV("AQ217", Severity.WARNING, "Zuora documents encryption for zip and gzip files only."),
    LOAD_WITHOUT_SESSION(
            "AQ218",
            Severity.ERROR,
            "A stateless job always loads everything its queries ask for, so the expectation could never be met."),
    SAME_FILE(
            "AQ219",
            Severity.ERROR,
            "The second file would replace the first; file names are compared without their case, as some disks do."),
    WINDOW_IN_SESSION(
            "AQ220",
            Severity.ERROR,
            "In a stateful job Zuora keeps the window; a second one would cut records out that no run brings again."),
    NO_WINDOW("AQ221", Severity.ERROR, "Only window says where the first run starts."),
    SEGMENTS_WITHOUT_SESSION(
            "AQ222",
            Severity.WARNING,
            "Zuora delivers a result in parts only for full loads of stateful jobs; there is nothing to keep apart."),
    FULL_LOAD_IN_SESSION(
            "AQ223",
            Severity.WARNING,
            "A session loads a query in full only once; the next run brings what changed, and would fail."),
    LAST_QUERIES_WITHOUT_SESSION(
            "AQ224",
            Severity.WARNING,
            "Only a session remembers the queries of its last job; what Zuora does without one is not documented."),
    CHANGES_REPLACED(
            "AQ225",
            Severity.NOTE,
            "Each run brings what changed since the last, and its snapshot takes the place of the last one's."),
    LABELS_IN_HEADER(
            "AQ226",
            Severity.NOTE,
            "Without useQueryLabels the header has the labels of the user interface, and each tenant may change those."),
    OTHER_HEADER(
            "AQ227",
            Severity.ERROR,
            "With useQueryLabels the header has API names, without it labels, so the column could never be found."),
    TENANT_ZONE(
            "AQ228",
            Severity.NOTE,
            "Without dateTimeUtc Zuora writes times in the tenant's zone, where an hour may come twice a year."),
    SEGMENT_FILE("AQ229", Severity.ERROR, "Kept segments are told from other files by their number alone."),
    NULL_LOOKS_EMPTY(
            "AQ230", Severity.NOTE, "Without nullReplacement a cell is empty for null and for an empty text alike."),
    NULL_LOOKS_LIKE_A_VALUE(
            "AQ231", Severity.WARNING, "Whoever reads the file cannot tell such a replacement from a value."),
    RETIRED(
            "AQ232",
            Severity.WARNING,
            "Zuora retired its warehouse on 2024-04-05; what it makes of the member since is not documented."),
    SHORT_LAG(
            "AQ233",
            Severity.NOTE,
            "Zuora advises two hours: younger records may still be written behind the end of the window."),
    SHORT_TIMEOUT(
            "AQ234",
            Severity.NOTE,
            "Zuora lets a query run for three hours; a build that waits less fails while its job goes on."),
    NOT_SELECTED(
            "AQ235",
            Severity.WARNING,
            "A result has the columns that its query selects, so each run would fail after its download.");

    private final Entry entry;

    JobCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
