package io.github.aquaspec.emulator.setting;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The values that a setting can have.
 *
 * @param words which they are, as people are told
 * @param reader the value that a text stands for; none for other texts
 * @param <T> what they are
 */
record Values<T>(String words, Function<String, Optional<T>> reader) {

    static Values<Integer> from(int least) {
        return new Values<>("a number from " + least, text -> number(text).filter(number -> number >= least));
    }

    static Values<Integer> statuses() {
        return new Values<>(
                "an HTTP status from 200 to 599", text -> number(text).filter(number -> text.matches("[2-5]\\d\\d")));
    }

    static Values<Boolean> flags() {
        Values<String> words = oneOf(List.of("true", "false"));
        return new Values<>(words.words(), text -> words.reader().apply(text).map(Boolean::valueOf));
    }

    static Values<String> oneOf(List<String> words) {
        return those(String.join(" or ", words), words::contains);
    }

    static Values<String> texts() {
        return those("text", text -> true);
    }

    static Values<String> entries() {
        return those("the name of an entry", text -> !text.isBlank());
    }

    static Values<String> files() {
        return those(
                "the path of a file that can be read, or empty", text -> text.isEmpty() || new File(text).canRead());
    }

    private static Values<String> those(String words, Predicate<String> ok) {
        return new Values<>(words, text -> Optional.of(text).filter(ok));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
