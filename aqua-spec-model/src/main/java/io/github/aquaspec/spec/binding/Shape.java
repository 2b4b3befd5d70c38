package io.github.aquaspec.spec.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@link Reader} takes, as it can be told to others. */
sealed interface Shape {

    /**
     * Text without a form.
     *
     * @param canBeEmpty whether quotes with nothing in them are a value
     */
    record Text(boolean canBeEmpty) implements Shape {}

    /**
     * One of a few words.
     *
     * @param words all of them
     * @param isAnyCase whether upper and lower case are the same
     */
    record Words(List<String> words, boolean isAnyCase) implements Shape {

        public Words {
            words = List.copyOf(words);
        }
    }

    /** True or false. */
    record Flag() implements Shape {}

    /**
     * A whole number.
     *
     * @param min the least
     * @param max the greatest
     */
    record WholeNumber(long min, long max) implements Shape {}

    /**
     * Text of a form, such as a duration.
     *
     * @param pattern matches all texts that can be read, and few others; understood by Java and JavaScript alike
     * @param canBeNumber whether a number in YAML or JSON can be such a text
     */
    record Form(String pattern, boolean canBeNumber) implements Shape {}

    /**
     * A list.
     *
     * @param item each of its items
     */
    record ListOf(Shape item) implements Shape {}

    /**
     * A mapping.
     *
     * @param keys the keys that it asks for, in their order
     * @param anyOther the value under every other key, where authors choose the names
     */
    record Mapping(Map<String, Key> keys, Optional<Shape> anyOther) implements Shape {

        public Mapping {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }

    /**
     * A key of a mapping.
     *
     * @param value what stands under it
     * @param isRequired whether the mapping means nothing without it
     */
    record Key(Shape value, boolean isRequired) {}
}
