package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.check.NewToWindow;
import io.github.aquaspec.run.check.TimeRangeAdvice;
import io.github.aquaspec.run.check.Verdict;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.plan.IdempotencyKey;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.RunKey;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.WindowRange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A job that is submitted for a manifest; every step is written down before it is taken. */
final class NewJob implements Origin {

    /** A job under a key from outside that ended badly is tried anew; one that goes on doing so is told. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String KEPT =
            "; mended at Zuora, not in the manifest: Zuora repeats a refusal to the same run key for"
                    + " 24 hours, run once with -Daqua.fresh";

    private final JobPlan written;
    private final RunTools tools;
    private final StateDirectory state;
    private final Journal journal;
    private final boolean fromOutside;
    private RunKey key;

    /**
     * A job of a new run.
     *
     * @param key names the run
     * @param fromOutside whether others may have run under the key
     */
    NewJob(JobPlan written, RunTools tools, Journal journal, RunKey key, boolean fromOutside) {
        this.written = written;
        this.tools = tools;
        this.state = written.state().orElseThrow();
        this.journal = journal;
        this.key = key;
        this.fromOutside = fromOutside;
    }

    @Override
    public Opening open()
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<WindowMemory> memory = WindowMemory.of(written);
        if (memory.isPresent()) {
            // It was planned before the manifest was held.
            memory.get().requireUnchanged();
        }
        Instant now = tools.clock().instant();
        if (written.spec().isStateful()) {
            return new SessionGuard(
                            tools.client(),
                            tools.settings().zone(),
                            tools.settings().heals())
                    .open(written, state)
                    .and(TimeRangeAdvice.ofSession(written, state.published(), now));
        }
        return new Opening(written, written.window().flatMap(WindowPlan::before), List.of(), said(written, now));
    }

    /** What there is to say of a job without a session, before it is submitted. */
    static Verdict said(JobPlan plan, Instant now) {
        return NewToWindow.verdict(plan).and(TimeRangeAdvice.of(plan, now));
    }

    @Override
    public Job job(JobPlan plan)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<Published> before = state.published();
        Submission submission = new Submission(tools, journal, state.identity());
        begin(plan, before);
        for (int tries = 1; ; tries++) {
            Instant sent = tools.serverNow().instant();
            JobReply reply = sent(submission, plan, 1 + keysUsed());
            if (!fromOutside) {
                return new Job(plan, reply);
            }
            FoundJob found = new FoundJob(
                    plan, tools.client().job(reply.id()), sent, tools.settings().zone());
            if (found.isPublished(before)) {
                journal.append(new JournalEntry.Committed());
                key = key.next();
                begin(plan, before);
                tries = 0;
            } else if (!found.isDead() || tries == MOST_ATTEMPTS) {
                return taken(found, before);
            }
        }
    }

    /** Where a kept refusal came back, a submission has used more than one. */
    private int keysUsed() {
        return journal.live()
                .flatMap(JournalledRun::intent)
                .map(JournalEntry.Intent::attempt)
                .orElse(0);
    }

    /** A refusal may be one of before: it comes back for a day, whatever was mended at Zuora meanwhile. */
    private JobReply sent(Submission submission, JobPlan plan, int attempt)
            throws JobFailedException, StateException, IOException, InterruptedException {
        try {
            return submission.first(plan, key, attempt);
        } catch (JobFailedException e) {
            throw fromOutside && e.isOfTheJob() ? e.adding(KEPT) : e;
        }
    }

    private void begin(JobPlan plan, Optional<Published> before) throws StateException {
        Optional<WindowPlan> window = plan.window();
        state.begin(
                journal,
                new JournalEntry.Begun(
                        state.identity(),
                        key,
                        tools.clock().instant(),
                        before.map(Published::jobId),
                        window.map(WindowPlan::range),
                        plan.isAgain(),
                        plan.spec().session().incrementalTime().filter(time -> isHealed()),
                        IdempotencyKey.digest(plan.open())));
    }

    private boolean isHealed() {
        return written.spec().session().incrementalTime().isEmpty();
    }

    private Job taken(FoundJob found, Optional<Published> before) throws JobFailedException, StateException {
        found.require(before);
        Optional<WindowRange> adopted = found.adopted();
        if (adopted.isPresent()) {
            journal.append(new JournalEntry.Submitted(found.job().id(), adopted));
        }
        Optional<Duration> age = found.age();
        if (age.isPresent() || adopted.isPresent()) {
            tools.listener().on(new RunEvent.Continued(written.id(), found.job().id(), age, true));
        }
        JobPlan plan = adopted.isPresent() ? found.plan().in(adopted.get()) : found.plan();
        return new Job(plan, found.job());
    }

    @Override
    public Optional<Journal> journal() {
        return Optional.of(journal);
    }

    @Override
    public boolean isReplaceable() {
        return false;
    }

    @Override
    public void requireUnchanged(Opening opening) throws StateException {
        if (written.spec().isStateful()) {
            state.require(opening.before());
        }
    }

    @Override
    public List<Diagnostic> remember(Opening opening, JobPlan published, JobReply job) throws StateException {
        return written.spec().isStateful()
                ? new SessionMemory(state, tools.settings().zone())
                        .ofRun(written.spec().session().incrementalTime(), opening, published, job)
                : List.of();
    }
}
