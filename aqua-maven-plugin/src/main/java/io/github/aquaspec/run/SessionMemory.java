package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.plan.DataCentreTime;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.ServerTime;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what a session has published, once its snapshot stands. The watermark is the start of the job less its
 * offset: up to there the window reached (Zuora documentation, Time offset for AQuA stateful queries).
 *
 * <p>A manifest with an {@code incrementalTime} of its own extracts again what was there before, and does not move the
 * watermark: Zuora does not say whether such a job moves the session, so the watermark stays where an ordinary run
 * surely left it, and a later {@code aqua.heal} starts early rather than late. The job counts as ours when it began at
 * or before the watermark, for then nothing lies between. When it began later, something does: the state stays as it
 * is, and the next run is refused until it is healed.
 *
 * @param state of the manifest
 * @param zone in which the data centre reads and writes times, where known
 */
record SessionMemory(StateDirectory state, Optional<ZoneId> zone) {

    /**
     * Remembers the job of a run.
     *
     * @param own the manifest's own {@code incrementalTime}
     * @return what is to be said about it
     */
    List<Diagnostic> ofRun(Optional<LocalDateTime> own, Opening opening, JobPlan published, JobReply job)
            throws StateException {
        Optional<SessionPublished> ours =
                SessionPublished.of(opening.before(), published.spec().session());
        Optional<Instant> reached = reached(published, job);
        if (reached.isEmpty()) {
            return List.of(unknown(published, job));
        }
        if (own.isPresent()) {
            return again(published, job, own.get(), opening.before(), ours);
        }
        Instant watermark = ours.map(SessionPublished::watermark)
                .filter(reached.get()::isBefore)
                .orElse(reached.get());
        state.commit(opening.before(), next(published, job, watermark));
        return List.of();
    }

    /**
     * Remembers a job that was collected after its time. One from before what is published already changes nothing.
     *
     * @return what is to be said about it
     */
    List<Diagnostic> ofCollected(Optional<Published> before, JobPlan published, JobReply job) throws StateException {
        Optional<SessionPublished> ours =
                SessionPublished.of(before, published.spec().session());
        Optional<Instant> reached = reached(published, job);
        if (reached.isEmpty()) {
            return List.of(unknown(published, job));
        }
        boolean isNews = ours.isEmpty() || reached.get().isAfter(ours.get().watermark());
        if (isNews && job.echo().incrementalTime().isEmpty()) {
            state.commit(before, next(published, job, reached.get()));
        }
        return List.of();
    }

    private List<Diagnostic> again(
            JobPlan published,
            JobReply job,
            LocalDateTime own,
            Optional<Published> before,
            Optional<SessionPublished> ours)
            throws StateException {
        if (ours.isEmpty()) {
            return List.of();
        }
        SessionPublished last = ours.get();
        boolean overlaps = zone.isPresent()
                && new DataCentreTime(zone.get()).meanings(own).stream().noneMatch(last.watermark()::isBefore);
        if (!overlaps) {
            return List.of(Diagnostic.of(
                            SessionCode.GAP_AHEAD,
                            "this job starts after what was published, up to " + last.watermark()
                                    + "; the next ordinary run will be refused")
                    .at(published.places().value(SpecPath.ROOT.key("incrementalTime")))
                    .fix("then run once with -Daqua.heal; or start at the watermark or before"));
        }
        state.commit(
                before,
                new SessionPublished(
                        last.identity(), last.partner(), last.project(), job.id(), last.watermark(), last.queries()));
        return List.of();
    }

    private SessionPublished next(JobPlan published, JobReply job, Instant watermark) {
        return new SessionPublished(
                state.identity(),
                published.spec().session().partner().orElseThrow(),
                published.spec().session().project().orElseThrow(),
                job.id(),
                watermark,
                published.spec().queries().stream().map(PublishedQuery::of).toList());
    }

    /** A time without a zone can be placed only where the zone is known. */
    private Optional<Instant> reached(JobPlan plan, JobReply job) {
        int offset =
                job.echo().offset().or(() -> plan.spec().session().offset()).orElse(0);
        return job.startTime().flatMap(text -> ServerTime.parse(text, zone)).map(start -> start.minusSeconds(offset));
    }

    private static Diagnostic unknown(JobPlan plan, JobReply job) {
        return Diagnostic.of(
                        SessionCode.NO_WATERMARK,
                        "job " + job.id() + " does not say when it started"
                                + job.startTime()
                                        .map(t -> " in a way we know: \"" + t + "\"")
                                        .orElse("")
                                + "; what is remembered stays as it was")
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix("set -Daqua.zone; where it is set, give Zuora Support the job id; the next run needs -Daqua.heal");
    }
}
