package io.github.aquaspec.emulator.scenario;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that are waiting for their occasion. Safe for threads. */
public final class Scenarios {

    /**
     * A scenario that waits.
     *
     * @param occasion with the number of requests that are left
     */
    public record Waiting(Scenario scenario, Occasion occasion) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private long cleared;

    /** Adds one; on one occasion the first added goes first. */
    public synchronized void add(Scenario scenario, Occasion occasion) {
        waiting.add(new Waiting(scenario, occasion));
    }

    /** Takes all back; who is held goes on. */
    public synchronized void clear() {
        waiting.clear();
        cleared++;
        notifyAll();
    }

    /** How often all were taken back so far; asked before scenarios are taken, none of which is then waited for in vain. */
    public synchronized long cleared() {
        return cleared;
    }

    /**
     * Waits until all are taken back once more.
     *
     * @param before how often they had been, when the scenario that waits was taken
     * @throws InterruptedIOException when the emulator ends first
     */
    public synchronized void awaitClear(long before) throws InterruptedIOException {
        try {
            while (cleared == before) {
                wait();
            }
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException("the emulator ends").initCause(e);
        }
    }

    public synchronized List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    /** The scenarios for a request, in order; each that is taken has one request less to come. */
    public synchronized List<Scenario> take(String method, String plainPath) {
        List<Scenario> taken = new ArrayList<>();
        List<Waiting> left = new ArrayList<>();
        for (Waiting next : waiting) {
            Occasion occasion = next.occasion();
            boolean answered = taken.stream().anyMatch(Scenarios::endsTheAnswer);
            if (!occasion.matches(method, plainPath) || answered) {
                left.add(next);
                continue;
            }
            taken.add(next.scenario());
            if (occasion.times() == Occasion.ALWAYS) {
                left.add(next);
            } else if (occasion.times() > 1) {
                left.add(new Waiting(next.scenario(), occasion.next(occasion.times() - 1)));
            }
        }
        waiting.clear();
        waiting.addAll(left);
        return taken;
    }

    /** A ready-made answer leaves nothing for another scenario to change. */
    private static boolean endsTheAnswer(Scenario scenario) {
        return scenario instanceof Scenario.Respond || scenario instanceof Scenario.HangUp;
    }
}
