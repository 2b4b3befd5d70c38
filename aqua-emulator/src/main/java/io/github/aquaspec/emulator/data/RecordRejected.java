package io.github.aquaspec.emulator.data;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A change of records that can't be made; the message says why, and what can. */
public final class RecordRejected extends IllegalArgumentException {

    private final boolean unknown;

    private RecordRejected(String message) {
        this(message, null);
    }

    private RecordRejected(String message, Throwable cause) {
        this(message, cause, false);
    }

    private RecordRejected(String message, Throwable cause, boolean unknown) {
        super(message, cause);
        this.unknown = unknown;
    }

    /** Whether the object or the record is not there at all. */
    public boolean isUnknown() {
        return unknown;
    }

    static RecordRejected unknownObject(String name, Collection<ObjectType> known) {
        List<String> names = known.stream().map(ObjectType::name).toList();
        return new RecordRejected("there is no object " + name + NearNames.suggestionOrAll(name, names), null, true);
    }

    static RecordRejected unknownField(ObjectType object, String name) {
        return new RecordRejected(object.name() + " has no field " + name
                + NearNames.suggestionOrAll(
                        name, object.fields().stream().map(Field::name).toList()));
    }

    static RecordRejected givenTwice(ObjectType object, Field field) {
        return new RecordRejected(object.name() + '.' + field.name() + " is given twice");
    }

    static RecordRejected value(ObjectType object, Field field, Object value, String right, Throwable cause) {
        return new RecordRejected(
                object.name() + '.' + field.name() + " is " + right + ", not \"" + shortened(value) + '"', cause);
    }

    static RecordRejected empty(ObjectType object, Field field) {
        return new RecordRejected(object.name() + '.' + field.name() + " can't be empty");
    }

    static RecordRejected noRecord(ObjectType object, String id) {
        return new RecordRejected(
                "there is no " + object.name() + " with the id \"" + id + "\"; PUT inserts it", null, true);
    }

    static RecordRejected deleted(ObjectType object, String id) {
        return new RecordRejected(
                "the " + object.name() + " with the id \"" + id + "\" is deleted; putting it brings it back");
    }

    static RecordRejected exists(ObjectType object, String id) {
        return new RecordRejected(
                "the " + object.name() + " with the id \"" + id + "\" exists already; PUT or PATCH changes it");
    }

    static RecordRejected otherId(ObjectType object, String id, Object given) {
        return new RecordRejected(
                "the " + object.name() + " with the id \"" + id + "\" can't get the id \"" + given + '"');
    }

    static RecordRejected noTarget(ObjectType object, Field key, ObjectType target, Object id) {
        return new RecordRejected(object.name() + '.' + key.name() + " leads to the " + target.name() + " \"" + id
                + "\", which does not exist");
    }

    static RecordRejected noTargetAtAll(ObjectType object, Field key, ObjectType target) {
        return new RecordRejected(object.name() + '.' + key.name() + " needs a record of " + target.name()
                + ", and there is none; insert one first");
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.codePoints()
                .limit(60)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "", text.length() > 60 ? "…" : ""));
    }
}
