package io.github.aquaspec.spec.text;

/** How much a manifest may be. The libraries' own limits are set out of the way, so that ours speak. */
final class Limits {

    /** Size of a file in bytes. */
    static final int BYTES = 2 * 1024 * 1024;
    /** Parser events: one for each scalar, two for each mapping or list. */
    static final int EVENTS = 100_000;
    /** Mappings and lists inside one another. */
    static final int DEPTH = 20;
    /** Findings after which reading a file stops: nobody reads more. */
    static final int FINDINGS = 100;

    private Limits() {}
}
