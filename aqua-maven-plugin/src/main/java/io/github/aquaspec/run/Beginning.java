package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalEntry.End;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.RunKey;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the run of a manifest begins: where the run before was stopped, or anew. The journal says what that one did last;
 * what follows from it is told row by row in docs/reliability.md.
 */
final class Beginning {

    private final JobPlan plan;
    private final RunTools tools;
    private final StateDirectory state;
    private final Journal journal;
    private final BegunRefusal refusal;

    private Beginning(JobPlan plan, RunTools tools, StateDirectory state, Journal journal) {
        this.plan = plan;
        this.tools = tools;
        this.state = state;
        this.journal = journal;
        this.refusal = new BegunRefusal(plan, state);
    }

    /** Says where the job of a plan comes from. The manifest is locked. */
    static Origin of(JobPlan plan, RunTools tools)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        StateDirectory state = plan.state().orElseThrow();
        Journal journal = state.journal();
        Beginning beginning = new Beginning(plan, tools, state, journal);
        Optional<JournalledRun> live = journal.live();
        return live.isPresent() ? beginning.after(live.get()) : beginning.anew();
    }

    /** The same once the files of a job that went on are gone: another job over the same records. */
    static Origin instead(JobPlan plan, RunTools tools) throws StateException {
        StateDirectory state = plan.state().orElseThrow();
        Beginning beginning = new Beginning(plan, tools, state, state.journal());
        return beginning.givenUp(beginning.journal.live(), End.LOST, RunEvent.GivenUp.Why.GONE);
    }

    private Origin anew() throws StateException {
        Optional<String> word =
                tools.settings().fresh() ? Optional.empty() : tools.settings().runKey();
        RunKey key = word.isPresent() ? state.nextKey(journal, word.get()) : RunKey.random();
        return new NewJob(plan, tools, journal, key, word.isPresent());
    }

    private Origin after(JournalledRun run)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        if (!run.mayHaveJob()) {
            return anew();
        }
        Course course = Course.of(plan, run, state.published(), tools.settings());
        JobPlan asked = run.begun().since().map(plan::since).orElse(plan);
        return switch (course) {
            case DROPPED -> givenUp(Optional.of(run), End.DROPPED, RunEvent.GivenUp.Why.DROPPED);
            case HEALED -> healed(asked, run);
            case FRESH -> fresh(asked, run);
            case CONTINUED -> continued(asked, run);
        };
    }

    private Origin continued(JobPlan asked, JournalledRun run)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        if (run.jobId().isEmpty() && Course.isForgotten(age(run))) {
            return unanswered(run);
        }
        if (run.jobId().isEmpty()) {
            refusal.requireSame(asked, run);
            refusal.requireBase(run, state.published());
            return new ContinuedJob(asked, tools, journal, run, Optional.empty(), age(run));
        }
        Optional<JobReply> job = job(run.jobId().get());
        if (job.isEmpty()) {
            refusal.requireReplaceable(asked, run);
            return givenUp(Optional.of(run), End.LOST, RunEvent.GivenUp.Why.GONE);
        }
        if (isDead(job.get())) {
            return givenUp(Optional.of(run), End.FAILED, RunEvent.GivenUp.Why.ENDED);
        }
        refusal.requireSame(asked, run);
        refusal.requireBase(run, state.published());
        return goesOn(asked, run, job.get());
    }

    private Origin goesOn(JobPlan asked, JournalledRun run, JobReply job)
            throws JobFailedException, InterruptedException {
        Duration age = age(run);
        tools.listener().on(new RunEvent.Continued(plan.id(), job.id(), Optional.of(age), false));
        return new ContinuedJob(asked, tools, journal, run, Optional.of(job), age);
    }

    /** No answer came, and the key brings none any more: the session tells whether there was a job. */
    private Origin unanswered(JournalledRun run)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        if (plan.spec().isStateful()) {
            Optional<JobReply> last = tools.client()
                    .lastJob(
                            plan.spec().session().partner().orElseThrow(),
                            plan.spec().session().project().orElseThrow());
            refusal.requireKnown(run, last, tools.settings().zone());
        }
        return givenUp(Optional.of(run), End.LOST, RunEvent.GivenUp.Why.GONE);
    }

    /**
     * Another job that brings what this one was to bring as well. That it can be is certain before this one is given up; and
     * it does not go on, or a later run would take what comes of it for published.
     */
    private Origin healed(JobPlan asked, JournalledRun run)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<JobReply> job = lastWord(asked, run);
        if (job.isPresent() && !job.get().status().isEnd()) {
            cancelled(job.get());
        }
        if (!healing().isPossible(plan, state.published())) {
            tools.guard().open(plan, state);
        }
        return givenUp(Optional.of(run), End.FRESH, RunEvent.GivenUp.Why.HEALED);
    }

    /** The job of a run; of a session, the one that it may have as well, where nothing was published to heal from. */
    private Optional<JobReply> lastWord(JobPlan asked, JournalledRun run)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        if (run.jobId().isPresent()) {
            return job(run.jobId().get());
        }
        boolean isNeeded = !healing().isPossible(plan, state.published());
        return isNeeded && !Course.isForgotten(age(run)) ? Optional.of(sentAgain(asked, run)) : Optional.empty();
    }

    private Healing healing() {
        return new Healing(tools.settings().zone());
    }

    private JobReply sentAgain(JobPlan asked, JournalledRun run)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        refusal.requireSame(asked, run);
        Submission submission = new Submission(tools, journal, state.identity());
        String id = submission
                .again(asked, run.begun().key(), run.intent().orElseThrow().attempt())
                .id();
        return tools.client().job(id);
    }

    private Origin fresh(JobPlan asked, JournalledRun run)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<JobReply> job = run.jobId().isPresent() ? job(run.jobId().get()) : Optional.empty();
        if (run.jobId().isEmpty() && plan.spec().isStateful()) {
            if (Course.isForgotten(age(run))) {
                return unanswered(run);
            }
            job = Optional.of(sentAgain(asked, run));
        }
        if (job.isPresent() && !job.get().status().isEnd()) {
            job = Optional.of(cancelled(job.get()));
        }
        boolean delivers = job.filter(j -> j.status() == JobStatus.COMPLETED).isPresent();
        if (delivers && plan.spec().isStateful()) {
            JournalledRun now = journal.live().orElseThrow();
            refusal.requireSame(asked, now);
            return goesOn(asked, now, job.get());
        }
        return givenUp(Optional.of(run), End.FRESH, RunEvent.GivenUp.Why.FRESH);
    }

    /** What a refusal to cancel looks like is not documented: the job may have ended in between. */
    private JobReply cancelled(JobReply job) throws CallFailedException, IOException, InterruptedException {
        try {
            return tools.client().cancel(job.id());
        } catch (CallFailedException e) {
            JobReply now = tools.client().job(job.id());
            if (!now.status().isEnd()) {
                throw e;
            }
            return now;
        }
    }

    private Origin givenUp(Optional<JournalledRun> run, End end, RunEvent.GivenUp.Why why) throws StateException {
        journal.append(new JournalEntry.Ended(end));
        tools.listener().on(new RunEvent.GivenUp(plan.id(), run.flatMap(JournalledRun::jobId), why));
        return anew();
    }

    private Optional<JobReply> job(String id) throws CallFailedException, IOException, InterruptedException {
        try {
            return Optional.of(tools.client().job(id));
        } catch (CallFailedException e) {
            if (e.failure().kind() == CallFailure.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isDead(JobReply job) {
        return job.status().isEnd() && job.status() != JobStatus.COMPLETED;
    }

    private Duration age(JournalledRun run) throws JobFailedException, InterruptedException {
        Instant sent = run.intent().orElseThrow().at();
        Duration age = Duration.between(sent, tools.serverNow().instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
