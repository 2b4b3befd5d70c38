package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.time.temporal.ChronoUnit;

/**
 * A job of a session that Zuora completed and whose snapshot is not there: a build was stopped, or its data failed a
 * check. The session goes on from it all the same, so no other is submitted before it is published or healed.
 */
final class UncollectedJob {

    private static final String NOTHING_YET =
            "; where nothing was published yet, take another project for everything, and"
                    + " give this run up with -Daqua.fresh -Daqua.heal";

    private UncollectedJob() {}

    /** It waits for the next run. */
    static Diagnostic waits(JobPlan plan, String jobId) {
        return told(plan, "job " + jobId + " of this manifest is completed, and its records are in no snapshot yet")
                .fix("run again: it goes on with this job, while Zuora keeps its files, about 3 days; where that cannot"
                        + " help, -Daqua.heal gets everything since what was published last" + NOTHING_YET);
    }

    /** It, or its files, are not there any more. */
    static Diagnostic gone(JobPlan plan, String jobId) {
        return told(plan, "job " + jobId + " of this manifest is gone from Zuora, and its records are in no snapshot")
                .fix("run once with -Daqua.heal to get everything since what was published last" + NOTHING_YET);
    }

    /** Nobody knows whether there was one. */
    static Diagnostic perhaps(JobPlan plan, JobReply last, JournalledRun run) {
        String sent = run.intent()
                .map(intent -> intent.at().truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("some time ago");
        return told(
                        plan,
                        "a job was sent at " + sent + " and its answer was lost; job " + last.id()
                                + last.startTime()
                                        .map(t -> ", started " + t + ",")
                                        .orElse("")
                                + " was completed in this session, and may be that one")
                .fix("collect it with mvn aqua:fetch -Daqua.jobId=" + last.id() + " -Daqua.select=" + plan.id()
                        + "; or run once with -Daqua.heal to get everything since what was published last");
    }

    private static Diagnostic told(JobPlan plan, String what) {
        return Diagnostic.of(SessionCode.UNCOLLECTED, what).at(plan.places().value(SpecPath.ROOT.key("project")));
    }
}
