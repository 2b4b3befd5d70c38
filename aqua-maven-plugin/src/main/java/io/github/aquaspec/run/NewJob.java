package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A job that is submitted for a manifest, and known on this machine as soon as Zuora has taken it. */
final class NewJob implements Origin {

    private final JobPlan written;
    private final AquaClient client;
    private final RunSettings settings;
    private final Clock clock;
    private final Optional<StateDirectory> session;

    NewJob(JobPlan written, AquaClient client, RunSettings settings, Clock clock) {
        this.written = written;
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.session = written.state().filter(directory -> written.spec().isStateful());
    }

    @Override
    public Opening open()
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        return session.isPresent()
                ? new SessionGuard(client, settings.zone(), settings.heals()).open(written, session.get())
                : new Opening(written, Optional.empty(), List.of(), NewToWindow.verdict(written));
    }

    @Override
    public JobReply job(JobPlan plan) throws JobFailedException, IOException, InterruptedException {
        try {
            return client.submit(plan.request(), UUID.randomUUID().toString());
        } catch (CallFailedException e) {
            throw e.failure().kind() == CallFailure.Kind.REJECTED
                    ? new JobFailedException(Rejection.of(plan, e.failure()), Rejection.retry(e.failure()))
                    : CallTrouble.ofSubmission(e.failure());
        }
    }

    @Override
    public Optional<KnownJob> known(String jobId) {
        return Optional.of(KnownJob.accepted(jobId, clock.instant()));
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
                ? new SessionMemory(session.get(), settings.zone())
                        .ofRun(written.spec().session().incrementalTime(), opening, published, job)
                : List.of();
    }
}
