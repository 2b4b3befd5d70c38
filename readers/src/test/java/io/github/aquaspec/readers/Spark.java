package io.github.aquaspec.readers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark on this machine alone, with the SQL of the page. */
final class Spark implements Reader {

    static final String VIEW = "account";

    private final SparkSession session = SparkSession.builder()
            .master("local[2]")
            .appName("readers")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();

    SparkSession session() {
        return session;
    }

    @Override
    public String name() {
        return "Spark " + session.version();
    }

    @Override
    public boolean takes(Snapshot.Table table) {
        return !table.hasEmptyLines();
    }

    @Override
    public Found read(Snapshot.Table table) {
        String recipe = Recipes.about(Recipes.first("Spark", "sql"), table.file());
        if (table.lineEnd().equals("\r\n")) {
            recipe = recipe.replace("lineSep '\\n'", "lineSep '\\r\\n'");
        }
        return read(recipe, table);
    }

    /** Creates {@link #VIEW} and looks at it; with an empty cell that is no null, as the page tells. */
    Found read(String sql, Snapshot.Table table) {
        session.sql(sql);
        Dataset<Row> rows = session.table(VIEW);
        return look(table.nullText().isEmpty() ? rows : rows.na().fill(""), table);
    }

    static Found look(Dataset<Row> rows, Snapshot.Table table) {
        List<String> columns = Arrays.asList(rows.columns());
        Found.Looking looking = table.looking(columns);
        for (Row row : rows.collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(row.getString(i));
            }
            looking.record(cells);
        }
        return looking.found();
    }

    @Override
    public void close() {
        session.stop();
    }
}
