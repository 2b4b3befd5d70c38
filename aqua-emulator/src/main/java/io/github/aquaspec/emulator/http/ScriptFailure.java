package io.github.aquaspec.emulator.http;

/** A script that cannot be read, or a block of it that the emulator refuses. */
public final class ScriptFailure extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /**
     * The failure.
     *
     * @param line where the block begins, from 1
     * @param said why, and what would be right
     */
    ScriptFailure(String script, int line, String said) {
        super(script + ':' + line + ": " + said);
    }
}
