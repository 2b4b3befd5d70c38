package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.data.FieldType;
import io.github.aquaspec.emulator.file.RowSource;
import io.github.aquaspec.emulator.query.OutputColumn;
import io.github.aquaspec.emulator.query.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a statement with the header and the extra column that a request asks for. One row is held at a time. */
final class ResultRows implements RowSource, AutoCloseable {

    /** What stands for the value of a secure field (Zuora documentation, Generate a data source export). */
    private static final String MASK = "******";

    /**
     * A column in front of the others that marks deleted records.
     *
     * @param name the header
     * @param format of its cells
     */
    record Mark(String name, DeletedColumn.Format format) {}

    private final Statement statement;
    private final boolean apiNames;
    private final boolean masks;
    private final Optional<Mark> first;
    private final PreparedStatement prepared;
    private final ResultSet rows;

    ResultRows(Connection connection, Statement statement, boolean apiNames, boolean masks, Optional<Mark> first)
            throws SQLException {
        this.statement = statement;
        this.apiNames = apiNames;
        this.masks = masks;
        this.first = first;
        this.prepared = connection.prepareStatement(statement.sql());
        try {
            int index = 1;
            for (Object parameter : statement.parameters()) {
                prepared.setObject(index++, parameter);
            }
            this.rows = prepared.executeQuery();
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    @Override
    public List<String> header() {
        List<String> names = new ArrayList<>();
        first.ifPresent(m -> names.add(m.name()));
        for (OutputColumn column : statement.columns()) {
            names.add(apiNames ? column.apiName() : column.label());
        }
        return names;
    }

    @Override
    public List<Object> next() throws SQLException {
        if (!rows.next()) {
            return null;
        }
        List<Object> cells = new ArrayList<>();
        int hidden = statement.marksDeleted() ? 1 : 0;
        if (first.isPresent()) {
            cells.add(first.get().format().mark(statement.marksDeleted() && rows.getBoolean(1)));
        }
        for (int i = 0; i < statement.columns().size(); i++) {
            cells.add(cell(statement.columns().get(i).type(), i + 1 + hidden));
        }
        return cells;
    }

    private Object cell(FieldType type, int index) throws SQLException {
        return switch (type) {
            case DATETIME -> rows.getObject(index, OffsetDateTime.class);
            case DATE -> rows.getObject(index, LocalDate.class);
            case SECURE -> masks && rows.getString(index) != null ? MASK : rows.getString(index);
            default -> rows.getObject(index);
        };
    }

    @Override
    public void close() throws SQLException {
        try (prepared) {
            rows.close();
        }
    }
}
