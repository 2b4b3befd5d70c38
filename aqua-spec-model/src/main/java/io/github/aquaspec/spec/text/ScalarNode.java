package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.Span;
import java.util.Set;

/**
 * A single value. It is text until the key that holds it says what it should be; YAML's own guesses ({@code NO} is
 * false, {@code 1.10} is 1.1) never happen.
 *
 * @param text the decoded value with the place of each char
 * @param form how it is written
 */
public record ScalarNode(ScalarText text, Form form) implements Node {

    /** How a scalar is written in the file. */
    public enum Form {
        /** YAML without quotes. */
        PLAIN,
        /** YAML in single or double quotes. */
        QUOTED,
        /** YAML {@code |} or {@code >}. */
        BLOCK,
        JSON_STRING,
        JSON_NUMBER,
        /** {@code true} or {@code false}. */
        JSON_BOOLEAN,
        JSON_NULL
    }

    private static final Set<String> YAML_NULLS = Set.of("", "~", "null", "Null", "NULL");

    public String value() {
        return text.value();
    }

    @Override
    public Span span() {
        return text.span();
    }

    /** Whether this means "not set": JSON null, or YAML's plain {@code null}, {@code ~} and nothing at all. */
    public boolean isUnset() {
        return form == Form.JSON_NULL || (form == Form.PLAIN && YAML_NULLS.contains(value()));
    }

    @Override
    public String kind() {
        if (isUnset()) {
            return "nothing";
        }
        return switch (form) {
            case JSON_NUMBER -> "a number";
            case JSON_BOOLEAN -> "true or false";
            default -> "text";
        };
    }
}
