package io.github.aquaspec.verify.cell;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What the cells of a file are asked.
 *
 * @param flags whether the values of the first column are counted
 * @param notEmpty columns that should hold a value in each record
 * @param unique columns in which no value should stand twice
 * @param range the time that the records should lie in
 * @param nothing what stands for null; where that is a word, an empty cell is an empty text
 */
public record CellRules(
        boolean flags, Set<String> notEmpty, Set<String> unique, Optional<TimeRange> range, String nothing) {

    public CellRules {
        notEmpty = Set.copyOf(notEmpty);
        unique = Set.copyOf(unique);
    }

    /** The flags alone, or nothing. */
    public static CellRules flags(boolean counted) {
        return new CellRules(counted, Set.of(), Set.of(), Optional.empty(), "");
    }

    byte[] nothingBytes() {
        return nothing.getBytes(StandardCharsets.UTF_8);
    }
}
