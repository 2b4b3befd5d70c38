package io.github.aquaspec.emulator.data;

import static io.github.aquaspec.emulator.data.Store.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.stream.Collectors;

/**
 * Fills a store with sample records that join. The same seed and scale always give the same records, in the same
 * order; the order looks arbitrary, so that nobody comes to rely on one without {@code order by}.
 */
public final class SampleData {

    private static final int ROWS_AT_ONCE = 500;

    private final Store store;
    private final long seed;
    private final SampleValues values;

    /**
     * Sample records.
     *
     * @param scale how many times the base number of records, at least 1
     */
    public SampleData(Store store, long seed, int scale) {
        this.store = store;
        this.seed = seed;
        this.values = new SampleValues(store.catalogue(), seed, scale);
    }

    /** Inserts all records. */
    public void fill() {
        try (Connection connection = store.connect()) {
            connection.setAutoCommit(false);
            for (ObjectType object : store.catalogue().objects()) {
                fill(connection, object);
            }
        } catch (SQLException e) {
            throw new StoreFailure("cannot write the sample records", e);
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
