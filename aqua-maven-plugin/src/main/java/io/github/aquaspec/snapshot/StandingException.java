package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The new snapshot stands under its name, and what was to follow failed. */
public final class StandingException extends IOException {

    private static final long serialVersionUID = 1L;

    StandingException(Path snapshot, IOException cause) {
        super(snapshot + " stands, but: " + cause.getMessage(), cause);
    }

    /** What is left of the one before, where that is all that failed; otherwise nobody knows whether the new one lasts. */
    public Optional<LeftoverException> leftover() {
        return Optional.of(getCause())
                .filter(LeftoverException.class::isInstance)
                .map(LeftoverException.class::cast);
    }
}
