package io.github.aquaspec.spec.source;

import java.util.Optional;

/**
 * The path of a value in a manifest, such as {@code queries[2].deleted.column}; the root is empty.
 *
 * @param text keys joined by {@code .}, positions from 0 in brackets
 */
public record SpecPath(String text) {

    public static final SpecPath ROOT = new SpecPath("");

    public SpecPath key(String key) {
        return new SpecPath(text.isEmpty() ? key : text + "." + key);
    }

    public SpecPath index(int index) {
        return new SpecPath(text + "[" + index + "]");
    }

    /** The path one step up; empty for the root. */
    public Optional<SpecPath> parent() {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int cut = Math.max(text.lastIndexOf('.'), text.lastIndexOf('['));
        return Optional.of(new SpecPath(cut < 0 ? "" : text.substring(0, cut)));
    }

    @Override
    public String toString() {
        return text;
    }
}
