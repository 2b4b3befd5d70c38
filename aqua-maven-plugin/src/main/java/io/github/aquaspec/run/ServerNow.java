package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.run.failure.JobFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What time it is at the server: our clock, put right by the {@code Date} of its last answer. */
record ServerNow(AquaClient client, Clock clock) {

    Instant instant() throws JobFailedException, InterruptedException {
        try {
            return clock.instant().plus(client.clockOffset().orElse(Duration.ZERO));
        } catch (CallFailedException e) {
            throw CallTrouble.ofSubmission(e.failure());
        }
    }
}
