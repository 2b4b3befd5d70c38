package io.github.aquaspec.run;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.JobPlan;

/** What planning a manifest comes to. */
public sealed interface Planned {

    /** It can be run. */
    record Ready(JobPlan plan) implements Planned {}

    /** It has ended before it began: there is nothing to do, or something is in the way. */
    record Ended(JobOutcome outcome) implements Planned {}
}
