package io.github.aquaspec.run.failure;

import java.util.Locale;

/** Whether running the same manifest again can help. */
public enum Retry {
    /** The same run may go through at once. */
    NOW,
    /** When what is in the way has passed. */
    LATER,
    /** Not before somebody changes something. */
    NEVER;

    /** The one that holds for both: what waits for a change waits whatever else there is. */
    public Retry and(Retry other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word in a receipt. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
