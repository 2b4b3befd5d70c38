package io.github.aquaspec.emulator.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request that came in, with its secrets drawn as dots.
 *
 * @param number from 1, in the order of arrival
 * @param time by the emulator's clock
 * @param path as sent, without the query
 * @param body as text
 * @param status of the answer; 0 where the connection was closed instead
 */
public record RecordedRequest(
        long number,
        Instant time,
        String method,
        String path,
        Map<String, List<String>> headers,
        String body,
        int status) {}
