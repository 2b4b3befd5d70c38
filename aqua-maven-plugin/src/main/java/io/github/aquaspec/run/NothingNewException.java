package io.github.aquaspec.run;

import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Instant;

/** The next window would be empty: there is nothing to do, and nothing is lost. Never leaves the package. */
final class NothingNewException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    /**
     * Makes one.
     *
     * @param to where the window would end
     * @param done up to where there is nothing to do
     * @param wasPublished whether that is because it was published
     */
    NothingNewException(Instant to, Instant done, boolean wasPublished) {
        super("nothing new: " + (wasPublished ? "published up to " : "the first window begins at ") + done
                + ", and the next window would end at " + to);
        this.diagnostic = Diagnostic.of(StateCode.NOTHING_NEW, getMessage())
                .fix(
                        wasPublished
                                ? "run again later; to extract a window once more, set aqua.window.from and"
                                        + " aqua.window.to"
                                : "run again later, or correct `window.initial`");
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
