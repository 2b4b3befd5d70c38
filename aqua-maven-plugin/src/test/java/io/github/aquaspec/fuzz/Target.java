package io.github.aquaspec.fuzz;

/**
 * A reader that is fed anything. What its contract lets it say about an input ends in silence here; whatever is thrown
 * is a finding.
 */
@FunctionalInterface
public interface Target {

    /** Feeds the reader and holds its answer against the contract. */
    void take(byte[] input) throws Exception;
}
