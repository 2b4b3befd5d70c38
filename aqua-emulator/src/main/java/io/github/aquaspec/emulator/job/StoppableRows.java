package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.file.RowSource;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Rows that end with an error once nobody waits for them. A thread is not interrupted while it reads records: that would
 * close the database file under everybody else.
 *
 * @param rows where they come from
 * @param stopped asked before each row
 */
record StoppableRows(RowSource rows, BooleanSupplier stopped) implements RowSource {

    @Override
    public List<String> header() {
        return rows.header();
    }

    @Override
    public List<Object> next() throws SQLException {
        if (stopped.getAsBoolean()) {
            throw new SQLException("the job was stopped");
        }
        return rows.next();
    }
}
