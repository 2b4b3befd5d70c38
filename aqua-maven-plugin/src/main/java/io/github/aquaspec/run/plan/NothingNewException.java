package io.github.aquaspec.run.plan;

import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.Instant;

/**
 * The next window would be empty: there is nothing to do, and nothing is lost. It never reaches a goal: planning ends in
 * what is planned.
 */
public final class NothingNewException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    private NothingNewException(String what, String fix) {
        super(what);
        this.diagnostic = Diagnostic.of(StateCode.NOTHING_NEW, what).fix(fix);
    }

    /**
     * All of it is published.
     *
     * @param done up to where
     * @param to where the window would end
     */
    static NothingNewException published(Instant done, Instant to) {
        return new NothingNewException(
                "nothing new: published up to " + done + ", and the next window would end at " + to,
                "run again later; to extract a window once more, set aqua.window.from and aqua.window.to");
    }

    /**
     * The first window has not begun.
     *
     * @param initial where it begins
     * @param to where it would end
     * @param lag what a window stays behind now
     */
    static NothingNewException notBegun(Instant initial, Instant to, Duration lag) {
        return new NothingNewException(
                "nothing until " + initial.plus(lag) + ": the first window begins at " + initial
                        + ", and it would end at " + to,
                "run again then, or correct `window.initial`");
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
