package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;

/** Small things a store keeps beside the records, by name. */
final class Remembered {

    // No object of a catalogue has a blank in its name.
    private static final String TABLE = Store.quoted("things remembered");

    private final JdbcDataSource source;

    Remembered(JdbcDataSource source) {
        this.source = source;
        run("CREATE TABLE IF NOT EXISTS " + TABLE + " (name varchar(100) PRIMARY KEY, thing varchar(4000) NOT NULL)");
    }

    Optional<String> get(String name) {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT thing FROM " + TABLE + " WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreFailure("cannot read what is remembered as " + name, e);
        }
    }

    /** Remembers something at once and for good. */
    void put(String name, String thing) {
        run("MERGE INTO " + TABLE + " KEY (name) VALUES (?, ?)", name, thing);
    }

    void forget(String name) {
        run("DELETE FROM " + TABLE + " WHERE name = ?", name);
    }

    /** Forgets everything whose name begins so. */
    void forgetAll(String beginning) {
        run("DELETE FROM " + TABLE + " WHERE LOCATE(?, name) = 1", beginning);
    }

    private void run(String sql, String... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new StoreFailure("cannot remember", e);
        }
    }
}
