package io.github.aquaspec.spec.zoql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of an object that any tenant has, as far as Zuora's documentation names them.
 *
 * @param object as Zuora spells it
 * @param all as Zuora spells them, without keys of other objects
 * @param keys keys of other objects, each with the name that a dot reaches the object by
 */
public record FieldList(String object, List<String> all, Map<String, String> keys) {

    public FieldList {
        all = List.copyOf(all);
        keys = Map.copyOf(keys);
    }

    /** Whether there is a field of this name, in any case. */
    public boolean has(String name) {
        return all.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The name that a dot reaches the object of a key by, in any case. */
    public Optional<String> behindKey(String name) {
        return keys.entrySet().stream()
                .filter(key -> key.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static FieldList of(String object, Collection<String> fields, Collection<String> keys) {
        return new FieldList(
                object,
                List.copyOf(fields),
                keys.stream().map(key -> key.split("=")).collect(Collectors.toMap(key -> key[0], key -> key[1])));
    }
}
