package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The records as they are at a moment, whatever others change meanwhile: what changed before it is in, and what changes after
 * it is not.
 *
 * @param moment from which on changes are not seen
 * @param open where statements see the records so; absent where the database does not let us look
 * @param trouble why it does not
 */
public record Snapshot(Instant moment, Optional<Connection> open, Optional<SQLException> trouble)
        implements AutoCloseable {

    /**
     * Where statements see the records so.
     *
     * @throws SQLException when the database does not let us look
     */
    public Connection connection() throws SQLException {
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        return open.orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
