package io.github.aquaspec.spec.zoql;

import java.util.List;

/** The terms of {@code and} and {@code or}. They are kept as flat lists, so that long chains make no deep trees. */
final class Terms {

    private Terms() {}

    static List<Condition> atLeastTwo(List<Condition> terms) {
        if (terms.size() < 2) {
            throw new IllegalArgumentException("one term needs no and, no or");
        }
        return List.copyOf(terms);
    }
}
