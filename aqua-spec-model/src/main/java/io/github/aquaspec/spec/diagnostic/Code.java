package io.github.aquaspec.spec.diagnostic;

/**
 * A kind of finding. Its id is a public contract: written down, never derived from a class name, never used again once
 * retired; {@code docs/diagnostics/} has a page for each.
 */
public interface Code {

    /**
     * What is the same for all findings of a code.
     *
     * @param id such as {@code AQ201}
     * @param severity how much it matters unless a finding says otherwise
     * @param why one sentence that says what would happen otherwise
     */
    record Entry(String id, Severity severity, String why) {}

    /** What stands in the book under this code. */
    Entry entry();

    /** Such as {@code AQ201}. */
    default String id() {
        return entry().id();
    }

    /** How much it matters unless a finding says otherwise. */
    default Severity severity() {
        return entry().severity();
    }

    /** One sentence, the same for all findings of the code, that says what would happen otherwise. */
    default String why() {
        return entry().why();
    }
}
