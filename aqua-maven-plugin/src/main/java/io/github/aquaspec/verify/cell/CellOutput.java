package io.github.aquaspec.verify.cell;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Passes a CSV (RFC 4180) on and shows its cells to those who watch. What is no sound CSV is refused elsewhere. */
final class CellOutput extends FilterOutputStream {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] RETURN = {'\r'};
    private static final byte[] QUOTE = {'"'};

    private enum State {
        START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        CARRIAGE_RETURN
    }

    private final List<CellWatch> watches;
    private final List<String> header = new ArrayList<>();
    private final Cell cell = new Cell();
    private final Cell key = new Cell();

    /** Who watches which column; empty until the header has ended. */
    private List<List<CellWatch>> byColumn = List.of();

    private int keyColumn = -1;
    private State state = State.START;
    private int column;
    private long record;
    private long recordOffset;
    private long offset;

    /** Passes bytes on to {@code out}; closing this closes it. */
    CellOutput(OutputStream out, List<? extends CellWatch> watches) {
        super(out);
        this.watches = List.copyOf(watches);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        int to = from + length;
        int at = from;
        while (at < to) {
            int next = step(bytes, at, to);
            offset += next - at;
            at = next;
        }
    }

    /** The CSV has ended: takes in a last record without newline. */
    void finish() throws IOException {
        if (offset > recordOffset) {
            endCell();
            endRecord();
        }
    }

    /** The header, decoded; complete once the first record has begun. */
    List<String> header() {
        return List.copyOf(header);
    }

    /** Takes at least one byte, or changes the state; returns the place behind what it took. */
    private int step(byte[] bytes, int at, int to) throws IOException {
        byte value = bytes[at];
        switch (state) {
            case START -> {
                if (offset < BYTE_ORDER_MARK.length && value == BYTE_ORDER_MARK[(int) offset]) {
                    return at + 1;
                }
                state = value == '"' ? State.QUOTED : State.PLAIN;
                return value == '"' ? at + 1 : at;
            }
            case PLAIN -> {
                return plain(bytes, at, to);
            }
            case QUOTED -> {
                int end = at;
                while (end < to && bytes[end] != '"') {
                    end++;
                }
                keep(bytes, at, end);
                state = end < to ? State.QUOTE_IN_QUOTED : state;
                return Math.min(end + 1, to);
            }
            case QUOTE_IN_QUOTED -> {
                if (value == '"') {
                    keep(QUOTE, 0, 1);
                    state = State.QUOTED;
                    return at + 1;
                }
                state = State.PLAIN;
                return at;
            }
            case CARRIAGE_RETURN -> {
                if (value != '\n') {
                    keep(RETURN, 0, 1);
                }
                state = State.PLAIN;
                return at;
            }
        }
        throw new IllegalStateException(state.name());
    }

    private int plain(byte[] bytes, int at, int to) throws IOException {
        int end = at;
        while (end < to && bytes[end] != ',' && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        keep(bytes, at, end);
        if (end == to) {
            return to;
        }
        if (bytes[end] == '\r') {
            state = State.CARRIAGE_RETURN;
            return end + 1;
        }
        endCell();
        if (bytes[end] == '\n') {
            offset += end + 1 - at;
            endRecord();
            offset -= end + 1 - at;
        }
        return end + 1;
    }

    private void keep(byte[] bytes, int from, int to) {
        if (from == to) {
            return;
        }
        if (record == 0 || isWatched()) {
            cell.add(bytes, from, to);
        }
        if (record > 0 && column == keyColumn) {
            key.add(bytes, from, to);
        }
    }

    private boolean isWatched() {
        return column < byColumn.size() && !byColumn.get(column).isEmpty();
    }

    private void endCell() throws IOException {
        if (record == 0) {
            header.add(cell.text());
        } else if (isWatched()) {
            for (CellWatch watch : byColumn.get(column)) {
                watch.cell(cell, record, recordOffset);
            }
        }
        cell.clear();
        column++;
        state = State.START;
    }

    private void endRecord() {
        if (record == 0) {
            assign();
        } else {
            for (CellWatch watch : watches) {
                watch.endRecord(record, recordOffset, key);
            }
        }
        key.clear();
        record++;
        recordOffset = offset;
        column = 0;
    }

    private void assign() {
        byColumn =
                header.stream().<List<CellWatch>>map(name -> new ArrayList<>()).toList();
        for (CellWatch watch : watches) {
            int index = watch.in(header);
            if (index >= 0) {
                byColumn.get(index).add(watch);
            }
        }
        keyColumn = header.stream()
                .filter(name -> name.equals("Id") || name.endsWith(".Id") || name.endsWith(": ID"))
                .findFirst()
                .map(header::indexOf)
                .orElse(-1);
    }
}
