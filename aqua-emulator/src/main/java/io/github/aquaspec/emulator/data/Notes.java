package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Texts beside the records, such as jobs and sessions: they are kept as long as the records are. Safe for threads. */
public final class Notes {

    private final Store store;

    /** The notes of a store. */
    public Notes(Store store) {
        this.store = store;
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS \"a note\" (number BIGINT GENERATED ALWAYS AS IDENTITY,"
                    + " kind VARCHAR(40), name VARCHAR, text CLOB, PRIMARY KEY (kind, name))");
        } catch (SQLException e) {
            throw new StoreFailure("cannot keep notes", e);
        }
    }

    /** Notes a text, in place of the one of that kind and name. */
    public void put(String kind, String name, String text) {
        change("MERGE INTO \"a note\" (kind, name, text) KEY (kind, name) VALUES (?, ?, ?)", kind, name, text);
    }

    /** Forgets one text. */
    public void remove(String kind, String name) {
        change("DELETE FROM \"a note\" WHERE kind = ? AND name = ?", kind, name);
    }

    /** Forgets all texts of a kind. */
    public void clear(String kind) {
        change("DELETE FROM \"a note\" WHERE kind = ?", kind);
    }

    /** The texts of a kind, in the order in which their names were first noted. */
    public List<String> all(String kind) {
        try (Connection connection = store.connect();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT text FROM \"a note\" WHERE kind = ? ORDER BY number")) {
            statement.setString(1, kind);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new StoreFailure("cannot read notes", e);
        }
    }

    private void change(String sql, String... values) {
        try (Connection connection = store.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure("cannot keep a note", e);
        }
    }
}
