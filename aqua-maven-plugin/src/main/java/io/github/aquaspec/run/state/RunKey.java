package io.github.aquaspec.run.state;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names one logical run of a manifest: all builds that run under one key mean the same job. It is used up when its run
 * has ended, published or not; the same word then names the next run with a higher count.
 *
 * @param base what the build gives, or a random word
 * @param count which run under it, counted from 1
 */
public record RunKey(String base, int count) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public RunKey {
        if (base.isBlank() || count < 1) {
            throw new IllegalArgumentException("a run key is a word and a count from 1: " + base + ", " + count);
        }
    }

    /** One that nobody else has. */
    public static RunKey random() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return new RunKey(HexFormat.of().formatHex(bytes), 1);
    }

    /** The key of the next run under the same word. */
    public RunKey next() {
        return new RunKey(base, count + 1);
    }

    /** As people read it: {@code key}, then {@code key/2}. */
    @Override
    public String toString() {
        return count == 1 ? base : base + "/" + count;
    }
}
