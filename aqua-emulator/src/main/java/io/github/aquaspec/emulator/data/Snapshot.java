package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The records as they are at a moment, whatever others change meanwhile: what changed before it is in, and what changes after
 * it is not.
 *
 * @param moment from which on changes are not seen
 * @param connection where statements see the records so
 */
public record Snapshot(Instant moment, Connection connection) implements AutoCloseable {

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was read was read; the database takes back what is left of it when it closes.
        }
    }
}
