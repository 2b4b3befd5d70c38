package io.github.aquaspec.emulator.data;

import static io.github.aquaspec.emulator.data.Store.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a catalogue. They and their columns bear its names. */
final class Tables {

    /** Another word whenever what is remembered of a filling means something else. */
    private static final String FILLED = "each object by itself, ";

    private final Catalogue catalogue;

    Tables(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Tells tables of one catalogue from those of another, and those that were filled in another way. */
    String fingerprint() {
        return FILLED + Integer.toHexString(statements().hashCode());
    }

    /** Makes them, empty. What an attempt that was cut short has left goes first. */
    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (ObjectType object : catalogue.objects()) {
                statement.execute("DROP TABLE IF EXISTS " + quoted(object.name()));
            }
            for (String sql : statements()) {
                statement.execute(sql);
            }
        }
    }

    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (ObjectType object : catalogue.objects()) {
            statements.add(createTable(object));
            if (object.field("UpdatedDate").isPresent()) {
                statements.add("CREATE INDEX " + quoted(object.name() + ".UpdatedDate") + " ON " + quoted(object.name())
                        + " (" + quoted("UpdatedDate") + ")");
            }
        }
        return statements;
    }

    private static String createTable(ObjectType object) {
        StringBuilder sql =
                new StringBuilder("CREATE TABLE ").append(quoted(object.name())).append(" (");
        for (Field field : object.fields()) {
            sql.append(quoted(field.name())).append(' ').append(field.type().sqlType());
            sql.append(field.nullable() ? ", " : " NOT NULL, ");
        }
        // Invisible: a statement that names no columns neither reads nor writes it.
        sql.append(quoted(Store.DELETED_AT)).append(" timestamp(6) with time zone INVISIBLE, ");
        return sql.append("PRIMARY KEY (").append(quoted("Id")).append("))").toString();
    }
}
