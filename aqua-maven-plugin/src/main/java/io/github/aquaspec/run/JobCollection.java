package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.AdoptedWindow;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.WindowRange;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans the collection of a job that Zuora has already.
 *
 * @param outputDirectory the folder of all snapshots
 * @param memory where it is remembered what was published
 * @param listener is told of requests
 */
public record JobCollection(AquaClient client, Path outputDirectory, Planning.Memory memory, RunListener listener) {

    /**
     * The place of a job among those of a manifest.
     *
     * @param manifest one without errors
     * @param jobId as Zuora gave it
     */
    public Planned into(Manifest manifest, String jobId) throws IOException, InterruptedException {
        StateDirectory state = memory.of(manifest.id());
        JobSpec spec = manifest.loaded().value().orElseThrow();
        try {
            Optional<WindowPlan> window = spec.window().isPresent() && spec.usesWindow()
                    ? Optional.of(window(manifest, asked(manifest.id(), jobId), state))
                    : Optional.empty();
            return new Planned.Ready(JobPlan.of(manifest, outputDirectory, Optional.of(state), window));
        } catch (CallFailedException e) {
            return ended(manifest.id(), e);
        } catch (JobFailedException e) {
            return new Planned.Ended(
                    new JobOutcome.Failed(manifest.id(), Optional.of(jobId), e.diagnostics(), e.retry()));
        } catch (StateException e) {
            return new Planned.Ended(
                    new JobOutcome.Failed(manifest.id(), Optional.of(jobId), List.of(e.diagnostic()), Retry.NEVER));
        }
    }

    /** The place of a job that belongs to no manifest: {@code jobs/<jobId>}. */
    public Planned alone(String jobId) throws IOException, InterruptedException {
        try {
            return new Planned.Ready(CollectedPlan.of(asked(ManifestId.ofJob(jobId), jobId), outputDirectory));
        } catch (CallFailedException e) {
            return ended(ManifestId.ofJob(jobId), e);
        }
    }

    private JobReply asked(ManifestId id, String jobId) throws CallFailedException, IOException, InterruptedException {
        return client.telling(new ToldRequests(id, listener)).job(jobId);
    }

    private static Planned ended(ManifestId id, CallFailedException e) {
        return new Planned.Ended(new JobOutcome.Failed(
                id, Optional.empty(), List.of(CallTrouble.diagnostic(e.failure())), CallTrouble.retry(e.failure())));
    }

    /** The watermark moves where the job's window goes on from it, and stays where the job is another extraction. */
    private static WindowPlan window(Manifest manifest, JobReply job, StateDirectory state)
            throws JobFailedException, StateException {
        JobSpec spec = manifest.loaded().value().orElseThrow();
        WindowRange range = AdoptedWindow.of(spec, job).orElseThrow(() -> unknown(manifest, job));
        Optional<Published> before = state.published();
        boolean goesOn = before.isEmpty()
                ? !range.from().isAfter(spec.window().orElseThrow().initial())
                : before.get() instanceof WindowPublished last
                        && !range.from().isAfter(last.to())
                        && range.to().isAfter(last.to());
        WindowPlan.Origin origin = before.isEmpty() ? WindowPlan.Origin.INITIAL : WindowPlan.Origin.WATERMARK;
        return new WindowPlan(
                range,
                goesOn ? origin : WindowPlan.Origin.GIVEN,
                range.to(),
                false,
                before,
                WindowPlan.queries(spec),
                Map.of());
    }

    private static JobFailedException unknown(Manifest manifest, JobReply job) {
        return new JobFailedException(
                Diagnostic.of(
                                ServerCode.UNKNOWN_WINDOW,
                                "the queries of job " + job.id() + " are not those of this manifest with one window")
                        .at(manifest.loaded().places().key(SpecPath.ROOT.key("window")))
                        .fix("collect it without -Daqua.select, into a place of its own; or extract its window again"
                                + " with -Daqua.window.from=… and -Daqua.window.to=…"),
                Retry.NEVER);
    }
}
