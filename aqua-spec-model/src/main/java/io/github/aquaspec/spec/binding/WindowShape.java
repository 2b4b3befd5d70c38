package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The keys of {@code window}. */
final class WindowShape {

    static final Reader<Window> READER = Readers.object(
            "a mapping with initial, lag and overlap", "{\"initial\": \"2020-01-01T00:00:00Z\"}", WindowShape::of);

    private WindowShape() {}

    private static Optional<Window> of(Members window) {
        Optional<Instant> initial = window.required("initial", Scalars.instant());
        Duration lag = window.optional("lag", Scalars.wholeSeconds()).orElse(Window.DEFAULT_LAG);
        Duration overlap = window.optional("overlap", Scalars.wholeSeconds()).orElse(Duration.ZERO);
        return initial.map(from -> new Window(from, lag, overlap));
    }
}
