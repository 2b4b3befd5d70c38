package io.github.aquaspec.http;

import java.util.Optional;

/**
 * The time that one exchange takes: until its headers are there, then at what rate its body comes. Two threads use it,
 * the one that waits for the server and the one that looks how long it has waited.
 */
final class Watch {

    private final Ticker ticker;
    private final TransportLimits limits;
    private final Runnable abort;
    private final long start;
    private boolean inHeaders = true;
    private boolean readWhole;
    private long wholeFrom;
    private boolean waiting;
    private long waitingSince;
    private long waited;
    private long bytes;
    private Optional<String> verdict = Optional.empty();

    /** Starts to count; {@code abort} wakes the thread that waits. */
    Watch(Ticker ticker, TransportLimits limits, Runnable abort) {
        this.ticker = ticker;
        this.limits = limits;
        this.abort = abort;
        this.start = ticker.nanos();
    }

    synchronized void headersAreThere() {
        inHeaders = false;
    }

    /** From now on the whole body has to come in time. */
    synchronized void readWhole() {
        readWhole = true;
        wholeFrom = ticker.nanos();
    }

    synchronized void waits() {
        waiting = true;
        waitingSince = ticker.nanos();
    }

    /** The server has sent so many bytes of the body. */
    synchronized void got(int count) {
        waited += ticker.nanos() - waitingSince;
        waiting = false;
        bytes += Math.max(count, 0);
        judge();
        if (waited >= limits.rate().over().toNanos()) {
            waited = 0;
            bytes = 0;
        }
    }

    /** Ends the exchange if it takes too long. */
    void look() {
        boolean over;
        synchronized (this) {
            boolean before = verdict.isPresent();
            judge();
            over = verdict.isPresent() && !before;
        }
        if (over) {
            abort.run();
        }
    }

    /** Why the exchange was given up. */
    synchronized Optional<String> verdict() {
        return verdict;
    }

    private void judge() {
        if (verdict.isEmpty()) {
            verdict = reason(ticker.nanos());
        }
    }

    private Optional<String> reason(long now) {
        if (inHeaders) {
            return now - start >= limits.headers().toNanos()
                    ? Optional.of(
                            "no whole answer header within " + limits.headers().toSeconds() + " s")
                    : Optional.empty();
        }
        if (readWhole) {
            return now - wholeFrom >= limits.whole().toNanos()
                    ? Optional.of("no whole answer within " + limits.whole().toSeconds() + " s")
                    : Optional.empty();
        }
        long all = waited + (waiting ? now - waitingSince : 0);
        return all >= limits.rate().over().toNanos() && bytes < limits.rate().bytes()
                ? Optional.of("only " + bytes + " bytes came in "
                        + limits.rate().over().toSeconds() + " s of waiting")
                : Optional.empty();
    }
}
