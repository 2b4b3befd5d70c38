package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job that is submitted for a manifest, and known on this machine as soon as Zuora has taken it. */
final class NewJob implements Origin {

    private final JobPlan written;
    private final AquaClient client;
    private final RunSettings settings;
    private final StateDirectory state;
    private final Clock clock;
    private final List<Diagnostic> troubles = new ArrayList<>();

    NewJob(JobPlan written, AquaClient client, RunSettings settings, Clock clock) {
        this.written = written;
        this.client = client;
        this.settings = settings;
        this.state = written.state().orElseThrow();
        this.clock = clock;
    }

    @Override
    public Opening open()
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        return written.spec().isStateful()
                ? new SessionGuard(client, settings.zone(), settings.heals()).open(written, state)
                : Opening.of(written, Optional.empty());
    }

    @Override
    public JobReply job(JobPlan plan) throws JobFailedException, IOException, InterruptedException {
        JobReply accepted;
        try {
            accepted = client.submit(plan.request());
        } catch (CallFailedException e) {
            throw e.failure().kind() == CallFailure.Kind.REJECTED
                    ? new JobFailedException(Rejection.of(plan, e.failure()), Rejection.retry(e.failure()))
                    : CallTrouble.ofSubmission(e.failure());
        }
        keep(KnownJob.accepted(accepted.id(), clock.instant()));
        return accepted;
    }

    @Override
    public List<Diagnostic> remember(Opening opening, JobPlan published, JobReply job) throws StateException {
        List<Diagnostic> said = new ArrayList<>();
        if (written.spec().isStateful()) {
            said.addAll(new SessionMemory(state, settings.zone())
                    .ofRun(written.spec().session().incrementalTime(), opening, published, job));
        }
        keep(KnownJob.accepted(job.id(), clock.instant()).asPublished());
        said.addAll(troubles);
        return said;
    }

    /** A job that cannot be kept in mind goes on all the same: without this file only status and cancel know less. */
    private void keep(KnownJob known) {
        try {
            state.remember(known);
        } catch (StateException e) {
            troubles.add(e.diagnostic().severity(Severity.WARNING));
        }
    }
}
