package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.setting.EmulatedClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** {@code /emulator/clock}: what time it is, and how to move it. */
final class ClockControl {

    private static final String EXAMPLE = "{\"advance\": \"PT24H\"} or {\"now\": \"2026-11-22T10:00:00Z\"}";
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final EmulatedClock clock;
    private final Runnable moved;

    /**
     * The control of a clock.
     *
     * @param moved lets happen what is due, after each move
     */
    ClockControl(EmulatedClock clock, Runnable moved) {
        this.clock = clock;
        this.moved = moved;
    }

    Response show() {
        return Response.json(
                200,
                ControlJson.object()
                        .put("now", clock.instant().toString())
                        .put("ahead", clock.ahead().toString()));
    }

    Response move(Request request) {
        ObjectNode json = ControlJson.objectOf(request, EXAMPLE);
        JsonNode advance = json.path("advance");
        JsonNode now = json.path("now");
        if (json.size() != 1 || !(advance.isTextual() || now.isTextual())) {
            throw wrong(json.toString());
        }
        try {
            if (advance.isTextual()) {
                Duration by = Duration.parse(advance.asText());
                checked(clock.instant().plus(by), json);
                clock.advance(by);
            } else {
                clock.moveTo(checked(Instant.parse(now.asText()), json));
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(json.toString());
        }
        moved.run();
        return show();
    }

    Response reset() {
        toBase();
        return show();
    }

    /** Back to the time of the clock it follows. */
    void toBase() {
        clock.advance(clock.ahead().negated());
        moved.run();
    }

    private static Instant checked(Instant instant, JsonNode json) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw wrong(json.toString());
        }
        return instant;
    }

    private static ControlFailure wrong(String body) {
        return new ControlFailure(
                400, "the clock is moved by " + EXAMPLE + ", within the years 1970 to 9998, not by " + body);
    }
}
