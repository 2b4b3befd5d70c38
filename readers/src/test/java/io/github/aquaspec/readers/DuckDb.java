package io.github.aquaspec.readers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB, with the SQL of the page. */
final class DuckDb implements Reader {

    static final String TABLE = "account";

    private final Connection connection;

    DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @Override
    public String name() {
        try {
            return "DuckDB "
                    + connection.getMetaData().getDatabaseProductVersion().replaceFirst("^v", "");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean takes(Snapshot.Table table) {
        return !table.hasEmptyLines() || table.nullText().isEmpty();
    }

    @Override
    public Found read(Snapshot.Table table) throws SQLException {
        String recipe = Recipes.about(Recipes.first("DuckDB", "sql"), table.file());
        return read(recipe.replace("nullstr = ''", "nullstr = '" + table.nullText() + "'"), table);
    }

    /** Creates {@link #TABLE} and looks at it. */
    Found read(String sql, Snapshot.Table table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
            statement.execute(sql);
            try (ResultSet rows = statement.executeQuery("FROM " + TABLE)) {
                ResultSetMetaData meta = rows.getMetaData();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    columns.add(meta.getColumnName(i));
                }
                Found.Looking looking = table.looking(columns);
                while (rows.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        cells.add(rows.getString(i));
                    }
                    looking.record(cells);
                }
                return looking.found();
            }
        }
    }

    /** One text from a query. */
    String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
