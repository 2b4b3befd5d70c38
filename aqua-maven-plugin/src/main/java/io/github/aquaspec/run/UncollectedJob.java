package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.plan.JobPlan;
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
        return told(plan, lost(run) + completed(last, "") + ", and may be that one")
                .fix("collect it with mvn aqua:fetch -Daqua.jobId=" + last.id() + " -Daqua.select=" + plan.id()
                        + "; or run once with -Daqua.heal to get everything since what was published last");
    }

    /** The same, where the session went on with a job of another manifest. */
    static Diagnostic behind(JobPlan plan, JobReply last, String neighbour, JournalledRun run) {
        return told(
                        plan,
                        lost(run) + completed(last, " of manifest " + neighbour)
                                + "; whether that one was completed before it, Zuora does not tell")
                .fix("run once with -Daqua.heal to get everything since what was published last" + NOTHING_YET
                        + "; and give each manifest a project of its own");
    }

    private static String lost(JournalledRun run) {
        return "a job was sent at " + run.intent().orElseThrow().at().truncatedTo(ChronoUnit.SECONDS)
                + " and its answer was lost; ";
    }

    private static String completed(JobReply last, String whose) {
        return "job " + last.id() + whose
                + last.startTime().map(t -> ", started " + t + ",").orElse("") + " was completed in this session";
    }

    private static Diagnostic told(JobPlan plan, String what) {
        return Diagnostic.of(SessionCode.UNCOLLECTED, what).at(plan.places().value(SpecPath.ROOT.key("project")));
    }
}
