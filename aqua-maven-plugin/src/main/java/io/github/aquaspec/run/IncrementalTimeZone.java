package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.List;

/**
 * Warns of an {@code incrementalTime} that nobody can place: it has no zone of its own, and Zuora names the zone of its
 * data centres in the US and the EU only (Zuora API reference, Submit a query job).
 */
public final class IncrementalTimeZone {

    private IncrementalTimeZone() {}

    /** A warning for each manifest whose time has no zone at this target. */
    public static List<Diagnostic> check(ManifestSet set, Target target) {
        if (target.zone().isPresent()) {
            return List.of();
        }
        return set.manifests().stream()
                .filter(m -> m.loaded().value().isPresent())
                .filter(m ->
                        m.loaded().value().get().session().incrementalTime().isPresent())
                .map(m -> Diagnostic.of(
                                TargetCode.UNKNOWN_ZONE,
                                "nobody knows in which zone \"" + target.name() + "\" reads this time")
                        .at(m.loaded().places().value(SpecPath.ROOT.key("incrementalTime")))
                        .fix("ask Zuora Support and set -Daqua.zone, or bound the query by UpdatedDate with an offset"))
                .toList();
    }
}
