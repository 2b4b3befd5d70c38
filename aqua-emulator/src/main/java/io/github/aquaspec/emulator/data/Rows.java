package io.github.aquaspec.emulator.data;

import static io.github.aquaspec.emulator.data.Store.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of one object's table, on one connection. Values are as the JDBC driver takes and gives them. */
final class Rows {

    /**
     * One row.
     *
     * @param values by field name, in the catalogue's order
     * @param deletedAt null while the record lives
     */
    record Row(Map<String, Object> values, OffsetDateTime deletedAt) {

        boolean lives() {
            return deletedAt == null;
        }
    }

    private final Connection connection;
    private final ObjectType object;
    private final String table;

    Rows(Connection connection, ObjectType object) {
        this.connection = connection;
        this.object = object;
        this.table = quoted(object.name());
    }

    long count() throws SQLException {
        return (Long) single("SELECT COUNT(*) FROM " + table).orElseThrow();
    }

    /** Any id of a record that lives, always the same one while it does. */
    Optional<String> anyId() throws SQLException {
        return single("SELECT MIN(" + quoted("Id") + ") FROM " + table + " WHERE " + quoted(Store.DELETED_AT)
                        + " IS NULL")
                .map(String.class::cast);
    }

    boolean lives(Object id) throws SQLException {
        return row(id).filter(Row::lives).isPresent();
    }

    Optional<Row> row(Object id) throws SQLException {
        return rows(Map.of("Id", id), 1).stream().findFirst();
    }

    /** The first rows with these values, by id. */
    List<Row> rows(Map<String, Object> where, int limit) throws SQLException {
        String conditions = where.entrySet().stream()
                .map(e -> " AND " + quoted(e.getKey()) + (e.getValue() == null ? " IS NULL" : " = ?"))
                .collect(Collectors.joining());
        String sql = "SELECT " + names(object.fields()) + ", " + quoted(Store.DELETED_AT) + " FROM " + table
                + " WHERE TRUE" + conditions + " ORDER BY " + quoted("Id") + " FETCH FIRST " + limit + " ROWS ONLY";
        List<Object> parameters = where.values().stream().filter(v -> v != null).toList();
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = prepared(sql, parameters);
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    void insert(Map<String, Object> values) throws SQLException {
        String columns = values.keySet().stream().map(Store::quoted).collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        run("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")", values.values());
    }

    /** Sets columns of one row, hidden ones too. */
    void update(Object id, Map<String, Object> values) throws SQLException {
        String columns = values.keySet().stream().map(c -> quoted(c) + " = ?").collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>(values.values());
        parameters.add(id);
        run("UPDATE " + table + " SET " + columns + " WHERE " + quoted("Id") + " = ?", parameters);
    }

    private Row row(ResultSet result) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : object.fields()) {
            values.put(field.name(), value(result, field));
        }
        return new Row(values, result.getObject(object.fields().size() + 1, OffsetDateTime.class));
    }

    private static Object value(ResultSet result, Field field) throws SQLException {
        return switch (field.type()) {
            case DATETIME -> result.getObject(field.name(), OffsetDateTime.class);
            case DATE -> result.getObject(field.name(), LocalDate.class);
            default -> result.getObject(field.name());
        };
    }

    private Optional<Object> single(String sql) throws SQLException {
        try (PreparedStatement select = prepared(sql, List.of());
                ResultSet result = select.executeQuery()) {
            return result.next() ? Optional.ofNullable(result.getObject(1)) : Optional.empty();
        }
    }

    private void run(String sql, Collection<Object> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Collection<Object> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 1;
        for (Object parameter : parameters) {
            statement.setObject(index++, parameter);
        }
        return statement;
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(f -> quoted(f.name())).collect(Collectors.joining(", "));
    }
}
