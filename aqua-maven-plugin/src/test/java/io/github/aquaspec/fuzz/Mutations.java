package io.github.aquaspec.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs made of a corpus by a few edits each; the same ones for the same seed. */
final class Mutations {

    private static final int LONGEST = 1 << 14;
    private static final byte[] ODD = {0, 1, '\n', '\r', '"', ',', ' ', 0x7f, (byte) 0x80, (byte) 0xff};

    private final Corpus corpus;
    private final SplittableRandom random;

    Mutations(Corpus corpus, long seed) {
        this.corpus = corpus;
        this.random = new SplittableRandom(seed);
    }

    byte[] next() {
        byte[] input = any(corpus.seeds());
        do {
            input = edited(input);
        } while (random.nextInt(3) > 0);
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] edited(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(32, input.length - from) + 1);
        return switch (random.nextInt(10)) {
            case 0 -> changed(input, value -> value ^ 1 << random.nextInt(8));
            case 1 -> changed(input, value -> random.nextInt(256));
            case 2 -> changed(input, value -> ODD[random.nextInt(ODD.length)]);
            case 3 -> changed(input, value -> value + random.nextInt(-4, 5));
            case 4 -> replaced(input, from, from, any(corpus.tokens()));
            case 5 -> replaced(input, from, to, any(corpus.tokens()));
            case 6 -> replaced(input, from, to, new byte[0]);
            case 7 -> replaced(input, from, from, Arrays.copyOfRange(input, from, to));
            case 8 -> replaced(input, from, to, piece(any(corpus.seeds())));
            default ->
                random.nextBoolean()
                        ? Arrays.copyOf(input, from)
                        : replaced(input, input.length, input.length, any(corpus.seeds()));
        };
    }

    private interface Change {
        int of(int value);
    }

    private byte[] changed(byte[] input, Change change) {
        byte[] changed = input.clone();
        if (changed.length > 0) {
            int at = random.nextInt(changed.length);
            changed[at] = (byte) change.of(changed[at]);
        }
        return changed;
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        byte[] replaced = Arrays.copyOf(input, input.length - (to - from) + by.length);
        System.arraycopy(by, 0, replaced, from, by.length);
        System.arraycopy(input, to, replaced, from + by.length, input.length - to);
        return replaced;
    }

    private byte[] piece(byte[] seed) {
        int from = random.nextInt(seed.length + 1);
        return Arrays.copyOfRange(seed, from, from + random.nextInt(seed.length - from + 1));
    }

    private byte[] any(List<byte[]> list) {
        return list.get(random.nextInt(list.size()));
    }
}
