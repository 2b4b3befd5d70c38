package io.github.aquaspec.run.state;

/** A state file does not hold what we wrote; the message says in what it differs. Never leaves the package. */
final class MalformedStateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean newer;

    MalformedStateException(String message) {
        this(message, false);
    }

    private MalformedStateException(String message, boolean newer) {
        super(message);
        this.newer = newer;
    }

    /** It has a shape that is not known yet. */
    static MalformedStateException newer(int format) {
        return new MalformedStateException(
                "it is of format " + format + "; this version reads format " + StateWriter.FORMAT, true);
    }

    /** Whether the file is whole, to a later version. */
    boolean isNewer() {
        return newer;
    }
}
