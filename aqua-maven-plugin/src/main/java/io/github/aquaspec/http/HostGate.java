package io.github.aquaspec.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The way to one host, for all requests of a client. What the host asks of one request holds for all: as long as it wants
 * to be left alone, nobody goes in. And no more wait for its answers at once than it puts up with: a refusal halves the
 * lanes, answers bring them back one by one, as TCP finds the width of a line. Safe for threads.
 *
 * <p>A lane is taken until an answer begins, not until a file has come: a long one holds up no question.
 */
public final class HostGate {

    private final Clock clock;
    private final int widest;
    private double lanes;
    private int underWay;
    /** Counts how often the lanes were halved: what was sent before is no news of how many there are now. */
    private int halvings;

    private Instant closedUntil = Instant.MIN;

    /** A gate that is open. */
    public HostGate(int lanes, Clock clock) {
        this.clock = clock;
        this.widest = lanes;
        this.lanes = lanes;
    }

    /** A lane that is taken. */
    public final class Lane implements AutoCloseable {

        private final int known = halvings;
        private boolean taken = true;

        private Lane() {
            underWay++;
        }

        /** The answer begins. */
        @Override
        public void close() {
            synchronized (HostGate.this) {
                if (taken) {
                    taken = false;
                    underWay--;
                    HostGate.this.notifyAll();
                }
            }
        }

        /** The request was taken. */
        public void answered() {
            synchronized (HostGate.this) {
                lanes = Math.min(widest, lanes + 1 / lanes);
                HostGate.this.notifyAll();
            }
        }

        /** The request was refused, for there were too many. */
        public void refused() {
            synchronized (HostGate.this) {
                if (known == halvings) {
                    lanes = Math.max(1, lanes / 2);
                    halvings++;
                }
            }
        }
    }

    /** Closes the gate to all for so long; a longer time stays. */
    public synchronized void close(Duration wait) {
        Instant until = clock.instant().plus(wait);
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    /** Until when the gate is closed; it is open from then on. */
    public synchronized Instant closedUntil() {
        return closedUntil;
    }

    /** Goes in as soon as there is a lane, closed or not: whoever waits for the gate has done so. */
    public synchronized Lane enter() throws InterruptedException {
        while (underWay >= lanes()) {
            wait();
        }
        return new Lane();
    }

    /** How many may wait for an answer at once. */
    synchronized int lanes() {
        return (int) lanes;
    }
}
