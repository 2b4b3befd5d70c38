package io.github.aquaspec.spec.model;

import java.util.Optional;

/**
 * A value that a build passes in.
 *
 * @param name as in {@code ${param.name}}
 * @param type how it is written in a query
 * @param defaultValue what stands when no build sets it
 */
public record Param(String name, Type type, Optional<String> defaultValue) {

    /** How a value is written in a query. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME
    }
}
