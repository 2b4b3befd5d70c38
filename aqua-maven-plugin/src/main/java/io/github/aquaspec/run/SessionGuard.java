package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.check.BatchMatch;
import io.github.aquaspec.run.check.Findings;
import io.github.aquaspec.run.check.QueryHistory;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stateful session has one owner. Before a job is submitted, the last completed job of its partner and project is
 * looked up: where it is not the one that we published, somebody else's job has taken records with it, or one of ours
 * whose files never arrived, and an ordinary run would leave them out without a word.
 *
 * @param zone in which the data centre reads times, where known
 * @param heals whether this run asks for everything since our watermark, whatever happened in the session since; an
 *     ordinary run never says where its window starts
 */
record SessionGuard(AquaClient client, Optional<ZoneId> zone, boolean heals) {

    /**
     * Says what the run of a stateful job starts from.
     *
     * @throws JobFailedException when the session is not ours, and nothing may be submitted
     */
    Opening open(JobPlan plan, StateDirectory state)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<Published> before = state.published();
        Optional<SessionPublished> ours =
                session(plan, state).filter(s -> s.isOf(plan.spec().session()));
        if (ours.isPresent()) {
            return continued(plan, state, before, ours.get());
        }
        return new BegunSession(client, plan, state, heals).open(before);
    }

    /**
     * What was published last, of this session or of another.
     *
     * @throws JobFailedException when it is of a window
     */
    static Optional<SessionPublished> session(JobPlan plan, StateDirectory state)
            throws JobFailedException, StateException {
        Optional<Published> before = state.published();
        if (before.isPresent() && before.get() instanceof WindowPublished window) {
            throw new JobFailedException(ofAWindow(plan, state, window), Retry.NEVER);
        }
        return before.map(SessionPublished.class::cast);
    }

    private Opening continued(JobPlan plan, StateDirectory state, Optional<Published> before, SessionPublished ours)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<JobReply> last = client.lastJob(ours.partner(), ours.project());
        QueryHistory history = QueryHistory.of(plan, ours);
        JobPlan expected = history.plan();
        if (heals) {
            return Opening.of(expected.since(new Healing(zone).since(plan, ours)), before);
        }
        if (plan.spec().session().incrementalTime().isPresent()) {
            return Opening.of(expected, before);
        }
        Findings shared = new Findings(plan);
        if (last.filter(job -> !job.id().equals(ours.jobId())).isPresent()) {
            Optional<String> neighbour = state.neighbourOf(last.get().id());
            if (neighbour.isEmpty() || takesFrom(expected, last.get())) {
                throw new JobFailedException(taken(plan, state, ours, last.get(), neighbour), Retry.NEVER);
            }
            if (last.get().echo().incrementalTime().isPresent()) {
                shared.add(shared(plan, ours, last.get(), neighbour.get()));
            }
        }
        if (last.isEmpty()) {
            Findings said = new Findings(plan);
            said.add(gone(plan, ours));
            return new Opening(expected, before, QueryHistory.allFull(expected), said.verdict());
        }
        return new Opening(expected, before, history.loads(), shared.verdict().and(history.changes()));
    }

    /** Whether a job took records of queries that are ours as well; one that says where it starts takes no turn. */
    private static boolean takesFrom(JobPlan plan, JobReply other) {
        Set<String> ours = plan.spec().queries().stream()
                .map(query -> BatchMatch.collapsed(query.query()))
                .collect(Collectors.toSet());
        return other.echo().incrementalTime().isEmpty()
                && other.batches().stream()
                        .map(batch -> BatchMatch.collapsed(batch.query()))
                        .anyMatch(ours::contains);
    }

    private static Diagnostic shared(JobPlan plan, SessionPublished ours, JobReply other, String neighbour) {
        return Diagnostic.of(
                        SessionCode.SHARED,
                        "the last job of this session, " + other.id() + ", is of manifest " + neighbour
                                + " and said itself where its window starts")
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix("give " + neighbour + " a project of its own; to be sure of this snapshot, run with -Daqua.heal"
                        + " to get everything since " + ours.watermark());
    }

    private static Diagnostic taken(
            JobPlan plan, StateDirectory state, SessionPublished ours, JobReply other, Optional<String> neighbour)
            throws StateException {
        return Diagnostic.of(
                        SessionCode.TAKEN,
                        "job " + other.id()
                                + other.startTime()
                                        .map(t -> ", started " + t + ",")
                                        .orElse("")
                                + neighbour
                                        .map(id -> " of manifest " + id + ",")
                                        .orElse("")
                                + " was completed in this session after ours, " + ours.jobId())
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix("run once with -Daqua.heal to get everything since " + ours.watermark() + inHand(state, other));
    }

    /** A job that was published here moved nothing on purpose: what lies before it is in no hand. */
    private static String inHand(StateDirectory state, JobReply other) throws StateException {
        return state.jobId().filter(other.id()::equals).isPresent()
                ? ""
                : "; or, where the records of that job are in hand, delete "
                        + state.path().resolve("window.json");
    }

    private static Diagnostic ofAWindow(JobPlan plan, StateDirectory state, WindowPublished window) {
        return Diagnostic.of(
                        StateCode.OTHER_KIND,
                        state.path() + " holds the state of a window, up to " + window.to()
                                + ", and the manifest leaves the window to Zuora's session")
                .at(plan.places().key(SpecPath.ROOT.key("project")))
                .fix("move window.json away: the first job of the session then loads everything");
    }

    private static Diagnostic gone(JobPlan plan, SessionPublished ours) {
        return Diagnostic.of(
                        SessionCode.LAST_JOB_GONE,
                        "Zuora knows no completed job of this session any more, not even ours, " + ours.jobId()
                                + ": expect everything to be loaded")
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix("tell whoever merges the data; or run with -Daqua.heal to get what changed since "
                        + ours.watermark());
    }
}
