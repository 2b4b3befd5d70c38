package io.github.aquaspec.http;

/**
 * What all requests of a client may spend on being sent again. In an outage it runs dry, and each request is sent once
 * and no more; when things go well it fills. It never holds up a first try. Safe for threads.
 */
public final class RetryBucket {

    private static final int FULL = 500;
    /** What a request that went well at once brings back. */
    private static final int EASY = 1;

    private int tokens = FULL;

    synchronized boolean take(int cost) {
        if (tokens < cost) {
            return false;
        }
        tokens -= cost;
        return true;
    }

    /** A request went well, after retries that are worth so much; 0 when there were none. */
    synchronized void refund(int cost) {
        tokens = Math.min(FULL, tokens + Math.max(cost, EASY));
    }
}
