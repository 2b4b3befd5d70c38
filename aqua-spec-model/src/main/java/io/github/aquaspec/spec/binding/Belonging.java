package io.github.aquaspec.spec.binding;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in a manifest each key belongs, for those that stand at another place. */
final class Belonging {

    private static final Map<String, Belonging> KEYS = new LinkedHashMap<>();

    static {
        note("at the top of the manifest", Binding.JOB.shape());
    }

    private final String name;
    private final Set<String> places = new LinkedHashSet<>();

    private Belonging(String name) {
        this.name = name;
    }

    /** Such as {@code "apiVersion" belongs in a query}; empty for a key that nobody reads anywhere. */
    static Optional<String> of(String key) {
        return Optional.ofNullable(KEYS.get(key.toLowerCase(Locale.ROOT)))
                .map(known -> "\"" + known.name + "\" belongs " + String.join(" or ", known.places));
    }

    private static void note(String place, Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            note(place, list.item());
        } else if (shape instanceof Shape.Mapping mapping) {
            mapping.anyOther().ifPresent(other -> note(place, other));
            mapping.keys().forEach((name, key) -> {
                KEYS.computeIfAbsent(name.toLowerCase(Locale.ROOT), lower -> new Belonging(name))
                        .places
                        .add(place);
                note(name.equals("queries") ? "in a query" : "under " + name, key.value());
            });
        }
    }
}
