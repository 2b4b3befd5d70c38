package io.github.aquaspec.goal;

import io.github.aquaspec.run.ManifestSet;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.Target;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal has that plans jobs. */
abstract class PlanningMojo extends ServiceMojo {

    /**
     * What the run takes for now, an ISO instant such as {@code 2026-01-31T00:00:00Z}: the next window ends by it.
     * Default: the clock's.
     */
    @Parameter(property = "aqua.asOf")
    private String asOf;

    /**
     * With {@code aqua.window.to}, a window to extract once more, in place of the next one: the first instant inside. What
     * was published last is still remembered, so the run after that goes on as if nothing had happened.
     * Only the snapshot of the same window and queries is replaced.
     */
    @Parameter(property = "aqua.window.from")
    private String windowFrom;

    /** With {@code aqua.window.from}, a window to extract once more: the first instant behind it. */
    @Parameter(property = "aqua.window.to")
    private String windowTo;

    /**
     * How the manifests of this build are planned, as of now.
     *
     * @param target where they would run; absent where the build does not say
     * @param problems takes what is wrong; the planning is then not to be used
     */
    final Planning planning(ManifestSet set, Optional<Target> target, List<Diagnostic> problems) {
        return new Planning(
                outputDirectory(),
                target.map(t ->
                        new Planning.Memory(stateDirectory(t), serviceChoice().identity(t))),
                new TimeChoice(asOf, windowFrom, windowTo)
                        .windows(set, problems)
                        .with(paramsOfCommandLine()),
                Instant.now());
    }
}
