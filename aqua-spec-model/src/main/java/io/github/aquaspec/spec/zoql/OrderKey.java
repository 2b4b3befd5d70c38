package io.github.aquaspec.spec.zoql;

/**
 * One key of {@code order by}.
 *
 * @param range the column with its direction
 * @param column what rows are ordered by
 * @param descending whether {@code desc} is there
 */
public record OrderKey(Range range, Column column, boolean descending) {}
