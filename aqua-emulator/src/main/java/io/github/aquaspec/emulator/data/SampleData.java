package io.github.aquaspec.emulator.data;

import static io.github.aquaspec.emulator.data.Store.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Fills a store with sample records that join. The same seed and scale always give the same records, in the same
 * order; the order looks arbitrary, so that nobody comes to rely on one without {@code order by}.
 */
public final class SampleData {

    private static final int ROWS_AT_ONCE = 500;
    private static final String ORIGIN = "sample";
    /** Before the name of an object whose records were all inserted. */
    private static final String INSERTED = "sample of ";

    private final Store store;
    private final long seed;
    private final SampleValues values;
    private final String origin;
    /** Objects whose records are there, and those of all that their keys lead to. */
    private final Set<String> inserted = ConcurrentHashMap.newKeySet();

    /**
     * Sample records.
     *
     * @param scale how many times the base number of records, at least 1
     */
    public SampleData(Store store, long seed, int scale) {
        this.store = store;
        this.seed = seed;
        this.values = new SampleValues(store.catalogue(), seed, scale);
        this.origin = "seed " + seed + " at scale " + scale;
    }

    /**
     * Has these be the records of the store. Those of an object are inserted when somebody is about to look at it, or at
     * one whose keys lead to it: most emulators are asked about few.
     *
     * @throws StoreRefused when the store has those of another seed or scale
     */
    public void begin() {
        Optional<String> there = store.remembered().get(ORIGIN);
        if (there.isEmpty()) {
            // A reset that was cut short, at the latest now.
            store.remembered().forgetAll(INSERTED);
            store.remembered().put(ORIGIN, origin);
        } else if (!there.get().equals(origin)) {
            throw new StoreRefused("the records that are kept came from " + there.get() + ", not from " + origin
                    + "; start with the former, or use another directory");
        }
        store.fillBy(this::need);
    }

    /** Inserts all records that are not there. */
    public void fill() {
        begin();
        store.catalogue().objects().forEach(this::need);
    }

    /** Takes the records back to what they were at first. Snapshots that are being read stand still. */
    public void reset() {
        store.change(connection -> {
            store.remembered().forget(ORIGIN);
            store.remembered().forgetAll(INSERTED);
            for (ObjectType object : store.catalogue().objects()) {
                empty(connection, object);
            }
            inserted.clear();
            return origin;
        });
        store.remembered().put(ORIGIN, origin);
    }

    private void need(ObjectType object) {
        if (!inserted.contains(object.name())) {
            store.change(connection -> {
                Set<ObjectType> reached = reached(object, new LinkedHashSet<>());
                for (ObjectType each : reached) {
                    insert(connection, each);
                }
                reached.forEach(each -> inserted.add(each.name()));
                return origin;
            });
        }
    }

    /** The object and all that its keys lead to. */
    private Set<ObjectType> reached(ObjectType from, Set<ObjectType> before) {
        if (before.add(from)) {
            from.fields().stream()
                    .filter(field -> field.target().isPresent())
                    .forEach(key -> reached(store.catalogue().target(key), before));
        }
        return before;
    }

    /** Remembered at the end: an insertion that is cut short begins anew. */
    private void insert(Connection connection, ObjectType object) throws SQLException {
        String mark = INSERTED + object.name();
        if (store.remembered().get(mark).isEmpty()) {
            empty(connection, object);
            fill(connection, object);
            store.remembered().put(mark, origin);
        }
    }

    SampleValues values() {
        return values;
    }

    /** An id that no record of a table with so many rows has. */
    String newId(ObjectType object, long rows) {
        return values.id(object, rows);
    }

    private static void empty(Connection connection, ObjectType object) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + quoted(object.name()));
        }
    }

    private void fill(Connection connection, ObjectType object) throws SQLException {
        long rows = values.rows(object);
        Shuffle order = new Shuffle(rows, new Dice(seed, object.name() + " order", rows).next());
        try (PreparedStatement insert = connection.prepareStatement(insert(object))) {
            for (long i = 0; i < rows; i++) {
                long row = order.at(i);
                int column = 1;
                for (Field field : object.fields()) {
                    insert.setObject(column++, values.value(object, field, row));
                }
                insert.addBatch();
                if ((i + 1) % ROWS_AT_ONCE == 0 || i + 1 == rows) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static String insert(ObjectType object) {
        String columns = object.fields().stream().map(f -> quoted(f.name())).collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(object.fields().size(), "?"));
        return "INSERT INTO " + quoted(object.name()) + " (" + columns + ") VALUES (" + marks + ")";
    }
}
