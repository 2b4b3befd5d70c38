package io.github.aquaspec.run.plan;

import io.github.aquaspec.client.Identity;
import java.time.Duration;
import java.util.Optional;

/**
 * How many requests the job of a manifest takes, where nothing goes wrong: by the way that a run waits for it, without
 * waiting.
 *
 * @param polling how often it is asked for
 * @param identity how requests say who we are
 * @param timeout how long it is waited for
 * @param first what is asked before: the session, the job, how it stands
 * @param files how many are fetched
 */
public record RequestEstimate(Polling polling, Identity identity, Duration timeout, int first, int files) {

    /** The requests for a job of this duration; one that lasts longer than anybody waits leaves no files. */
    public long of(Duration job) {
        Duration elapsed = Duration.ZERO;
        long polls = 0;
        while (elapsed.compareTo(job) < 0 && elapsed.compareTo(timeout) < 0) {
            elapsed = elapsed.plus(polling.next(elapsed, timeout, Optional.empty()));
            polls++;
        }
        return identity.tokens(elapsed) + first + polls + (elapsed.compareTo(job) < 0 ? 0 : files);
    }

    /** The most that it takes. */
    public long most() {
        return of(timeout);
    }
}
