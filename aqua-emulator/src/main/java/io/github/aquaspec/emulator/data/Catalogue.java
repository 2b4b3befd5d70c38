package io.github.aquaspec.emulator.data;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The objects the emulator knows, with their fields and relations. */
public final class Catalogue {

    private final Map<String, ObjectType> objects = new LinkedHashMap<>();

    /**
     * A catalogue of the given objects.
     *
     * @throws IllegalArgumentException when a name is declared twice, or a key or join leads nowhere
     */
    public Catalogue(List<ObjectType> declared) {
        for (ObjectType object : declared) {
            if (objects.put(key(object.name()), object) != null) {
                throw new IllegalArgumentException("object " + object.name() + " is declared twice");
            }
        }
        declared.forEach(this::checkKeys);
    }

    /** The catalogue that ships with the emulator. */
    public static Catalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /** Read once: it never changes. */
    private static final class Shipped {
        private static final Catalogue CATALOGUE = CatalogueReader.readResource("catalogue.txt");
    }

    public Collection<ObjectType> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** The object of that name, in any case. */
    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(objects.get(key(name)));
    }

    /** The object that a key field of {@code from} points at. */
    public ObjectType target(Field keyField) {
        return keyField.target()
                .flatMap(this::object)
                .orElseThrow(() -> new IllegalArgumentException(keyField.name() + " is no key of a known object"));
    }

    /** The object at the end of a join. */
    public ObjectType target(ObjectType from, Join join) {
        ObjectType at = from;
        for (String step : join.path()) {
            at = target(keyOf(at, step));
        }
        return at;
    }

    /** The key field of an object; the catalogue has checked that it is there. */
    public Field keyOf(ObjectType object, String name) {
        return object.field(name)
                .orElseThrow(() -> new IllegalArgumentException(object.name() + " has no key field " + name));
    }

    private void checkKeys(ObjectType object) {
        long names = object.fields().stream().map(f -> key(f.name())).distinct().count();
        if (names != object.fields().size()) {
            throw new IllegalArgumentException("object " + object.name() + " declares a field twice");
        }
        object.fields().stream().filter(f -> f.target().isPresent()).forEach(this::target);
        object.joins().forEach(join -> target(object, join));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
