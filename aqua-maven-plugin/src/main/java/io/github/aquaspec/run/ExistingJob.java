package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A job that Zuora has already, collected into the place of a manifest, or into one of its own. */
final class ExistingJob implements Origin {

    private final JobPlan written;
    private final String jobId;
    private final AquaClient client;
    private final RunSettings settings;
    private final StateOfRun state;
    private final Optional<StateDirectory> session;

    ExistingJob(JobPlan written, String jobId, AquaClient client, RunSettings settings, Clock clock) {
        this.written = written;
        this.jobId = jobId;
        this.client = client;
        this.settings = settings;
        this.state = new StateOfRun(written, clock);
        this.session = written.state().filter(directory -> written.spec().isStateful());
    }

    @Override
    public Opening open() throws StateException {
        return Opening.of(written, session.isPresent() ? session.get().published() : Optional.empty());
    }

    @Override
    public JobReply job(JobPlan plan) throws CallFailedException, IOException, InterruptedException {
        return client.job(jobId);
    }

    /** Whoever submitted it has kept it in mind. */
    @Override
    public void taken(JobReply job) {}

    @Override
    public void requireUnchanged(Opening opening) throws StateException {
        state.requireUnchanged();
        if (session.isPresent()) {
            session.get().require(opening.before());
        }
    }

    @Override
    public List<Diagnostic> remember(Opening opening, JobPlan published, JobReply job) throws StateException {
        List<Diagnostic> said = session.isPresent()
                ? new SessionMemory(session.get(), settings.zone()).ofCollected(opening.before(), published, job)
                : List.of();
        state.published(job.id());
        if (written.state().isPresent()) {
            Optional<KnownJob> known =
                    written.state().get().job().filter(k -> k.jobId().equals(job.id()));
            if (known.isPresent()) {
                written.state().get().remember(known.get().asPublished());
            }
        }
        return said;
    }
}
