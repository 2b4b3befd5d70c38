package io.github.aquaspec.emulator.data;

import static io.github.aquaspec.emulator.data.Store.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fills a store with sample records that join. The same seed and scale always give the same records, in the same
 * order; the order looks arbitrary, so that nobody comes to rely on one without {@code order by}.
 */
public final class SampleData {

    private static final int ROWS_AT_ONCE = 500;
    private static final String ORIGIN = "sample";

    private final Store store;
    private final long seed;
    private final SampleValues values;
    private final String origin;

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
     * Inserts all records, unless they were inserted before.
     *
     * @throws StoreRefused when the store was filled from another seed or scale
     */
    public void fill() {
        Optional<String> there = store.remembered().get(ORIGIN);
        if (there.isEmpty()) {
            reset();
        } else if (!there.get().equals(origin)) {
            throw new StoreRefused("the records that are kept came from " + there.get() + ", not from " + origin
                    + "; start with the former, or use another directory");
        }
    }

    /** Takes the records back to what they were at first. Snapshots that are being read stand still. */
    public void reset() {
        store.change(connection -> {
            // Remembered at the end: a filling that is cut short begins anew.
            store.remembered().forget(ORIGIN);
            for (ObjectType object : store.catalogue().objects()) {
                empty(connection, object);
                fill(connection, object);
            }
            store.remembered().put(ORIGIN, origin);
            return origin;
        });
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
