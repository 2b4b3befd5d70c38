package io.github.aquaspec.http;

import java.time.Duration;

/**
 * How long the transport waits.
 *
 * @param connect until a connection stands
 * @param idle between two bytes of an answer
 */
public record TransportLimits(Duration connect, Duration idle) {

    public static final TransportLimits DEFAULT = new TransportLimits(Duration.ofSeconds(30), Duration.ofMinutes(2));
}
