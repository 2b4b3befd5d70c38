package io.github.aquaspec.verify;

/**
 * What a result file comes wrapped in: the job's {@code format} (Zuora documentation, Post query), and OpenPGP where the
 * job asks for encrypted files.
 */
public enum Container {
    /** Nothing: the CSV itself, which carries no checksum. */
    CSV("CSV", Shape.TEXT, ""),
    /** RFC 1952, one member or several. */
    GZIP("gzip", Shape.GZIP, "\u001f\u008b"),
    /** A ZIP archive with exactly one entry, whatever its name. */
    ZIP("zip", Shape.ZIP, "PK\u0003\u0004"),
    /** One encrypted OpenPGP message, binary or armoured. */
    OPENPGP("OpenPGP", Shape.OPENPGP, "");

    private final String word;
    private final Shape shape;
    private final String magic;

    Container(String word, Shape shape, String magic) {
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
        if (body.length >= magic.length()) {
            return false;
        }
        for (int i = 0; i < body.length; i++) {
            if ((body[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
