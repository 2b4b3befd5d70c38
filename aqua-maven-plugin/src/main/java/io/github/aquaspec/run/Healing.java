package io.github.aquaspec.run;

import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.plan.DataCentreTime;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Has a session give everything since what was published last, whatever happened in it since.
 *
 * @param zone in which the data centre reads times, where known
 */
record Healing(Optional<ZoneId> zone) {

    /**
     * Whether it brings everything since what is published: that is of this session.
     *
     * @throws JobFailedException when it is, and nobody can say where that was
     */
    boolean isPossible(JobPlan plan, Optional<Published> before) throws JobFailedException {
        Optional<SessionPublished> ours =
                SessionPublished.of(before, plan.spec().session());
        if (ours.isPresent()) {
            since(plan, ours.get());
        }
        return ours.isPresent();
    }

    /** Where the window of the session is to start: where what was published last ends. */
    LocalDateTime since(JobPlan plan, SessionPublished ours) throws JobFailedException {
        if (plan.spec().session().incrementalTime().isPresent()) {
            throw new JobFailedException(
                    Diagnostic.of(
                                    SessionCode.CANNOT_HEAL,
                                    "aqua.heal asks for everything since " + ours.watermark()
                                            + ", and the manifest says when its window starts")
                            .at(plan.places().key(SpecPath.ROOT.key("incrementalTime")))
                            .fix("leave out one of the two"),
                    Retry.NEVER);
        }
        if (zone.isEmpty()) {
            throw new JobFailedException(
                    Diagnostic.of(
                                    SessionCode.CANNOT_HEAL,
                                    "nobody knows in which zone this data centre reads incrementalTime")
                            .at(plan.places().key(SpecPath.ROOT.key("project")))
                            .fix("ask Zuora Support, and say it with -Daqua.zone=…"),
                    Retry.NEVER);
        }
        return new DataCentreTime(zone.get()).notAfter(ours.watermark());
    }
}
