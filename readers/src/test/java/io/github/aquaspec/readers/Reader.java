package io.github.aquaspec.readers;

/** Somebody else's way to read a data file. */
interface Reader {

    /** With its version. */
    String name();

    /** Whether it can read it at all; where not, docs/consume.md says so. */
    default boolean takes(Snapshot.Table table) {
        return true;
    }

    /** Reads it as docs/consume.md tells to. */
    Found read(Snapshot.Table table) throws Exception;

    /** Has read its last table. */
    default void close() throws Exception {}
}
