package io.github.aquaspec.emulator.query;

/** A query that AQuA refuses when the job is submitted; the message is what it says in parentheses. */
public final class QueryRejected extends Exception {

    public QueryRejected(String detail) {
        super(detail);
    }
}
