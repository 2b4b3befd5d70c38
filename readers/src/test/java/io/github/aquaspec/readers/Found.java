package io.github.aquaspec.readers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a reader found in a table, small enough to be compared and shown.
 *
 * @param columns as the reader names them
 * @param records how many
 * @param digest over all cells in order
 * @param unordered over all records, whichever comes first
 */
record Found(List<String> columns, long records, String digest, long unordered) {

    Found {
        columns = List.copyOf(columns);
    }

    /** Starts to look at a table in which this text stands for null; a reader may also say null itself. */
    static Looking at(List<String> columns, String nullText) {
        return new Looking(columns, nullText);
    }

    /** Takes one record after the other. */
    static final class Looking {

        private final List<String> columns;
        private final String nullText;
        private final MessageDigest all = sha256();
        private long records;
        private long unordered;

        private Looking(List<String> columns, String nullText) {
            this.columns = columns;
            this.nullText = nullText;
        }

        void record(List<String> cells) {
            MessageDigest one = sha256();
            for (String cell : cells) {
                byte[] text = cell == null || cell.equals(nullText) ? null : cell.getBytes(StandardCharsets.UTF_8);
                // the length first, so that no two records look alike
                one.update(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(text == null ? -1 : text.length)
                        .flip());
                one.update(text == null ? new byte[0] : text);
            }
            byte[] digest = one.digest();
            all.update(digest);
            unordered += ByteBuffer.wrap(digest).getLong();
            records++;
        }

        Found found() {
            return new Found(columns, records, HexFormat.of().formatHex(all.digest()), unordered);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
