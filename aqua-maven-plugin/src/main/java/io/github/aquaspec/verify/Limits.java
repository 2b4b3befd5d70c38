package io.github.aquaspec.verify;

/**
 * How much a served body may grow. Measured while it streams, so that a bomb is dropped as soon as it shows.
 *
 * @param maxBytes most bytes of one served file, and of the CSV in it
 * @param maxRatio most bytes of CSV per compressed byte. DEFLATE reaches about 1032:1; CSV with ids stays near 3:1,
 *     but a file of one constant column can pass 200:1
 * @param ratioAfter bytes of CSV after which the ratio counts: small files of equal rows compress beyond any ratio
 */
public record Limits(long maxBytes, int maxRatio, long ratioAfter) {

    /**
     * 64 GiB, and 200:1 after the first 256 MiB: a column of one constant compresses as well as a bomb does. Zuora serves
     * no file over 2,047 MB (Zuora documentation, Get a file).
     */
    public static final Limits DEFAULT = new Limits(64L << 30, 200, 256L << 20);

    /** For files of our own disk: what we compressed ourselves may be of one constant throughout. */
    public static final Limits STORED = new Limits(DEFAULT.maxBytes(), 1100, DEFAULT.ratioAfter());

    public Limits {
        if (maxBytes < 1 || maxRatio < 1 || ratioAfter < 0) {
            throw new IllegalArgumentException(
                    "limits are positive: " + maxBytes + ", " + maxRatio + ", " + ratioAfter);
        }
    }

    /** These limits with another maximum of bytes. */
    public Limits withMaxBytes(long bytes) {
        return new Limits(bytes, maxRatio, ratioAfter);
    }

    void check(long contentBytes, long compressedBytes) throws CorruptFileException {
        if (contentBytes > maxBytes) {
            throw new CorruptFileException(new Fault.TooLarge(maxBytes));
        }
        if (contentBytes > ratioAfter && contentBytes / maxRatio > compressedBytes) {
            throw new CorruptFileException(new Fault.RatioTooHigh(maxRatio, compressedBytes, contentBytes));
        }
    }
}
