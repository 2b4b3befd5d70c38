package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A job that Zuora has already, collected into the place of a manifest. */
final class ExistingJob implements Origin {

    private final JobPlan written;
    private final String jobId;
    private final AquaClient client;
    private final RunSettings settings;

    ExistingJob(JobPlan written, String jobId, AquaClient client, RunSettings settings) {
        this.written = written;
        this.jobId = jobId;
        this.client = client;
        this.settings = settings;
    }

    @Override
    public Opening open() throws StateException {
        return Opening.of(written, session().isPresent() ? session().get().published() : Optional.empty());
    }

    @Override
    public JobReply job(JobPlan plan) throws CallFailedException, IOException, InterruptedException {
        return client.job(jobId);
    }

    @Override
    public List<Diagnostic> remember(Opening opening, JobPlan published, JobReply job) throws StateException {
        return session().isPresent()
                ? new SessionMemory(session().get(), settings.zone()).ofCollected(opening.before(), published, job)
                : List.of();
    }

    /** What is remembered of the session; of a job that belongs to no manifest, nothing. */
    private Optional<StateDirectory> session() {
        return written.state().filter(state -> written.spec().isStateful());
    }
}
