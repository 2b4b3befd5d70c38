package io.github.aquaspec.run.plan;

import io.github.aquaspec.spec.model.WindowRange;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a build says about windows.
 *
 * @param asOf what the run takes for now, in place of the clock's
 * @param again a window to extract once more, in place of the next one
 * @param params what its command line gives for parameters of manifests: a command that asks the same repeats them
 */
public record WindowChoice(Optional<Instant> asOf, Optional<WindowRange> again, Map<String, String> params) {

    /** Nothing: the next window, by the clock. */
    public static final WindowChoice NEXT = new WindowChoice(Optional.empty(), Optional.empty());

    public WindowChoice {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(again, "again");
        params = Map.copyOf(params);
        if (asOf.isPresent() && again.isPresent()) {
            throw new IllegalArgumentException("a given window has no now");
        }
    }

    /** What a build says that gives no parameters. */
    public WindowChoice(Optional<Instant> asOf, Optional<WindowRange> again) {
        this(asOf, again, Map.of());
    }

    /** The same of a build that gives these parameters. */
    public WindowChoice with(Map<String, String> given) {
        return new WindowChoice(asOf, again, given);
    }
}
