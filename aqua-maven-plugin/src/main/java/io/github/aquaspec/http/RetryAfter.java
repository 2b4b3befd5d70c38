package io.github.aquaspec.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a server asks to be left alone (RFC 9110, Retry-After): seconds, or a date. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    /** Some thirty years: more digits mean no more. */
    private static final int MOST_DIGITS = 9;

    private static final Duration FOR_EVER = Duration.ofSeconds(999_999_999);

    private RetryAfter() {}

    /**
     * Reads the header.
     *
     * @param serverNow when the answer was written by the server's own clock, so that it does not matter whether ours
     *     agrees
     * @return nothing when it is neither form
     */
    static Optional<Duration> read(String value, Instant serverNow) {
        String asked = value.strip();
        return seconds(asked)
                .or(() -> HttpDate.read(asked)
                        .map(date -> Duration.between(serverNow, date))
                        .map(wait -> wait.isNegative() ? Duration.ZERO : wait));
    }

    /** Reads a number of seconds. */
    static Optional<Duration> seconds(String value) {
        return Optional.of(value.strip())
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> text.length() > MOST_DIGITS ? FOR_EVER : Duration.ofSeconds(Long.parseLong(text)));
    }
}
