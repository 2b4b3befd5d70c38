package io.github.aquaspec.run;

import io.github.aquaspec.run.check.ColumnMemory;
import io.github.aquaspec.run.check.QueryHistory;
import io.github.aquaspec.run.check.TimeRangeAdvice;
import io.github.aquaspec.run.check.Verdict;
import io.github.aquaspec.run.event.RunEvent.GivenUp.Why;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.plan.IdempotencyKey;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RequestEstimate;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Sender;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.RunKey;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Foresees runs without asking Zuora: by what is remembered here, and by the decisions that a run takes itself. What
 * hangs on how things stand at Zuora is left open.
 *
 * @param settings of the run
 * @param sender of its requests
 * @param now by our clock
 */
public record Outlook(RunSettings settings, Sender sender, Instant now) {

    private static final String OF_A_RANDOM_KEY = "(follows from the run key, which is random)";
    private static final String NO_TARGET = "(no environment is set)";
    private static final String NEVER_SENT = "(the run is refused)";

    /** What the next run of a plan will do. */
    public Forecast of(JobPlan plan) {
        try {
            if (plan.state().isEmpty()) {
                int first = plan.spec().isStateful() ? 2 : 1;
                return forecast(plan, new Prospect.Unknown(), NO_TARGET, first, NewJob.said(plan, now));
            }
            StateDirectory state = plan.state().get();
            List<Diagnostic> columns =
                    ColumnMemory.of(plan, settings).orElseThrow().foreseen();
            Journal journal = state.journal();
            Optional<JournalledRun> stopped = journal.live().filter(JournalledRun::mayHaveJob);
            Forecast forecast = stopped.isPresent()
                    ? after(stopped.get(), plan, state, journal)
                    : submits(plan, state, journal, Optional.empty(), Optional.empty());
            return forecast.and(columns);
        } catch (JobFailedException e) {
            return refused(plan, e.diagnostics());
        } catch (StateException e) {
            return refused(plan, List.of(e.diagnostic()));
        }
    }

    /** As {@link Beginning} goes on after it, up to where that one asks Zuora. */
    private Forecast after(JournalledRun run, JobPlan plan, StateDirectory state, Journal journal)
            throws JobFailedException, StateException {
        boolean forgotten = run.jobId().isEmpty()
                && Course.isForgotten(
                        Duration.between(run.intent().orElseThrow().at(), now));
        Unfinished before = Unfinished.of(run).orElseThrow();
        JobPlan asked = run.begun().since().map(plan::since).orElse(plan);
        return switch (Course.of(plan, run, state.published(), settings)) {
            case DROPPED -> submits(plan, state, journal, Optional.of(run), Optional.of(Why.DROPPED));
            case HEALED -> {
                boolean asksAgain = !forgotten && !new Healing(settings.zone()).isPossible(plan, state.published());
                requireRepeatable(asked, run, asksAgain);
                yield submits(plan, state, journal, Optional.of(run), Optional.of(Why.HEALED));
            }
            case FRESH -> {
                if (!plan.spec().isStateful() || forgotten) {
                    Why why = plan.spec().isStateful() ? Why.GONE : Why.FRESH;
                    yield submits(plan, state, journal, Optional.of(run), Optional.of(why));
                }
                requireRepeatable(asked, run, true);
                yield goesOn(asked, run, new Prospect.Settles(before), Verdict.NOTHING);
            }
            case CONTINUED -> {
                if (forgotten) {
                    yield submits(plan, state, journal, Optional.of(run), Optional.of(Why.GONE));
                }
                yield continued(plan, asked, run, state, before);
            }
        };
    }

    /** A job that has died is replaced, whatever was edited; that is for Zuora to say. */
    private Forecast continued(JobPlan plan, JobPlan asked, JournalledRun run, StateDirectory state, Unfinished before)
            throws JobFailedException, StateException {
        BegunRefusal refusal = new BegunRefusal(plan, state);
        try {
            refusal.requireSame(asked, run);
            refusal.requireBase(run, state.published());
        } catch (JobFailedException e) {
            if (run.jobId().isEmpty()) {
                throw e;
            }
            List<Diagnostic> doubts = e.diagnostics().stream()
                    .map(found -> found.severity(Severity.WARNING))
                    .toList();
            return goesOn(asked, run, new Prospect.RefusedUnlessDead(before), Verdict.of(doubts));
        }
        return goesOn(asked, run, new Prospect.GoesOn(before), Verdict.NOTHING);
    }

    /** A request that has no answer yet is sent again, to learn of its job; that takes the manifest of then. */
    private static void requireRepeatable(JobPlan asked, JournalledRun run, boolean asksAgain)
            throws JobFailedException, StateException {
        if (asksAgain && run.jobId().isEmpty()) {
            new BegunRefusal(asked, asked.state().orElseThrow()).requireSame(asked, run);
        }
    }

    private Forecast goesOn(JobPlan asked, JournalledRun run, Prospect prospect, Verdict said)
            throws JobFailedException, StateException {
        Optional<SessionPublished> ours = ours(asked);
        JobPlan plan = ours.isPresent() ? QueryHistory.of(asked, ours.get()).plan() : asked;
        String key = run.intent().orElseThrow().idempotencyKey();
        return forecast(plan, prospect, key, run.jobId().isPresent() ? 1 : 2, said);
    }

    /** As {@link NewJob} submits it, where nobody else has used its session. */
    private Forecast submits(
            JobPlan plan, StateDirectory state, Journal journal, Optional<JournalledRun> before, Optional<Why> why)
            throws JobFailedException, StateException {
        Opening opening = plan.spec().isStateful()
                ? session(plan, state).and(TimeRangeAdvice.ofSession(plan, state.published(), now))
                : Opening.of(plan, NewJob.said(plan, now));
        JobPlan sent = opening.plan();
        Optional<RunKey> key = key(state, journal, before);
        Optional<String> name = key.map(RunKey::toString);
        boolean looksUp = sent.spec().isStateful()
                && (ours(plan).isPresent()
                        || plan.spec().session().incrementalTime().isEmpty());
        return forecast(
                sent,
                before.isPresent()
                        ? new Prospect.SubmitsInstead(
                                Unfinished.of(before.get()).orElseThrow(), why.orElseThrow(), name)
                        : new Prospect.Submits(name),
                key.map(k -> IdempotencyKey.of(state.identity(), sent, k, 1)).orElse(OF_A_RANDOM_KEY),
                1 + (looksUp ? 1 : 0) + (key.isPresent() ? 1 : 0),
                opening.said());
    }

    /** A run that is given up has used its key. */
    private Optional<RunKey> key(StateDirectory state, Journal journal, Optional<JournalledRun> before)
            throws StateException {
        Optional<String> word = settings.fresh() ? Optional.empty() : settings.runKey();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<RunKey> used =
                before.map(run -> run.begun().key()).filter(key -> key.base().equals(word.get()));
        return Optional.of(used.isPresent() ? used.get().next() : state.nextKey(journal, word.get()));
    }

    /** As {@link SessionGuard} opens it. */
    private Opening session(JobPlan plan, StateDirectory state) throws JobFailedException, StateException {
        Optional<SessionPublished> ours = ours(plan);
        if (ours.isEmpty()) {
            return Opening.of(plan, BegunSession.said(plan, SessionGuard.session(plan, state)));
        }
        QueryHistory history = QueryHistory.of(plan, ours.get());
        if (settings.heals()) {
            return Opening.of(
                    history.plan().since(new Healing(settings.zone()).since(plan, ours.get())), Verdict.NOTHING);
        }
        boolean ordinary = plan.spec().session().incrementalTime().isEmpty();
        return Opening.of(history.plan(), ordinary ? history.changes() : Verdict.NOTHING);
    }

    private static Optional<SessionPublished> ours(JobPlan plan) throws JobFailedException, StateException {
        return plan.spec().isStateful()
                ? SessionGuard.session(plan, plan.state().orElseThrow())
                        .filter(s -> s.isOf(plan.spec().session()))
                : Optional.empty();
    }

    private Forecast refused(JobPlan plan, List<Diagnostic> why) {
        return forecast(plan, new Prospect.Refused(), NEVER_SENT, 0, Verdict.of(why));
    }

    private Forecast forecast(JobPlan plan, Prospect prospect, String idempotencyKey, int first, Verdict said) {
        int stored = prospect instanceof Prospect.GoesOn on ? on.before().files() : 0;
        RequestEstimate requests = new RequestEstimate(
                settings.polling(),
                sender.identity(),
                plan.spec().timeout(),
                first,
                Math.max(0, plan.spec().queries().size() - stored));
        List<Suppressed> accepted = Stream.concat(plan.suppressed().stream(), said.accepted().stream())
                .toList();
        return new Forecast(plan, prospect, sender.head(plan, idempotencyKey), requests, said.found(), accepted);
    }
}
