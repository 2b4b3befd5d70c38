package io.github.aquaspec.verify.cell;

/**
 * A record of the files of a query.
 *
 * @param file which of the files, from 0
 * @param number 1 for the first behind the header
 * @param offset where it begins, in bytes from the start of the CSV
 * @param key what its column {@code Id} holds; empty where there is no such column
 */
public record FoundRecord(int file, long number, long offset, String key) {

    FoundRecord in(int other) {
        return new FoundRecord(other, number, offset, key);
    }
}
