package io.github.aquaspec.run.plan;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.Optional;

/**
 * Warns of an {@code incrementalTime} that nobody can place: it has no zone of its own, and Zuora names the zone of its
 * data centres in the US and the EU only (Zuora API reference, Submit a query job).
 */
final class IncrementalTimeZone {

    private IncrementalTimeZone() {}

    /** A warning where the time of a manifest has no zone at this target. */
    static Optional<Diagnostic> check(Manifest manifest, Target target) {
        return manifest.loaded()
                .value()
                .filter(spec -> spec.session().incrementalTime().isPresent())
                .filter(spec -> target.zone().isEmpty())
                .map(
                        spec -> Diagnostic.of(
                                        TargetCode.UNKNOWN_ZONE,
                                        "nobody knows in which zone \"" + target.name() + "\" reads this time")
                                .at(manifest.loaded().places().value(SpecPath.ROOT.key("incrementalTime")))
                                .fix(
                                        "ask Zuora Support and set -Daqua.zone, or bound the query by UpdatedDate with an offset"));
    }
}
