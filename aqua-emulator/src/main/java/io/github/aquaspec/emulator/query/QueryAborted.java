package io.github.aquaspec.emulator.query;

/** A query that was accepted and fails while it runs; the message is what the batch will say. */
public final class QueryAborted extends Exception {

    public QueryAborted(String message) {
        super(message);
    }
}
