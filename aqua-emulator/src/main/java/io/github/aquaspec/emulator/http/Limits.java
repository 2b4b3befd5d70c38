package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Counts requests, refuses those that are too many, and tells a client what it has left. Safe for threads. */
final class Limits {

    /** What a production tenant has (Zuora developer reference, Rate limits). */
    private static final int USUAL_PER_MINUTE = 50_000;

    private static final int USUAL_AT_ONCE = 40;

    private final Settings settings;
    private final Minute minute;
    private int counted;
    private int underWay;

    Limits(Clock clock, Settings settings) {
        this.settings = settings;
        this.minute = new Minute(clock);
        this.counted = settings.get(Setting.REQUESTS_PER_MINUTE);
    }

    /**
     * Counts a request that begins; refused ones count too.
     *
     * @param isToken token requests do not count as concurrent
     * @return the refusal, where it is one too many
     */
    synchronized Optional<Response> enter(boolean isToken) {
        underWay += isToken ? 0 : 1;
        int perMinute = settings.get(Setting.REQUESTS_PER_MINUTE);
        if (perMinute != counted) {
            // What came before a limit was set does not use it up.
            minute.clear();
            counted = perMinute;
        }
        if (minute.add() > perMinute && perMinute > 0) {
            return Optional.of(Errors.tooMany("Request exceeded limit: " + perMinute + " a minute", minute.left())
                    .with("RateLimit-Limit", perMinute + ", " + perMinute + ";w=60"));
        }
        int atOnce = settings.get(Setting.MAX_CONCURRENT_REQUESTS);
        if (!isToken && atOnce > 0 && underWay > atOnce) {
            return Optional.of(Errors.tooMany("Request exceeded limit: " + atOnce + " at once", 1));
        }
        return Optional.empty();
    }

    synchronized void leave(boolean isToken) {
        underWay -= isToken ? 0 : 1;
    }

    /** Forgets the requests of this minute; those under way still are. */
    synchronized void forget() {
        minute.clear();
    }

    /** The headers on an answer (Zuora developer reference, Rate and concurrency limits). */
    synchronized Map<String, String> headers() {
        int perMinute = or(settings.get(Setting.REQUESTS_PER_MINUTE), USUAL_PER_MINUTE);
        int atOnce = or(settings.get(Setting.MAX_CONCURRENT_REQUESTS), USUAL_AT_ONCE);
        return Map.of(
                "RateLimit-Limit", Integer.toString(perMinute),
                "RateLimit-Remaining", Integer.toString(Math.max(0, perMinute - minute.count())),
                "RateLimit-Reset", Long.toString(minute.left()),
                "Concurrency-Limit-Type", "default",
                "Concurrency-Limit-Limit", Integer.toString(atOnce),
                "Concurrency-Limit-Remaining", Integer.toString(Math.max(0, atOnce - underWay)));
    }

    private static int or(int set, int usual) {
        return set == 0 ? usual : set;
    }
}
