package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store with records inserted by hand, and queries run against it. */
final class Records implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-07-15T10:30:00Z");

    private static final Bounds NO_WINDOW =
            new Bounds(NOW, Optional.empty(), Optional.empty(), DeletedRecords.LEFT_OUT);

    private final Store store;
    private final Settings settings = new Settings(Map.of());
    private final QueryCompiler compiler;

    Records(Catalogue catalogue) {
        this.store = Store.open(catalogue, ZONE, Clock.systemUTC(), Optional.empty());
        this.compiler = new QueryCompiler(catalogue, ZONE, settings);
    }

    Settings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    void sql(String statement) {
        try (Connection connection = store.connect();
                java.sql.Statement any = connection.createStatement()) {
            any.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    /** The first column of an Export ZOQL query's rows, as text. */
    List<String> column(String query) {
        return rows(query, Dialect.EXPORT_ZOQL, "145.0").stream()
                .map(row -> row.get(0))
                .toList();
    }

    List<List<String>> rows(String query) {
        return rows(query, Dialect.EXPORT_ZOQL, "145.0");
    }

    List<List<String>> rows(String query, Dialect dialect, String apiVersion) {
        return rows(query, dialect, apiVersion, NO_WINDOW);
    }

    List<List<String>> rows(String query, Bounds bounds) {
        return rows(query, Dialect.EXPORT_ZOQL, "145.0", bounds);
    }

    private List<List<String>> rows(String query, Dialect dialect, String apiVersion, Bounds bounds) {
        try {
            return run(compiler.compile(new QueryText(query, dialect, apiVersion), bounds));
        } catch (QueryRejected | QueryAborted e) {
            throw new AssertionError(query + ": " + e.getMessage(), e);
        }
    }

    /** What an independent statement finds. */
    List<List<String>> bySql(String sql) {
        return run(new Statement("", sql, List.of(), List.of(), false));
    }

    Statement compile(String query, Dialect dialect, Bounds bounds) throws QueryRejected, QueryAborted {
        return compiler.compile(new QueryText(query, dialect, "145.0"), bounds);
    }

    Statement compile(String query, Dialect dialect, String apiVersion) throws QueryRejected, QueryAborted {
        return compiler.compile(new QueryText(query, dialect, apiVersion), NO_WINDOW);
    }

    boolean usesFunctionOrAlias(String query) {
        return compiler.usesFunctionOrAlias(new QueryText(query, Dialect.EXPORT_ZOQL, "145.0"));
    }

    /** Why a query is refused. */
    String refusal(String query, Dialect dialect) {
        return refusal(query, dialect, NO_WINDOW);
    }

    String refusal(String query, Dialect dialect, Bounds bounds) {
        try {
            compile(query, dialect, bounds);
            throw new AssertionError("accepted: " + query);
        } catch (QueryRejected | QueryAborted e) {
            return e.getMessage();
        }
    }

    private List<List<String>> run(Statement statement) {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = store.connect();
                PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                prepared.setObject(i + 1, statement.parameters().get(i));
            }
            try (ResultSet result = prepared.executeQuery()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(statement.sql(), e);
        }
        return rows;
    }

    @Override
    public void close() {
        store.close();
    }
}
