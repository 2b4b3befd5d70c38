package io.github.aquaspec.snapshot;

/** A sums file that {@code sha256sum} would not have written. */
public final class MalformedSumsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    MalformedSumsException(int line, String what) {
        super("line " + line + " " + what);
        this.line = line;
    }

    /** The first line at fault, from 1. */
    public int line() {
        return line;
    }
}
