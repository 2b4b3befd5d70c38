package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The records, in an H2 database in memory of its own. It lives until it is closed.
 *
 * <p>Tables and columns bear the names of the catalogue, quoted.
 */
public final class Store implements AutoCloseable {

    /** The hidden column that holds when a record was deleted; null while it lives. No field can be called so. */
    public static final String DELETED_AT = "deleted at";

    private final Catalogue catalogue;
    private final JdbcDataSource source;
    private final Connection keepAlive;

    private Store(Catalogue catalogue, JdbcDataSource source, Connection keepAlive) {
        this.catalogue = catalogue;
        this.source = source;
        this.keepAlive = keepAlive;
    }

    /**
     * An empty store with a table for each object.
     *
     * @param zone in which the database finds the day of a moment
     */
    public static Store open(Catalogue catalogue, ZoneId zone) {
        // Not through DriverManager: it knows no driver of a class loader such as a plugin's.
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:aqua-" + UUID.randomUUID() + ";LAZY_QUERY_EXECUTION=1;TIME ZONE=" + zone.getId());
        try {
            Store store = new Store(catalogue, source, source.getConnection());
            store.createTables();
            return store;
        } catch (SQLException e) {
            throw new StoreFailure("cannot open the database", e);
        }
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** A connection of the caller's own, to be closed by it. */
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    /**
     * A connection on which all statements see the records as they are at the first of them, whatever others change
     * meanwhile: one job, one snapshot (Zuora documentation, AQuA API introduction).
     */
    public Connection snapshot() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            statement.execute("SELECT 1 FROM " + quoted("Account") + " FETCH FIRST 1 ROWS ONLY");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A name as it stands in a statement. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            keepAlive.close();
        } catch (SQLException e) {
            throw new StoreFailure("cannot close the database", e);
        }
    }

    private void createTables() throws SQLException {
        try (Statement statement = keepAlive.createStatement()) {
            for (ObjectType object : catalogue.objects()) {
                statement.execute(createTable(object));
                if (object.field("UpdatedDate").isPresent()) {
                    statement.execute("CREATE INDEX " + quoted(object.name() + ".UpdatedDate") + " ON "
                            + quoted(object.name()) + " (" + quoted("UpdatedDate") + ")");
                }
            }
        }
    }

    private static String createTable(ObjectType object) {
        StringBuilder sql =
                new StringBuilder("CREATE TABLE ").append(quoted(object.name())).append(" (");
        for (Field field : object.fields()) {
            sql.append(quoted(field.name())).append(' ').append(field.type().sqlType());
            sql.append(field.nullable() ? ", " : " NOT NULL, ");
        }
        // Invisible: a statement that names no columns neither reads nor writes it.
        sql.append(quoted(DELETED_AT)).append(" timestamp(6) with time zone INVISIBLE, ");
        return sql.append("PRIMARY KEY (").append(quoted("Id")).append("))").toString();
    }
}
