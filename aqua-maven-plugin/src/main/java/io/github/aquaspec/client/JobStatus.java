package io.github.aquaspec.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The states of a job and of a batch (Zuora documentation, Get job results; more words were seen by clients). */
public enum JobStatus {
    PENDING,
    SUBMITTED,
    EXECUTING,
    COMPLETED,
    ABORTED,
    CANCELLED,
    /** Never accepted, or given up by Zuora after too long. */
    ERROR,
    /** Not documented. */
    FAILED,
    /** Deleted records are not to be had of this object; a batch's state. */
    DELETED_NOTALLOWED,
    /** A word we do not know: not an end, for all we know. */
    UNKNOWN;

    private static final Set<JobStatus> ENDS = Set.of(COMPLETED, ABORTED, CANCELLED, ERROR, FAILED, DELETED_NOTALLOWED);

    /** Reads the word of an answer, whatever its case. */
    public static JobStatus of(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Whether nothing more will happen. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }
}
