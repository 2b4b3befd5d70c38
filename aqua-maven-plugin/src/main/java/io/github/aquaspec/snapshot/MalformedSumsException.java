package io.github.aquaspec.snapshot;

/** A sums file that {@code sha256sum} would not have written. */
public final class MalformedSumsException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedSumsException(int line, String what) {
        super("line " + line + " " + what);
    }
}
