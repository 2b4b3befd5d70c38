package io.github.aquaspec.verify.cell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The cell that goes by: its bytes, without quotes around them. Of a long one the beginning is kept and the rest only
 * hashed, so a cell may be as long as it likes. What it says holds until the next cell.
 */
final class Cell {

    /** The longest key, in bytes: keys of Zuora's have 32. */
    static final int LONGEST_KEY = 32;

    /** The length that stands for the SHA-256 of a value that is longer than a key. */
    static final int HASHED = LONGEST_KEY + 1;

    private static final int KEPT = 1 << 12;

    private final byte[] bytes = new byte[KEPT];
    private int kept;
    /** Over the whole cell, once it is longer than what is kept. */
    private MessageDigest whole;

    void clear() {
        kept = 0;
        whole = null;
    }

    void add(byte[] from, int at, int to) {
        int room = Math.min(to - at, KEPT - kept);
        if (room < to - at && whole == null) {
            whole = sha256();
            whole.update(bytes, 0, kept);
        }
        if (whole != null) {
            whole.update(from, at, to - at);
        }
        System.arraycopy(from, at, bytes, kept, room);
        kept += room;
    }

    /** Whether it holds just these bytes. */
    boolean holds(byte[] value) {
        return whole == null && Arrays.equals(bytes, 0, kept, value, 0, value.length);
    }

    /** The text of it, of a long one the beginning. */
    String text() {
        return new String(bytes, 0, kept, StandardCharsets.UTF_8);
    }

    /**
     * Writes what tells this cell from any of another value: its bytes, or their SHA-256 where there are many.
     *
     * @param into with room for {@link #LONGEST_KEY}
     * @return how many bytes that are, or {@link #HASHED}
     */
    int key(byte[] into) {
        if (kept <= LONGEST_KEY) {
            System.arraycopy(bytes, 0, into, 0, kept);
            return kept;
        }
        MessageDigest digest = whole;
        if (digest == null) {
            digest = sha256();
            digest.update(bytes, 0, kept);
        }
        System.arraycopy(digest.digest(), 0, into, 0, LONGEST_KEY);
        return HASHED;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
