package io.github.aquaspec.spec.binding;

import java.util.LinkedHashMap;
import java.util.Map;

/** All keys that the binding asks for by their paths, in its order; lists add nothing: {@code queries.deleted.column}. */
final class ManifestKeys {

    private ManifestKeys() {}

    static Map<String, Shape.Key> all() {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        collect("", Binding.JOB.shape(), keys);
        return keys;
    }

    private static void collect(String above, Shape shape, Map<String, Shape.Key> keys) {
        if (shape instanceof Shape.ListOf list) {
            collect(above, list.item(), keys);
        } else if (shape instanceof Shape.Mapping mapping) {
            mapping.keys().forEach((name, key) -> add(above + name, key, keys));
            mapping.anyOther().ifPresent(other -> add(above + "<name>", new Shape.Key(other, false), keys));
        }
    }

    private static void add(String path, Shape.Key key, Map<String, Shape.Key> keys) {
        keys.put(path, key);
        collect(path + ".", key.value(), keys);
    }
}
