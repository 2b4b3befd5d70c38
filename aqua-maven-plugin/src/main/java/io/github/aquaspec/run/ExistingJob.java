package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A job that Zuora has already, collected into the place of a manifest, or into one of its own. */
final class ExistingJob implements Origin {

    private final JobPlan written;
    private final String jobId;
    private final AquaClient client;
    private final RunSettings settings;
    private final Optional<StateDirectory> session;

    ExistingJob(JobPlan written, String jobId, AquaClient client, RunSettings settings) {
        this.written = written;
        this.jobId = jobId;
        this.client = client;
        this.settings = settings;
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

    @Override
    public Optional<KnownJob> known(String id) throws StateException {
        return written.state().isPresent()
                ? written.state().get().job().filter(known -> known.jobId().equals(id))
                : Optional.empty();
    }

    @Override
    public void requireUnchanged(Opening opening) throws StateException {
        if (session.isPresent()) {
            session.get().require(opening.before());
        }
    }

    @Override
    public List<Diagnostic> remember(Opening opening, JobPlan published, JobReply job) throws StateException {
        return session.isPresent()
                ? new SessionMemory(session.get(), settings.zone()).ofCollected(opening.before(), published, job)
                : List.of();
    }
}
