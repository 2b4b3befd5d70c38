package io.github.aquaspec.spec.diagnostic;

/**
 * A kind of finding. Its id is a public contract: written down, never derived from a class name, never used again once
 * retired; {@code docs/diagnostics/} has a page for each.
 */
public interface Code {

    /** Such as {@code AQ201}. */
    String id();

    /** How much it matters unless a finding says otherwise. */
    Severity severity();

    /** One sentence, the same for all findings of the code, that says what would happen otherwise. */
    String why();
}
