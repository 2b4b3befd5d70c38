package io.github.aquaspec.spec.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The words of an enum as a manifest writes them, in the enum's order. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> Map<String, E> of(E[] values, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(word.apply(value), value);
        }
        return Collections.unmodifiableMap(words);
    }

    /** {@code ABSENT_ALLOWED} is written {@code absentAllowed}. */
    static <E extends Enum<E>> Map<String, E> of(E[] values) {
        return of(values, value -> camel(value.name()));
    }

    private static String camel(String constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
