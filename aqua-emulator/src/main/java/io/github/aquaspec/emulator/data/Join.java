package io.github.aquaspec.emulator.data;

import java.util.List;

/**
 * A relation that queries may name in front of a dot.
 *
 * @param name the name in a query, such as {@code BillToContact}
 * @param label the name in a header of labels, such as {@code Bill To}
 * @param path the key fields to follow from the base object, at least one
 */
public record Join(String name, String label, List<String> path) {

    public Join {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("join " + name + " follows no key");
        }
    }
}
