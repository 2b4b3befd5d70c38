package io.github.aquaspec.run.failure;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Findings about files and what is in them: AQ7xx. */
public enum TransferCode implements Code {
    BROKEN("AQ701", Severity.ERROR, "Part of a file is not a file."),
    DAMAGED("AQ702", Severity.ERROR, "The container does not match its own checksum or form."),
    NOT_DATA("AQ703", Severity.ERROR, "Error pages come with HTTP 200 too; they are never published as data."),
    BAD_CSV("AQ704", Severity.ERROR, "A file whose records do not fit its header is cut or mixed up."),
    RECORD_COUNT(
            "AQ705",
            Severity.ERROR,
            "Zuora announces how many records it wrote; another number means that the file is not that result."),
    TOO_LARGE_AT_SOURCE("AQ706", Severity.ERROR, "Zuora does not hand out files over 2,047 MB."),
    FILE_GONE("AQ707", Severity.ERROR, "Zuora deletes result files after about 72 hours."),
    TOO_LARGE_HERE("AQ708", Severity.ERROR, "A file that inflates without end fills the disk."),
    FILES_NOT_APART("AQ709", Severity.ERROR, "One file in two places means that another is missing."),
    NOT_ENCRYPTED("AQ711", Severity.ERROR, "The manifest asks for encrypted files, and this one lay open on its way."),
    NOT_OPENED("AQ712", Severity.ERROR, "Only the key that it was encrypted for opens a file."),
    NOT_PROTECTED(
            "AQ713", Severity.ERROR, "Without an integrity check anybody on the way can change an encrypted file."),
    NUL_BYTES("AQ721", Severity.WARNING, "Many readers stop at a NUL byte."),
    NOT_UTF8("AQ722", Severity.WARNING, "Zuora writes UTF-8; other bytes point at damage."),
    ODD_CSV("AQ723", Severity.WARNING, "Readers differ in what they make of it."),
    HEADER_DIFFERS("AQ724", Severity.WARNING, "A header that does not fit the query may be the file of another query."),
    QUERY_ECHO("AQ725", Severity.WARNING, "Zuora echoes each query; another text may be another query."),
    API_VERSION_ECHO("AQ726", Severity.WARNING, "The API version decides how dates and coded values are written."),
    SESSION_ECHO(
            "AQ727",
            Severity.WARNING,
            "Zuora repeats what it understood of a request; another session or another time brings other records."),
    ODD_LOAD(
            "AQ728",
            Severity.WARNING,
            "Zuora delivers a query of a session in full when it is new or changed, and what changed otherwise."),
    DELETED_COLUMN("AQ729", Severity.WARNING, "Whoever loads the file tells deleted records by this column."),
    DELETED_IN_FULL_LOAD(
            "AQ730",
            Severity.WARNING,
            "A full load of a session holds the records that are there, none that is deleted."),
    UNEXPECTED_LOAD(
            "AQ731", Severity.ERROR, "A full load in place of an increment, or the reverse, breaks whoever merges it."),
    UNEXPECTED_RECORDS("AQ732", Severity.ERROR, "The manifest says how many records are plausible."),
    UNEXPECTED_COLUMNS("AQ733", Severity.ERROR, "The manifest says which columns there are."),
    EMPTY_CELLS("AQ734", Severity.ERROR, "The manifest says which columns hold a value in each record."),
    REPEATED_VALUES("AQ735", Severity.ERROR, "The manifest says in which columns no value stands twice."),
    OUTSIDE_THE_WINDOW(
            "AQ736",
            Severity.WARNING,
            "Zuora was seen to drop a comparison with a time that it does not read, and to give all records."),
    NOTHING_THIS_TIME(
            "AQ737",
            Severity.NOTE,
            "A comparison with a time that Zuora does not read was seen to give no records at all."),
    COLUMNS_CHANGED(
            "AQ738",
            Severity.ERROR,
            "Readers know the columns of before; other ones break them, or are loaded into the wrong place."),
    NOT_WHOLE(
            "AQ751", Severity.ERROR, "A snapshot is complete when its sums verify and list exactly the files present."),
    NOT_PUBLISHED("AQ752", Severity.ERROR, "This build ran the manifest, so its snapshot must be there."),
    NO_SNAPSHOT("AQ753", Severity.ERROR, "A release holds the snapshot of each selected manifest, or is none."),
    OUTDATED("AQ754", Severity.ERROR, "A release holds what its manifests ask for, and not what they once did."),
    NOT_THE_LAST("AQ755", Severity.ERROR, "The next run goes on from what was published last, so that is released."),
    OF_ANOTHER_TARGET("AQ756", Severity.ERROR, "A release holds the records of the tenant that its build names.");

    private final Entry entry;

    TransferCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
