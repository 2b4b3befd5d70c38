package io.github.aquaspec.goal;

import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.run.plan.TargetChecks;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal has that plans jobs. */
abstract class PlanningMojo extends ServiceMojo {

    /**
     * What the run takes for now, an ISO 8601 instant such as {@code 2026-01-31T00:00:00Z}: the next window ends by
     * it. Default: the clock's.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.asOf")
    private String asOf;

    /**
     * With {@code aqua.window.to}, a window to extract once more, in place of the next one: the first instant inside,
     * such as {@code 2026-01-01T00:00:00Z}. What was published last is still remembered, so the run after that goes on
     * as if nothing had happened. Only the snapshot of the same window and queries is replaced.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.window.from")
    private String windowFrom;

    /**
     * With {@code aqua.window.from}, a window to extract once more: the first instant behind it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.window.to")
    private String windowTo;

    /**
     * How long to wait between two questions for a job, an ISO 8601 duration such as {@code PT5S}. Default: grows with
     * the job.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.pollInterval")
    private String pollInterval;

    /**
     * How many jobs may be under way at once, 1 or more.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.parallelJobs", defaultValue = "20")
    private int parallelJobs;

    /**
     * Asks stateful jobs for everything since what was published last, whatever happened in their sessions since:
     * once, when a run was refused because another job ran in the session.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.heal", defaultValue = "false")
    private boolean heal;

    /**
     * Names this run: builds under one key mean one job, on whatever machine. Default: in CI the run's id with the
     * job's name; elsewhere a random one, remembered until the run is done.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.runKey")
    private String runKey;

    /**
     * Gives up runs that were stopped: a job under way is cancelled; one of a session that was completed is published
     * instead.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.fresh", defaultValue = "false")
    private boolean fresh;

    /**
     * Accepts columns that are not those of the snapshot before, and remembers them in {@code columns.json}. Otherwise
     * they fail the run, and the files wait.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.updateColumns", defaultValue = "false")
    private boolean updateColumns;

    /** What this build says about how to run, with what the goal alone says. */
    final RunChoice runChoice(
            String whenNoCredentials, Integer parallelDownloads, String progress, boolean cancelsOnAbort) {
        return new RunChoice(
                whenNoCredentials,
                pollInterval,
                parallelJobs,
                parallelDownloads,
                progress,
                heal,
                fresh,
                cancelsOnAbort,
                updateColumns);
    }

    /** The manifests with what is found about them, now that it is known where they run, and how. */
    static ManifestSet checked(ManifestSet set, Optional<Target> target, Optional<RunSettings> settings) {
        return target.isPresent() && settings.isPresent()
                ? new TargetChecks(target.get(), settings.get()).of(set)
                : set;
    }

    /** What names the run of this build; empty where nothing does, or nobody knows where it goes. */
    final Optional<RunKeyChoice.Found> runKey(Optional<Target> target, List<Diagnostic> problems) {
        return target.flatMap(t -> new RunKeyChoice(runKey, variables()).find(t.needsEmulator(), problems));
    }

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
