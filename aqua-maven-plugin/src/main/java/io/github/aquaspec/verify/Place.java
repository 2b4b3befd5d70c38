package io.github.aquaspec.verify;

/**
 * Where a record begins in the CSV, after decompression.
 *
 * @param record 1 for the first record after the header, 0 for the header
 * @param line from 1; newlines inside quotes count
 * @param offset bytes from the start of the CSV, from 0
 */
public record Place(long record, long line, long offset) {

    @Override
    public String toString() {
        String what = record == 0 ? "the header" : "record " + record;
        return what + " (line " + line + ", byte " + offset + ")";
    }
}
