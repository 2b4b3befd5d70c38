package io.github.aquaspec;

/** What a test heard: a log that remembers. */
public interface Said {

    /** Everything, as one text. */
    String text();
}
