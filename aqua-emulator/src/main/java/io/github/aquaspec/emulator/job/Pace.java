package io.github.aquaspec.emulator.job;

import java.time.Duration;

/** How fast a job lets a client see it move. The work itself is always done as soon as possible. */
public sealed interface Pace {

    /** As fast as it can. */
    record Immediate() implements Pace {}

    /**
     * By polling: the first answer says submitted, the following say executing, the answer after the last of them the
     * truth.
     *
     * @param polls how many answers are held back, at least 1
     */
    record Polls(int polls) implements Pace {
        public Polls {
            if (polls < 1) {
                throw new IllegalArgumentException("polls must be at least 1");
            }
        }
    }

    /** By the emulator's clock, counted from the submission. */
    record Delay(Duration duration) implements Pace {}
}
