package io.github.aquaspec.verify;

/** What a body looks like from its first bytes. */
public enum Shape {
    /** HTML or XML: a login page, a gateway's error page, a SOAP fault. */
    MARKUP("HTML or XML"),
    /** A JSON object or list: most often an error envelope sent with status 200. */
    JSON("JSON"),
    /** A gzip member. */
    GZIP("gzip"),
    /** A ZIP archive. */
    ZIP("zip"),
    /** An OpenPGP message, binary or armoured. */
    OPENPGP("an OpenPGP message"),
    /** Text that begins with a byte order mark of UTF-16, of either order. */
    UTF_16("text in UTF-16"),
    /** Anything else: taken for text. */
    TEXT("plain text");

    private static final String ARMOUR = "-----BEGIN PGP";
    private static final String JSON_LIST_MEMBERS = "{[\"]";

    private final String word;

    Shape(String word) {
        this.word = word;
    }

    /** The words for a sentence. */
    public String word() {
        return word;
    }

    /** The shape of a body that begins with these bytes; a few hundred are plenty. */
    static Shape of(byte[] start) {
        if (begins(start, 0, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (begins(start, 0, 'P', 'K', 3, 4) || begins(start, 0, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (begins(start, 0, 0xff, 0xfe) || begins(start, 0, 0xfe, 0xff)) {
            return UTF_16;
        }
        int first = firstSign(start, begins(start, 0, 0xef, 0xbb, 0xbf) ? 3 : 0);
        if (first == start.length) {
            return TEXT;
        }
        return switch (start[first]) {
            case '<' -> MARKUP;
            case '{' -> JSON;
            case '[' -> listOfJson(start, first) ? JSON : TEXT;
            case '-' -> begins(start, first, ARMOUR.chars().toArray()) ? OPENPGP : TEXT;
            default -> beginsPacket(start[0]) ? OPENPGP : TEXT;
        };
    }

    /**
     * The shape of a body that should be encrypted, or lie round such a one: any first byte with bit 7 set begins an
     * OpenPGP packet then, unless it begins a byte order mark.
     */
    static Shape ofEncrypted(byte[] start) {
        Shape shape = of(start);
        boolean packet = start.length > 0 && start[0] < 0 && !begins(start, 0, 0xef, 0xbb, 0xbf);
        return shape == TEXT && packet ? OPENPGP : shape;
    }

    /** A column may be named {@code [Total]}; a JSON list goes on with a value. */
    private static boolean listOfJson(byte[] start, int bracket) {
        int next = firstSign(start, bracket + 1);
        return next < start.length && JSON_LIST_MEMBERS.indexOf(start[next]) >= 0;
    }

    /** OpenPGP's packet tags have bit 7 set; up to 0xC1 no UTF-8 text can begin with such a byte. */
    private static boolean beginsPacket(byte first) {
        int tag = first & 0xff;
        return tag >= 0x80 && tag <= 0xc1;
    }

    private static int firstSign(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static boolean begins(byte[] bytes, int from, int... with) {
        if (bytes.length < from + with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[from + i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
