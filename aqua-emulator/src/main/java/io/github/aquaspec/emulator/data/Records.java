package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes records, and shows some. Objects and fields go by their API names, in any case; values are texts, numbers,
 * booleans, or null for none. A change is whole or not at all, and touches its record alone: not those it leads to.
 *
 * <p>All methods throw {@link RecordRejected} when an object, field or record is unknown, a value does not fit, or a
 * key leads nowhere. Safe for threads.
 */
public final class Records {

    /** What a {@link #put} did. */
    public enum Outcome {
        INSERTED,
        UPDATED,
        /** All was so already. */
        UNCHANGED
    }

    private final Store store;
    private final SampleData sample;

    /**
     * The records of a store.
     *
     * @param sample how values are made that nobody gives
     */
    public Records(Store store, SampleData sample) {
        this.store = store;
        this.sample = sample;
    }

    /**
     * Inserts a record. Where they are not given, the id is made, CreatedDate and UpdatedDate are now, and what can't
     * be null looks like the sample data.
     *
     * @return the id
     */
    public String insert(String object, Map<String, ?> fields) {
        ObjectType type = type(object);
        return store.change(type, connection -> {
            Object wanted = fields(type).parsed(fields).get("Id");
            String id = wanted == null ? sample.newId(type, new Rows(connection, type).count()) : wanted.toString();
            Optional<Rows.Row> there = new Rows(connection, type).row(id);
            if (there.isPresent()) {
                throw there.get().lives() ? RecordRejected.exists(type, id) : RecordRejected.deleted(type, id);
            }
            insert(connection, type, id, fields(type).ofChange(connection, id, fields));
            return id;
        });
    }

    /**
     * Makes a record have these values: inserts it, updates it, or leaves it when it has them. One that is deleted
     * comes back, with the CreatedDate it had.
     */
    public Outcome put(String object, String id, Map<String, ?> fields) {
        ObjectType type = type(object);
        return store.change(type, connection -> {
            Map<String, Object> given = fields(type).ofChange(connection, id, fields);
            Optional<Rows.Row> there = new Rows(connection, type).row(id);
            if (there.isEmpty()) {
                insert(connection, type, id, given);
                return Outcome.INSERTED;
            }
            boolean lives = there.get().lives();
            if (lives && has(there.get(), given)) {
                return Outcome.UNCHANGED;
            }
            given.put(Store.DELETED_AT, null);
            update(connection, type, id, given);
            return lives ? Outcome.UPDATED : Outcome.INSERTED;
        });
    }

    /** Sets some fields of a record; UpdatedDate is now, unless it is given. No fields: the record is touched. */
    public void update(String object, String id, Map<String, ?> fields) {
        ObjectType type = type(object);
        store.change(type, connection -> {
            Map<String, Object> given = fields(type).ofChange(connection, id, fields);
            if (!existing(connection, type, id).lives()) {
                throw RecordRejected.deleted(type, id);
            }
            update(connection, type, id, given);
            return type;
        });
    }

    /**
     * Deletes a record: it can still be exported as deleted for some days.
     *
     * @return whether it lived; nothing changes where it did not
     */
    public boolean delete(String object, String id) {
        ObjectType type = type(object);
        return store.change(type, connection -> {
            boolean lives = existing(connection, type, id).lives();
            if (lives) {
                OffsetDateTime now = now();
                Map<String, Object> mark = new LinkedHashMap<>();
                mark.put(Store.DELETED_AT, now);
                type.field("UpdatedDate").ifPresent(f -> mark.put(f.name(), now));
                new Rows(connection, type).update(id, mark);
            }
            return lives;
        });
    }

    /**
     * Some records by id, deleted ones too.
     *
     * @param where values they have, null for none
     * @param limit how many at most
     */
    public List<StoredRecord> find(String object, Map<String, ?> where, int limit) {
        ObjectType type = type(object);
        try (Connection connection = store.standing(List.of(type))) {
            return new Rows(connection, type)
                    .rows(fields(type).parsed(where), limit).stream()
                            .map(Records::shown)
                            .toList();
        } catch (SQLException e) {
            throw new StoreFailure("cannot read the records", e);
        }
    }

    /** Takes all records back to what they were at first: those of the sample data. */
    public void reset() {
        sample.reset();
    }

    private ObjectType type(String name) {
        return store.catalogue()
                .object(name)
                .orElseThrow(() ->
                        RecordRejected.unknownObject(name, store.catalogue().objects()));
    }

    private void insert(Connection connection, ObjectType type, String id, Map<String, Object> given)
            throws SQLException {
        given.put("Id", id);
        NewRecord whole = new NewRecord(connection, store.catalogue(), sample.values(), type, given, now());
        new Rows(connection, type).insert(whole.complete());
    }

    private void update(Connection connection, ObjectType type, String id, Map<String, Object> given)
            throws SQLException {
        type.field("UpdatedDate").ifPresent(f -> given.putIfAbsent(f.name(), now()));
        given.remove("Id");
        if (!given.isEmpty()) {
            new Rows(connection, type).update(id, given);
        }
    }

    private static Rows.Row existing(Connection connection, ObjectType type, String id) throws SQLException {
        return new Rows(connection, type).row(id).orElseThrow(() -> RecordRejected.noRecord(type, id));
    }

    private GivenFields fields(ObjectType type) {
        return new GivenFields(store.catalogue(), type);
    }

    private static boolean has(Rows.Row row, Map<String, Object> given) {
        return given.entrySet().stream()
                .allMatch(e ->
                        Objects.equals(FieldText.show(row.values().get(e.getKey())), FieldText.show(e.getValue())));
    }

    private static StoredRecord shown(Rows.Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.values().forEach((name, value) -> fields.put(name, FieldText.show(value)));
        return new StoredRecord(fields, Optional.ofNullable(row.deletedAt()).map(FieldText::instant));
    }

    private OffsetDateTime now() {
        return store.clock().moment().atOffset(ZoneOffset.UTC);
    }
}
