package io.github.aquaspec.emulator.data;

import io.github.aquaspec.emulator.setting.EmulatedClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The records, in an H2 database of its own: in memory until it is closed, or in a directory for good.
 *
 * <p>Tables and columns bear the names of the catalogue, quoted. Who keeps other rows makes tables whose names have a
 * blank. What is committed survives the death of the process.
 */
public final class Store implements AutoCloseable {

    /** The hidden column that holds when a record was deleted; null while it lives. No field can be called so. */
    public static final String DELETED_AT = "deleted at";

    private static final String TABLES = "tables";
    private static final String CLOCK_AHEAD = "clock ahead";
    private static final String CLOCK_LAST = "clock last";

    private final Catalogue catalogue;
    private final Place place;
    private final Connection keepAlive;
    private final Remembered remembered;
    private final EmulatedClock clock;
    private final Object changes = new Object();
    /** Puts in what an object has at first. */
    private volatile Consumer<ObjectType> filling = object -> {};

    /** Something done to the records, all of it or nothing. */
    interface Change<T> {
        T on(Connection connection) throws SQLException;
    }

    private Store(Catalogue catalogue, Place place, Connection keepAlive, Clock base) {
        this.catalogue = catalogue;
        this.place = place;
        this.keepAlive = keepAlive;
        this.remembered = new Remembered(place.source());
        this.clock = new EmulatedClock(
                base,
                remembered.get(CLOCK_AHEAD).map(Duration::parse).orElse(Duration.ZERO),
                remembered.get(CLOCK_LAST).map(Instant::parse).orElse(Instant.MIN),
                ahead -> remembered.put(CLOCK_AHEAD, ahead.toString()));
    }

    /**
     * A store with a table for each object: those of the directory, or empty ones.
     *
     * @param zone in which the database finds the day of a moment
     * @param base what the store's clock follows; it is as far ahead of it as it was when the directory was last used
     * @param directory where the records stay; absent, they go with the store
     * @throws StoreRefused when the directory can't be used, another emulator uses it, or its tables are others
     */
    public static Store open(Catalogue catalogue, ZoneId zone, Clock base, Optional<Path> directory) {
        Place place = Place.of(directory, zone);
        try {
            Connection keepAlive = place.source().getConnection();
            try {
                Store store = new Store(catalogue, place, keepAlive, base);
                store.makeTables();
                return store;
            } catch (SQLException | RuntimeException e) {
                keepAlive.close();
                throw e;
            }
        } catch (SQLException e) {
            place.close();
            throw new StoreRefused("the records " + place + " can't be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The time by which records change; how far it is moved is remembered. */
    public EmulatedClock clock() {
        return clock;
    }

    /** Small things kept beside the records. */
    Remembered remembered() {
        return remembered;
    }

    /** A connection of the caller's own, to be closed by it. Objects that nobody has looked at are empty on it. */
    public Connection connect() throws SQLException {
        return place.source().getConnection();
    }

    /**
     * The records as they are now, for as long as the snapshot is open: one job, one snapshot (Zuora documentation, AQuA API
     * introduction). Nothing changes between the moment and the first look, so that no change is on both sides of it.
     *
     * @param objects what is looked at, and what their keys lead to
     * @throws StoreFailure when the database does not let us look
     */
    public Snapshot look(Collection<ObjectType> objects) {
        synchronized (changes) {
            need(objects);
            Instant moment = clock.moment();
            try {
                return new Snapshot(moment, standing(objects));
            } catch (SQLException e) {
                throw new StoreFailure("cannot read the records", e);
            }
        }
    }

    /** A connection on which all statements see the records as they are now, whatever others change meanwhile. */
    Connection standing(Collection<ObjectType> objects) throws SQLException {
        synchronized (changes) {
            need(objects);
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
    }

    /** Fills objects that somebody is about to look at; one that is filled already costs nothing. */
    public void need(Collection<ObjectType> objects) {
        synchronized (changes) {
            objects.forEach(filling);
        }
    }

    /** Has an object filled before anybody looks at it. */
    void fillBy(Consumer<ObjectType> filling) {
        this.filling = filling;
    }

    /** Changes records, one change after another: the moments they are given are in the order of their commits. */
    <T> T change(Change<T> change) {
        synchronized (changes) {
            try (Connection connection = connect()) {
                connection.setAutoCommit(false);
                // Closing takes back what is not committed.
                T done = change.on(connection);
                connection.commit();
                return done;
            } catch (SQLException e) {
                throw new StoreFailure("cannot change the records", e);
            }
        }
    }

    /** The same, to an object that may have to be filled first. */
    <T> T change(ObjectType object, Change<T> change) {
        synchronized (changes) {
            need(List.of(object));
            return change(change);
        }
    }

    /** A name as it stands in a statement. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try (place;
                Statement statement = keepAlive.createStatement()) {
            // A clock that stands still must not give the same moments again.
            remembered.put(CLOCK_LAST, clock.moment().toString());
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new StoreFailure("cannot close the database", e);
        }
    }

    private void makeTables() throws SQLException {
        Tables tables = new Tables(catalogue);
        Optional<String> there = remembered.get(TABLES);
        if (there.isEmpty()) {
            tables.create(keepAlive);
            remembered.put(TABLES, tables.fingerprint());
        } else if (!there.get().equals(tables.fingerprint())) {
            throw new StoreRefused("the records " + place + " are of another version of the emulator;"
                    + " remove that directory, or use another one");
        }
    }
}
