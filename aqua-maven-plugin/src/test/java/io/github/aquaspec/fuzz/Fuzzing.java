package io.github.aquaspec.fuzz;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Feeds a target one input after another until it breaks its contract, in a thread that may be left behind. */
final class Fuzzing {

    /** Longest that one input may take: more than any does, for a machine may have much to do. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    /**
     * A broken contract.
     *
     * @param input what was fed, in Base64
     * @param number which one it was, from 1
     * @param cause what came of it
     */
    record Finding(String input, int number, Throwable cause) {

        Finding(byte[] input, int number, Throwable cause) {
            this(Base64.getEncoder().encodeToString(input), number, cause);
        }

        @Override
        public String toString() {
            return "input " + number + ", " + input + " in Base64: " + cause;
        }
    }

    private final Target target;
    private final Duration longest;
    private volatile long begun = System.nanoTime();
    private volatile byte[] current = {};
    private volatile int number;

    private Fuzzing(Target target, Duration longest) {
        this.target = new Bounded(target);
        this.longest = longest;
    }

    /** The first finding among a corpus as it is, then among so many mutations of it. */
    static Optional<Finding> of(Target target, Corpus corpus, int mutated, Duration longest)
            throws InterruptedException {
        Deque<byte[]> seeds = new ArrayDeque<>(corpus.seeds());
        Mutations mutations = new Mutations(corpus, 20261126);
        return new Fuzzing(target, longest)
                .run(() -> seeds.isEmpty() ? mutations.next() : seeds.pop(), seeds.size() + mutated);
    }

    private Optional<Finding> run(Supplier<byte[]> inputs, int count) throws InterruptedException {
        CompletableFuture<Optional<Finding>> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> end.complete(feed(inputs, count)), "fuzzing");
        thread.setDaemon(true);
        thread.start();
        while (thread.isAlive()) {
            thread.join(100);
            if (thread.isAlive() && System.nanoTime() - begun > longest.toNanos()) {
                Finding finding = new Finding(current, number, new AssertionError("hangs"));
                thread.interrupt();
                return Optional.of(finding);
            }
        }
        return end.join();
    }

    private Optional<Finding> feed(Supplier<byte[]> inputs, int count) {
        for (int i = 1; i <= count; i++) {
            current = inputs.get();
            number = i;
            begun = System.nanoTime();
            try {
                target.take(current);
            } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
                return Optional.of(new Finding(current, i, e));
            }
        }
        return Optional.empty();
    }
}
