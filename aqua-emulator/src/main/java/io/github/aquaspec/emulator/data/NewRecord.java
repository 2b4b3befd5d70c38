package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A record about to be inserted: what is not given and can't be null is made up, and fits what is given. */
final class NewRecord {

    private final Connection connection;
    private final Catalogue catalogue;
    private final SampleValues samples;
    private final ObjectType object;
    private final OffsetDateTime moment;
    private final long row;
    private final Map<String, Object> values;

    /**
     * A record to be.
     *
     * @param given by field name, the id among them
     * @param moment when it is made
     */
    NewRecord(
            Connection connection,
            Catalogue catalogue,
            SampleValues samples,
            ObjectType object,
            Map<String, Object> given,
            OffsetDateTime moment)
            throws SQLException {
        this.connection = connection;
        this.catalogue = catalogue;
        this.samples = samples;
        this.object = object;
        this.moment = moment;
        this.row = new Rows(connection, object).count();
        this.values = new LinkedHashMap<>(given);
    }

    /** All values, in the catalogue's order. */
    Map<String, Object> complete() throws SQLException {
        Map<String, Object> complete = new LinkedHashMap<>();
        for (Field field : object.fields()) {
            complete.put(field.name(), value(field));
        }
        return complete;
    }

    private Object value(Field field) throws SQLException {
        if (!values.containsKey(field.name())) {
            values.put(field.name(), made(field));
        }
        return values.get(field.name());
    }

    private Object made(Field field) throws SQLException {
        if (field.name().equals("CreatedDate") || field.name().equals("UpdatedDate")) {
            return moment;
        }
        if (field.nullable()) {
            return null;
        }
        if (field.target().isPresent()) {
            return target(field);
        }
        Recipe recipe = field.recipe();
        return switch (recipe.word()) {
            case "created", "updated" -> moment;
            case "after" -> after(recipe).orElseGet(() -> samples.value(object, field, row));
            case "from" -> from(field);
            default -> samples.value(object, field, row);
        };
    }

    /** The record a sample would lead to, or any other where that one is gone. */
    private Object target(Field key) throws SQLException {
        ObjectType target = catalogue.target(key);
        Rows targets = new Rows(connection, target);
        Object usual = samples.value(object, key, sampleRow());
        if (targets.lives(usual)) {
            return usual;
        }
        return targets.anyId().orElseThrow(() -> RecordRejected.noTargetAtAll(object, key, target));
    }

    private Optional<Object> after(Recipe recipe) throws SQLException {
        Object start = value(catalogue.keyOf(object, recipe.arguments().get(0)));
        return Optional.ofNullable((LocalDate) start).map(day -> day.plusDays(recipe.number(1)));
    }

    /** The value of a field at the end of a path of keys, which begins in this record. */
    private Object from(Field field) throws SQLException {
        ObjectType at = object;
        Map<String, Object> here = values;
        for (String step : field.recipe().arguments().get(0).split("\\.", -1)) {
            Field key = catalogue.keyOf(at, step);
            Object id = at.equals(object) && here == values ? value(key) : here.get(key.name());
            at = catalogue.target(key);
            Optional<Rows.Row> found = id == null ? Optional.empty() : new Rows(connection, at).row(id);
            if (found.isEmpty()) {
                return samples.value(object, field, sampleRow());
            }
            here = found.get().values();
        }
        return here.get(catalogue.keyOf(at, field.recipe().arguments().get(1)).name());
    }

    /** A row that the sample data have, for what follows from other rows. */
    private long sampleRow() {
        return row % samples.rows(object);
    }
}
