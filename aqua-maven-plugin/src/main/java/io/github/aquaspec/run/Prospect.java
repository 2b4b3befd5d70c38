package io.github.aquaspec.run;

import io.github.aquaspec.run.event.RunEvent;
import java.util.Optional;

/** What the next run of a manifest begins with, as far as this machine knows; the rest only Zuora can say. */
public sealed interface Prospect {

    /** Nobody knows where it goes, and what is remembered there. */
    record Unknown() implements Prospect {}

    /**
     * It submits a job.
     *
     * @param key names the run; absent where it is drawn at random
     */
    record Submits(Optional<String> key) implements Prospect {}

    /**
     * It submits a job in place of that of a run before.
     *
     * @param before the run that is not gone on with
     * @param why what becomes of that one
     * @param key names the run; absent where it is drawn at random
     */
    record SubmitsInstead(Unfinished before, RunEvent.GivenUp.Why why, Optional<String> key) implements Prospect {}

    /** It gives a run of a session up for a fresh start, unless its job is completed: then that one is published. */
    record Settles(Unfinished before) implements Prospect {}

    /** It goes on with a run that was stopped. */
    record GoesOn(Unfinished before) implements Prospect {}

    /** It is refused, unless Zuora says that the job of the run before has failed or is gone: then it submits another. */
    record RefusedUnlessDead(Unfinished before) implements Prospect {}

    /** It is refused before anything is sent. */
    record Refused() implements Prospect {}
}
