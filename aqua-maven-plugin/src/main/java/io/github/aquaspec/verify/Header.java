package io.github.aquaspec.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first record: its bytes without byte order mark and line end, and the names in it.
 *
 * <p>Not a record: an array would give it an equality that surprises.
 */
final class Header {

    /** Longest header read, in bytes. */
    static final int MAX_BYTES = 1 << 20;

    private final byte[] bytes;
    private final List<String> columns;

    private Header(byte[] bytes, List<String> columns) {
        this.bytes = bytes;
        this.columns = List.copyOf(columns);
    }

    /** Decodes a record that the machine found well quoted. */
    static Header of(byte[] bytes) throws CorruptFileException {
        List<String> columns = decode(bytes);
        if (columns.stream().allMatch(String::isBlank)) {
            throw new CorruptFileException(new Fault.NoHeader());
        }
        return new Header(bytes, columns);
    }

    List<String> columns() {
        return columns;
    }

    int length() {
        return bytes.length;
    }

    /** Whether the header goes on, from its byte {@code at}, with these bytes. */
    boolean continuesWith(int at, byte[] other, int from, int to) {
        int length = to - from;
        return at + length <= bytes.length && Arrays.equals(bytes, at, at + length, other, from, to);
    }

    boolean sameBytes(Header other) {
        return Arrays.equals(bytes, other.bytes);
    }

    void observe(List<Observation> observations) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        columns.forEach(name -> counts.merge(name, 1, Integer::sum));
        counts.forEach((name, count) -> {
            if (count > 1 || name.isEmpty()) {
                observations.add(new Observation.AmbiguousColumn(name, count));
            }
        });
    }

    private static List<String> decode(byte[] bytes) {
        List<String> cells = new ArrayList<>();
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        boolean started = false;
        boolean quoted = false;
        for (int i = 0; i < bytes.length; i++) {
            byte c = bytes[i];
            if (c == '"' && quoted && i + 1 < bytes.length && bytes[i + 1] == '"') {
                cell.write(c);
                i++;
            } else if (c == '"' && (quoted || !started)) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString(StandardCharsets.UTF_8));
                cell.reset();
                started = false;
                continue;
            } else {
                cell.write(c);
            }
            started = true;
        }
        cells.add(cell.toString(StandardCharsets.UTF_8));
        return cells;
    }
}
