package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Format;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A job that Zuora has already, collected into the place of a manifest, or into one of its own. */
final class ExistingJob implements Origin {

    private final JobPlan written;
    private final String jobId;
    private final RunTools tools;
    private final Optional<StateDirectory> session;
    private final Optional<Journal> journal;

    ExistingJob(JobPlan written, String jobId, RunTools tools) throws StateException {
        this.written = written;
        this.jobId = jobId;
        this.tools = tools;
        this.journal = written.state().isEmpty()
                ? Optional.empty()
                : Optional.of(written.state().get().journal()).filter(this::isOfTheJob);
        this.session = written.state().filter(directory -> written.spec().isStateful());
    }

    @Override
    public Opening open() throws StateException {
        return Opening.of(written, session.isPresent() ? session.get().published() : Optional.empty());
    }

    @Override
    public Job job(JobPlan plan) throws CallFailedException, IOException, InterruptedException {
        JobReply reply = tools.client().job(jobId);
        Optional<Format> format = reply.echo().format().flatMap(CollectedPlan::format);
        return new Job(format.map(plan::comingIn).orElse(plan), reply);
    }

    /** Where it is the job of a run that was stopped, that run ends with it. */
    @Override
    public Optional<Journal> journal() {
        return journal;
    }

    @Override
    public boolean isReplaceable() {
        return false;
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
                ? new SessionMemory(session.get(), tools.settings().zone())
                        .ofCollected(opening.before(), published, job)
                : List.of();
    }

    private boolean isOfTheJob(Journal last) {
        return last.live().flatMap(JournalledRun::jobId).filter(jobId::equals).isPresent();
    }
}
