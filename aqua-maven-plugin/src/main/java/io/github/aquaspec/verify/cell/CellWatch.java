package io.github.aquaspec.verify.cell;

import java.io.IOException;
import java.util.List;

/** Looks at the cells of one column. */
interface CellWatch {

    /** The name of the column, as the header has it. */
    String column();

    /** Its place in a header, from 0: of just this name, else in another case; −1 where there is none. */
    default int in(List<String> header) {
        int exact = header.indexOf(column());
        return exact >= 0
                ? exact
                : header.stream()
                        .filter(column()::equalsIgnoreCase)
                        .findFirst()
                        .map(header::indexOf)
                        .orElse(-1);
    }

    /**
     * Its cell in a record.
     *
     * @param number 1 for the first record behind the header
     * @param offset where the record begins, in bytes from the start of the CSV
     */
    void cell(Cell cell, long number, long offset) throws IOException;

    /**
     * The same record has ended.
     *
     * @param key what its column {@code Id} holds
     */
    default void endRecord(long number, long offset, Cell key) {}
}
