package io.github.aquaspec.spec.zoql;

/**
 * What says the same in the query's own language.
 *
 * @param range what it stands in place of
 * @param text what to write
 */
public record Rewriting(Range range, String text) {}
