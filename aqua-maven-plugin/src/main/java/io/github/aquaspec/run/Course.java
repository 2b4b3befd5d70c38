package io.github.aquaspec.run;

import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import java.time.Duration;
import java.util.Optional;

/** What becomes of a run that was stopped once its request may have been sent, as far as that hangs on this machine. */
enum Course {
    /** Nobody asks for it any more: another run begins. */
    DROPPED,
    /** It is given up for everything since what was published last. */
    HEALED,
    /** It is given up, or brought to its end, for a fresh start. */
    FRESH,
    /** It is gone on with, or refused. */
    CONTINUED;

    /** Zuora keeps an answer for 24 hours under its key; an hour is for clocks. */
    private static final Duration KEY_LIFE = Duration.ofHours(23);

    /**
     * The course of a run.
     *
     * @param plan what is asked now
     * @param before what is published now
     * @throws JobFailedException when it is to be healed, and cannot be
     */
    static Course of(JobPlan plan, JournalledRun run, Optional<Published> before, RunSettings settings)
            throws JobFailedException {
        boolean moved = plan.window().isPresent() && !run.begun().again() && !run.goesOnFrom(before);
        if ((run.begun().again() && !plan.isAgain()) || moved) {
            return DROPPED;
        }
        if (settings.heals()
                && plan.spec().isStateful()
                && (settings.fresh()
                        || (run.begun().since().isEmpty() && new Healing(settings.zone()).isPossible(plan, before)))) {
            return HEALED;
        }
        return settings.fresh() ? FRESH : CONTINUED;
    }

    /** Whether a request that was sent so long ago brings no answer under its key any more. */
    static boolean isForgotten(Duration age) {
        return age.compareTo(KEY_LIFE) >= 0;
    }
}
