package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.check.Findings;
import io.github.aquaspec.run.check.QueryHistory;
import io.github.aquaspec.run.check.Verdict;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.WindowRange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A job that a run before has submitted, or was about to; its journal says how far that run came. */
final class ContinuedJob implements Origin {

    private static final Duration OLD = Duration.ofHours(12);

    private final JobPlan written;
    private final RunTools tools;
    private final StateDirectory state;
    private final Journal journal;
    private final JournalledRun run;
    private final Optional<JobReply> known;
    private final Duration age;

    /**
     * A job that goes on.
     *
     * @param written the plan, with the window of the run
     * @param known the job as it stands; absent where nobody knows whether there is one
     * @param age how long ago it was sent
     */
    ContinuedJob(
            JobPlan written,
            RunTools tools,
            Journal journal,
            JournalledRun run,
            Optional<JobReply> known,
            Duration age) {
        this.written = written;
        this.tools = tools;
        this.state = written.state().orElseThrow();
        this.journal = journal;
        this.run = run;
        this.known = known;
        this.age = age;
    }

    /** What was looked up before the job was submitted holds; what is expected of its queries follows from the state. */
    @Override
    public Opening open() throws StateException {
        Optional<Published> before = state.published();
        Optional<SessionPublished> ours = SessionPublished.of(
                        before, written.spec().session())
                .filter(published -> written.spec().isStateful());
        if (ours.isEmpty()) {
            return new Opening(written, before, List.of(), said());
        }
        QueryHistory history = QueryHistory.of(written, ours.get());
        boolean ordinary = written.spec().session().incrementalTime().isEmpty();
        return new Opening(history.plan(), before, ordinary ? history.loads() : List.of(), Verdict.NOTHING);
    }

    /** What is a snapshot of now is one of then; a window or a session goes on from it all the same. */
    private Verdict said() {
        Findings said = new Findings(written);
        if (!written.spec().isStateful() && written.window().isEmpty() && age.compareTo(OLD) > 0) {
            said.add(Diagnostic.of(
                            StateCode.GOES_ON_LATE,
                            "the run goes on with a job that was submitted " + age.toHours() + " hours ago")
                    .fix("for a snapshot of now, run with -Daqua.fresh"));
        }
        return said.verdict();
    }

    /** A key from outside may have brought the job of another machine, and the run before did not come to look at it. */
    @Override
    public Job job(JobPlan plan)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        JobReply reply = known.isPresent() ? known.get() : sentAgain(plan);
        FoundJob found = new FoundJob(
                plan, reply, run.intent().orElseThrow().at(), tools.settings().zone());
        found.requireOfStoppedRun(state.published());
        Optional<WindowRange> adopted = found.otherWindow();
        if (adopted.isEmpty()) {
            return new Job(plan, reply);
        }
        journal.append(new JournalEntry.Submitted(reply.id(), adopted));
        return new Job(plan.in(adopted.get()), reply);
    }

    private JobReply sentAgain(JobPlan plan)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        tools.listener().on(new RunEvent.SentAgain(plan.id()));
        JobReply reply = new Submission(tools, journal, state.identity())
                .again(plan, run.begun().key(), run.intent().orElseThrow().attempt());
        return tools.client().job(reply.id());
    }

    @Override
    public Optional<Journal> journal() {
        return Optional.of(journal);
    }

    /** What a stateless job brought can be asked for again; a session gives it once, unless it is told since when. */
    @Override
    public boolean isReplaceable() {
        return !written.spec().isStateful()
                || written.spec().session().incrementalTime().isPresent();
    }

    @Override
    public void requireUnchanged(Opening opening) throws StateException {
        if (written.spec().isStateful()) {
            state.require(opening.before());
        }
    }

    @Override
    public List<Diagnostic> remember(Opening opening, JobPlan published, JobReply job) throws StateException {
        if (!written.spec().isStateful() || isRemembered(opening.before(), job)) {
            return List.of();
        }
        boolean healed = run.begun().since().isPresent();
        return new SessionMemory(state, tools.settings().zone())
                .ofRun(written.spec().session().incrementalTime().filter(time -> !healed), opening, published, job);
    }

    private static boolean isRemembered(Optional<Published> before, JobReply job) {
        return before.filter(published -> published.jobId().equals(job.id())).isPresent();
    }
}
