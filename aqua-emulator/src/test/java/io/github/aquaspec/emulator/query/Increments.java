package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Somebody who loads what changed again and again, and keeps a table of the last state of everything. */
final class Increments {

    private static final QueryText QUERY =
            new QueryText("select Id, Size, UpdatedDate from Event", Dialect.EXPORT_ZOQL, "145.0");

    private final Store store;
    private final QueryCompiler compiler;
    private final Map<String, String> sizes = new TreeMap<>();
    private final Map<String, Integer> times = new TreeMap<>();
    private Optional<Instant> from = Optional.empty();

    Increments(Store store) {
        this.store = store;
        this.compiler = new QueryCompiler(store.catalogue(), ZoneOffset.UTC, new Settings(Map.of()));
    }

    /** Sizes of the records that live, by id. */
    Map<String, String> sizes() {
        return sizes;
    }

    /** How often each record came. */
    Map<String, Integer> times() {
        return times;
    }

    /** Loads one window: from the end of the last one to this moment, less the offset. */
    void load(Duration offset) {
        Instant start = store.clock().moment();
        Instant end = start.minus(offset);
        Instant to = from.filter(end::isBefore).orElse(end);
        Bounds bounds = new Bounds(start, from, Optional.of(to), DeletedRecords.OF_WINDOW);
        try (Connection snapshot = store.look(List.of()).connection()) {
            read(snapshot, compiler.compile(QUERY, bounds));
        } catch (SQLException | QueryRejected | QueryAborted e) {
            throw new AssertionError(e);
        }
        from = Optional.of(to);
    }

    private void read(Connection snapshot, Statement statement) throws SQLException {
        Set<String> here = new HashSet<>();
        try (PreparedStatement prepared = snapshot.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                prepared.setObject(i + 1, statement.parameters().get(i));
            }
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(2);
                    if (!here.add(id)) {
                        throw new AssertionError(id + " stands twice in one load");
                    }
                    times.merge(id, 1, Integer::sum);
                    keep(rows.getBoolean(1), id, rows.getString(3));
                }
            }
        }
    }

    private void keep(boolean deleted, String id, String size) {
        if (deleted) {
            sizes.remove(id);
        } else {
            sizes.put(id, size);
        }
    }
}
