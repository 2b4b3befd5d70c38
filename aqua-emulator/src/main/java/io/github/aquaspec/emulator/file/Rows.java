package io.github.aquaspec.emulator.file;

import java.sql.SQLException;
import java.util.List;

/** Rows of a source, of which the next can be looked at before it is taken. */
final class Rows {

    private final RowSource source;
    private List<Object> next;
    private boolean read;

    Rows(RowSource source) {
        this.source = source;
    }

    List<String> header() {
        return source.header();
    }

    /** The next row, which stays; null behind the last. */
    List<Object> peek() throws SQLException {
        if (!read) {
            next = source.next();
            read = true;
        }
        return next;
    }

    /** The next row. */
    List<Object> take() throws SQLException {
        List<Object> row = peek();
        read = false;
        return row;
    }
}
