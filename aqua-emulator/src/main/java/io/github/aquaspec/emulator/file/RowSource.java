package io.github.aquaspec.emulator.file;

import java.sql.SQLException;
import java.util.List;

/** Rows to be written, one at a time. */
public interface RowSource {

    /** The cells of the header row. */
    List<String> header();

    /** The values of the next row; null behind the last. */
    List<Object> next() throws SQLException;
}
