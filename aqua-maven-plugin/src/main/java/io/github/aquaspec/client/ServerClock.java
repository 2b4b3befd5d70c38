package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpDate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What time it is at the server, by the {@code Date} of its last answer. Safe for threads. */
final class ServerClock {

    private final Clock ours;
    private volatile Optional<Duration> ahead = Optional.empty();

    ServerClock(Clock ours) {
        this.ours = ours;
    }

    void heard(HttpAnswer answer) {
        Instant now = ours.instant();
        answer.header("Date")
                .flatMap(HttpDate::read)
                .ifPresent(date -> ahead = Optional.of(Duration.between(now, date)));
    }

    /** How far it is ahead of ours; empty when no answer has said so. */
    Optional<Duration> ahead() {
        return ahead;
    }
}
