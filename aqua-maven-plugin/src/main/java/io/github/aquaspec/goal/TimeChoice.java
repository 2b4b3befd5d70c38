package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.WindowRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What a build says about time, as it says it: any part may be null. */
record TimeChoice(String asOf, String from, String to) {

    /** The choice for a set of manifests; whatever is wrong about it is a problem, and then it is not to be used. */
    WindowChoice windows(ManifestSet set, List<Diagnostic> problems) {
        Optional<Instant> now = instant("aqua.asOf", asOf, problems);
        Optional<Instant> begin = instant("aqua.window.from", from, problems);
        Optional<Instant> end = instant("aqua.window.to", to, problems);
        if (!given(from) && !given(to)) {
            return new WindowChoice(now, Optional.empty());
        }
        if (!given(from) || !given(to)) {
            problems.add(bad("only one of aqua.window.from and aqua.window.to is set")
                    .fix("set both: together they are the window that is extracted once more"));
        } else if (given(asOf)) {
            problems.add(bad("aqua.asOf is set, and so is a window")
                    .fix("leave aqua.asOf out: nothing hangs on it where the window is given"));
        } else if (begin.isPresent() && end.isPresent()) {
            if (set.manifests().stream()
                    .noneMatch(m -> m.loaded()
                            .value()
                            .filter(v -> v.window().isPresent())
                            .isPresent())) {
                problems.add(bad("aqua.window.from and aqua.window.to are set, and no selected manifest has a `window`")
                        .fix("select one that has, with -Daqua.select=…, or leave them out"));
            }
            return new WindowChoice(Optional.empty(), range(begin.get(), end.get(), problems));
        }
        return WindowChoice.NEXT;
    }

    private static Optional<WindowRange> range(Instant from, Instant to, List<Diagnostic> problems) {
        try {
            return Optional.of(new WindowRange(from, to));
        } catch (IllegalArgumentException e) {
            problems.add(bad("aqua.window.from and aqua.window.to are no window: " + e.getMessage())
                    .fix("set aqua.window.to to an instant behind aqua.window.from, both in whole seconds"));
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String property, String text, List<Diagnostic> problems) {
        if (!given(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            problems.add(bad(property + " is \"" + text + "\"")
                    .fix("write it as an ISO 8601 instant, such as 2026-01-31T00:00:00Z"));
            return Optional.empty();
        }
    }

    private static Diagnostic bad(String what) {
        return Diagnostic.of(TargetCode.BAD_PROPERTY, what);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
