package io.github.aquaspec.http;

import java.time.Duration;

/**
 * How long the transport waits, and how little it puts up with.
 *
 * @param connect until a connection stands
 * @param idle between two bytes of an answer
 * @param headers from the request to the end of the headers: a server that sends a byte now and then is never idle
 * @param whole until an answer that is read whole, into memory, is there; a file has no such bound
 * @param rate what a file has to come at
 */
public record TransportLimits(Duration connect, Duration idle, Duration headers, Duration whole, MinimumRate rate) {

    /**
     * The least that a body has to bring. Only the time that we wait for the server counts, not what we do in between.
     *
     * @param bytes at least so many
     * @param over in each stretch of waiting so long
     */
    public record MinimumRate(long bytes, Duration over) {}

    /** A file may be 2 GB and take its time, but not less than 1 KiB a second. */
    public static final TransportLimits DEFAULT = new TransportLimits(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            new MinimumRate(60 << 10, Duration.ofMinutes(1)));

    /** The usual limits, with these for a connection and for silence. */
    public TransportLimits(Duration connect, Duration idle) {
        this(connect, idle, DEFAULT.headers(), DEFAULT.whole(), DEFAULT.rate());
    }
}
