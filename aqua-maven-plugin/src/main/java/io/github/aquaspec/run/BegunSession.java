package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.check.Findings;
import io.github.aquaspec.run.check.QueryHistory;
import io.github.aquaspec.run.check.Verdict;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Session;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A session of which nothing is remembered here: a new one, one that others began, or one under an earlier name.
 *
 * @param heals whether the build asks for everything since our watermark, which there is not
 */
record BegunSession(AquaClient client, JobPlan plan, StateDirectory state, boolean heals) {

    /**
     * Says what the run starts from.
     *
     * @param before what was published last, in another session
     */
    Opening open(Optional<Published> before)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<SessionPublished> other = before.map(SessionPublished.class::cast);
        Verdict said = said(plan, other);
        Session session = plan.spec().session();
        if (session.incrementalTime().isPresent()) {
            return new Opening(plan, before, List.of(), said);
        }
        Optional<JobReply> last = client.lastJob(
                session.partner().orElseThrow(), session.project().orElseThrow());
        if (last.isEmpty() || state.neighbourOf(last.get().id()).isPresent()) {
            return new Opening(plan, before, QueryHistory.allFull(plan), said);
        }
        if (other.isPresent()) {
            throw new JobFailedException(usedBefore(other.get(), last.get()), Retry.NEVER);
        }
        if (heals) {
            throw new JobFailedException(nothingToHealFrom(last.get()), Retry.NEVER);
        }
        Findings unknown = new Findings(plan);
        unknown.add(unknown(last.get()));
        return new Opening(plan, before, List.of(), said.and(unknown.verdict()));
    }

    /**
     * What can be said before the session is looked at.
     *
     * @param other what was published last, in another session
     */
    static Verdict said(JobPlan plan, Optional<SessionPublished> other) {
        Findings said = new Findings(plan);
        other.ifPresent(session -> said.add(renamed(plan, session)));
        if (plan.spec().queries().isEmpty()) {
            said.add(repeatsTheServers(plan));
        }
        return said.verdict();
    }

    private static String told(JobReply job) {
        return "job " + job.id()
                + job.startTime().map(t -> ", started " + t + ",").orElse("");
    }

    private Diagnostic unknown(JobReply last) {
        return Diagnostic.of(
                        SessionCode.NO_STATE,
                        told(last) + " was completed in this session, and nothing is remembered of it here: this run"
                                + " brings what changed since")
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix("bring " + state.path().resolve("window.json") + " here from where the runs were; for everything,"
                        + " take another project; keep the state folder between builds");
    }

    private Diagnostic nothingToHealFrom(JobReply last) {
        return Diagnostic.of(
                        SessionCode.CANNOT_HEAL,
                        told(last)
                                + " was completed in this session, and nothing is remembered here that aqua.heal could"
                                + " start from")
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix(
                        "leave aqua.heal out, and write incrementalTime into the manifest for this one run: everything since"
                                + " a time of yours");
    }

    private Diagnostic usedBefore(SessionPublished other, JobReply last) {
        return Diagnostic.of(
                        SessionCode.TAKEN,
                        told(last) + " was completed in this session, and what is remembered is of partner \""
                                + other.partner() + "\" and project \"" + other.project() + "\"")
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix(
                        "write the other name again; or a project that nobody has used, for a full load; or, to go on from that"
                                + " job, move " + state.path().resolve("window.json") + " away");
    }

    private static Diagnostic renamed(JobPlan plan, SessionPublished other) {
        boolean partner =
                plan.spec().session().partner().filter(other.partner()::equals).isEmpty();
        return Diagnostic.of(
                        SessionCode.RENAMED,
                        "the last published job was of partner \"" + other.partner() + "\" and project \""
                                + other.project() + "\": expect everything to be loaded again")
                .at(plan.places().value(SpecPath.ROOT.key(partner ? "partner" : "project")))
                .fix("write the old name again, unless a full load is what you want");
    }

    private static Diagnostic repeatsTheServers(JobPlan plan) {
        return Diagnostic.of(
                        SessionCode.REPEATS_THE_SERVERS,
                        "the manifest writes no queries and nothing was published before: the files will be those of"
                                + " the queries that Zuora repeats")
                .at(plan.atQueries())
                .fix("write the queries, to be sure of them");
    }
}
