package io.github.aquaspec.emulator.job;

/** A body that is no request at all. */
public final class MalformedRequest extends Exception {

    private final boolean json;

    MalformedRequest(String what, boolean json) {
        super(what);
        this.json = json;
    }

    /** Whether it was JSON at least. */
    public boolean isJson() {
        return json;
    }
}
