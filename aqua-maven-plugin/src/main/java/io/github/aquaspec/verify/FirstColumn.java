package io.github.aquaspec.verify;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which values the first column holds, each with its number of records, in a file where they are few: flags. Memory is
 * bounded; a long cell is known by its beginning, and of many different cells all but the first are counted together.
 *
 * @param records how often each value occurs
 * @param others records whose value is none of these, because there were too many different ones
 */
public record FirstColumn(Map<String, Long> records, long others) {

    public FirstColumn {
        records = Map.copyOf(records);
    }

    /** How many records hold a value. */
    public long of(String value) {
        return records.getOrDefault(value, 0L);
    }

    /** The values in the order of their letters, without those that were too many. */
    public Set<String> values() {
        return new TreeMap<>(records).keySet();
    }

    /** This column and another below it. */
    public FirstColumn and(FirstColumn other) {
        Map<String, Long> all = new TreeMap<>(records);
        other.records().forEach((value, count) -> all.merge(value, count, Long::sum));
        return new FirstColumn(all, others + other.others());
    }

    /** Reads the column out of a CSV that goes by. */
    static final class Reader {

        private static final int LONGEST = 64;
        private static final int MOST = 16;
        private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

        private final Map<String, Long> records = new TreeMap<>();
        private final byte[] cell = new byte[LONGEST];
        private int length;
        private long others;
        private boolean header = true;
        private boolean inFirst = true;
        private boolean quoted;
        /** Whether a quote has just ended the cell, or is the first of two that stand for one. */
        private boolean closed;

        private boolean atStart = true;
        private boolean began;
        private int markBytes;

        /** Takes the next bytes of the CSV. */
        void accept(byte[] bytes, int from, int to) {
            for (int at = from; at < to; at++) {
                step(bytes[at]);
            }
        }

        /** What was seen, a last record without newline included. */
        FirstColumn finish() {
            if (began) {
                endRecord();
            }
            return new FirstColumn(records, others);
        }

        private void step(byte value) {
            if (header && !began && markBytes < BYTE_ORDER_MARK.length && value == BYTE_ORDER_MARK[markBytes]) {
                markBytes++;
                atStart = markBytes == BYTE_ORDER_MARK.length;
                return;
            }
            began = true;
            if (value == '"' && (quoted || closed || atStart)) {
                quote();
                return;
            }
            closed = false;
            atStart = false;
            if (value == '\n' && !quoted) {
                endRecord();
            } else if (value == ',' && !quoted) {
                inFirst = false;
                atStart = true;
            } else if (value != '\r' || quoted) {
                keep(value);
            }
        }

        private void quote() {
            if (closed) {
                keep((byte) '"');
            }
            closed = quoted;
            quoted = !quoted;
            atStart = false;
        }

        private void keep(byte value) {
            if (inFirst && length < LONGEST) {
                cell[length++] = value;
            }
        }

        private void endRecord() {
            if (!header) {
                String value = new String(cell, 0, length, StandardCharsets.UTF_8);
                if (records.containsKey(value) || records.size() < MOST) {
                    records.merge(value, 1L, Long::sum);
                } else {
                    others++;
                }
            }
            header = false;
            inFirst = true;
            atStart = true;
            closed = false;
            length = 0;
            began = false;
        }
    }
}
