package io.github.aquaspec.run;

import java.util.Optional;

/** What planning a manifest comes to. */
public sealed interface Planned {

    /**
     * It can be run.
     *
     * @param begun the run that it goes on with, where one was stopped
     */
    record Ready(JobPlan plan, Optional<Unfinished> begun) implements Planned {}

    /** It has ended before it began: there is nothing to do, or something is in the way. */
    record Ended(JobOutcome outcome) implements Planned {}
}
