package io.github.aquaspec.emulator.scenario;

/** What can be done to the records of a file. */
public enum FileEdit {
    /** A NUL byte stands at the end of a record's first cell. */
    NUL_BYTE("nulByte"),
    /** Bytes that are no UTF-8 stand there. */
    INVALID_UTF8("invalidUtf8"),
    /** A record has a cell too many. */
    EXTRA_CELL("extraCell"),
    /** A record has a cell too few. */
    MISSING_CELL("missingCell"),
    /** A record begins with a quote that is never closed. */
    OPEN_QUOTE("openQuote"),
    /** A record is missing. */
    DROP_RECORD("dropRecord"),
    /** A record comes twice. */
    REPEAT_RECORD("repeatRecord"),
    /** The columns of the whole file come in the opposite order. */
    REVERSE_COLUMNS("reverseColumns"),
    /** The first column has another name. */
    RENAME_COLUMN("renameColumn"),
    /** The last line has no end. */
    NO_FINAL_NEWLINE("noFinalNewline");

    private final String word;

    FileEdit(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
