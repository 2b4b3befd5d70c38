package io.github.aquaspec.verify;

/** What a result file comes wrapped in: the job's {@code format} (Zuora documentation, Post query). */
public enum Container {
    /** Nothing: the CSV itself, which carries no checksum. */
    CSV("CSV", Shape.TEXT),
    /** RFC 1952, one member or several. */
    GZIP("gzip", Shape.GZIP, 0x1f, 0x8b),
    /** A ZIP archive with exactly one entry, whatever its name. */
    ZIP("zip", Shape.ZIP, 'P', 'K', 3, 4);

    private final String word;
    private final Shape shape;
    private final int[] magic;

    Container(String word, Shape shape, int... magic) {
        this.word = word;
        this.shape = shape;
        this.magic = magic;
    }

    /** The word for a sentence. */
    public String word() {
        return word;
    }

    Shape shape() {
        return shape;
    }

    /** Whether a whole body is nothing but the beginning of this container's first bytes. */
    boolean cutInMagic(byte[] body) {
        if (body.length >= magic.length) {
            return false;
        }
        for (int i = 0; i < body.length; i++) {
            if ((body[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
