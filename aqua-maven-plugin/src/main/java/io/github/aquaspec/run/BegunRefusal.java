package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.IdempotencyKey;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.ServerTime;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Refuses to go on with a run where that would publish something else than is asked, or leave records out. */
record BegunRefusal(JobPlan plan, StateDirectory state) {

    /** Zuora's times end with their seconds. */
    private static final Duration ROUNDED = Duration.ofSeconds(1);

    /** Fails when the manifest, or what the build asks of it, was edited after the job was sent. */
    void requireSame(JobPlan asked, JournalledRun run) throws JobFailedException {
        boolean sameText =
                IdempotencyKey.digest(asked.open()).equals(run.begun().request());
        boolean sameWindow = asked.window().map(WindowPlan::range).equals(run.window())
                && asked.isAgain() == run.begun().again();
        if (sameText && sameWindow) {
            return;
        }
        throw new JobFailedException(
                Diagnostic.of(
                                StateCode.EDITED,
                                "a run of this manifest was stopped" + job(run)
                                        + ", and what is asked now is not what was sent then")
                        .at(plan.atQueries())
                        .fix("put the manifest and its parameters back, and run again to finish; or give that run up"
                                + " with -Daqua.fresh" + (plan.spec().isStateful() ? " -Daqua.heal" : "")),
                Retry.NEVER);
    }

    /** Fails when something was published of a session meanwhile that the run did not start from. */
    void requireBase(JournalledRun run, Optional<Published> now) throws JobFailedException {
        Optional<String> before = run.begun().before();
        if (!plan.spec().isStateful() || run.goesOnFrom(now)) {
            return;
        }
        throw new JobFailedException(
                Diagnostic.of(
                                StateCode.OTHERWISE_BEGUN,
                                "a run of this manifest was stopped" + job(run) + "; it started from "
                                        + before.map(id -> "job " + id).orElse("nothing") + ", and "
                                        + state.path().resolve("window.json") + " holds "
                                        + now.map(Object::toString).orElse("nothing"))
                        .fix("bring back the window.json that it started from; or give that run up with -Daqua.fresh"
                                + " -Daqua.heal"),
                Retry.NEVER);
    }

    /** Fails when the job of a session is gone: what it brought comes no second time, unless Zuora is told since when. */
    void requireReplaceable(JobPlan asked, JournalledRun run) throws JobFailedException {
        if (asked.spec().isStateful()
                && asked.spec().session().incrementalTime().isEmpty()) {
            throw new JobFailedException(UncollectedJob.gone(plan, run.jobId().orElseThrow()), Retry.NEVER);
        }
    }

    /**
     * Fails when a session has completed a job since the one whose answer was lost was sent: where nobody here knows it,
     * it may be that one; where it is of another manifest, that one may lie behind it.
     */
    void requireKnown(JournalledRun run, Optional<JobReply> last, Optional<ZoneId> zone)
            throws JobFailedException, StateException {
        Optional<String> published = state.published().map(Published::jobId);
        if (last.isEmpty() || published.filter(last.get().id()::equals).isPresent()) {
            return;
        }
        Optional<String> neighbour = state.neighbourOf(last.get().id());
        boolean isOlder = last.get()
                .startTime()
                .flatMap(text -> ServerTime.parse(text, zone))
                .filter(start -> start.isBefore(run.intent().orElseThrow().at().minus(ROUNDED)))
                .isPresent();
        if (neighbour.isPresent() && isOlder) {
            return;
        }
        throw new JobFailedException(
                neighbour.isPresent()
                        ? UncollectedJob.behind(plan, last.get(), neighbour.get(), run)
                        : UncollectedJob.perhaps(plan, last.get(), run),
                Retry.NEVER);
    }

    private static String job(JournalledRun run) {
        return run.jobId().map(id -> ", job " + id).orElse("");
    }
}
