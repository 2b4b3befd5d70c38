package io.github.aquaspec.run;

import io.github.aquaspec.spec.model.WindowRange;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a build says about windows.
 *
 * @param asOf what the run takes for now, in place of the clock's
 * @param again a window to extract once more, in place of the next one
 */
public record WindowChoice(Optional<Instant> asOf, Optional<WindowRange> again) {

    /** Nothing: the next window, by the clock. */
    public static final WindowChoice NEXT = new WindowChoice(Optional.empty(), Optional.empty());

    public WindowChoice {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(again, "again");
        if (asOf.isPresent() && again.isPresent()) {
            throw new IllegalArgumentException("a given window has no now");
        }
    }
}
