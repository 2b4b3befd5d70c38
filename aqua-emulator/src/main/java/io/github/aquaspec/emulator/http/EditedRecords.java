package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.scenario.FileEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Copies a CSV file and changes records on the way. One record is held at a time. */
final class EditedRecords {

    private static final byte[] NUL = {0};
    private static final byte[] NO_UTF8 = {(byte) 0xC3, (byte) 0x28};
    private static final byte[] NONE = {};

    /** Cells as they stand, quotes included, and what ends the line. */
    private record Line(List<byte[]> cells, byte[] end) {}

    private final FileEdit edit;
    private final long target;

    EditedRecords(FileEdit edit, long target) {
        this.edit = edit;
        this.target = target;
    }

    void copy(InputStream in, OutputStream out) throws IOException {
        byte[] end = NONE;
        long number = 0;
        for (Line line = next(in); line != null; line = next(in)) {
            for (List<byte[]> cells : edited(line.cells(), number)) {
                out.write(end);
                write(cells, out);
                end = line.end();
            }
            number++;
        }
        if (edit != FileEdit.NO_FINAL_NEWLINE) {
            out.write(end);
        }
    }

    private List<List<byte[]>> edited(List<byte[]> cells, long number) {
        if (edit == FileEdit.REVERSE_COLUMNS) {
            Collections.reverse(cells);
        } else if (edit == FileEdit.RENAME_COLUMN && number == 0) {
            inFirst(cells, new byte[] {'X'});
        }
        return number == target ? editedTarget(cells) : List.of(cells);
    }

    private List<List<byte[]>> editedTarget(List<byte[]> cells) {
        switch (edit) {
            case NUL_BYTE -> inFirst(cells, NUL);
            case INVALID_UTF8 -> inFirst(cells, NO_UTF8);
            case EXTRA_CELL -> cells.add(new byte[] {'x'});
            case MISSING_CELL -> cells.remove(cells.size() - 1);
            case OPEN_QUOTE -> cells.set(0, joined(new byte[] {'"'}, cells.get(0)));
            case DROP_RECORD -> {
                return List.of();
            }
            case REPEAT_RECORD -> {
                return List.of(cells, cells);
            }
            case REVERSE_COLUMNS, RENAME_COLUMN, NO_FINAL_NEWLINE -> {
                // Done to the file, not to one record.
            }
        }
        return List.of(cells);
    }

    /** Puts bytes at the end of the first cell, within its quotes where it has some. */
    private static void inFirst(List<byte[]> cells, byte[] more) {
        byte[] cell = cells.get(0);
        boolean quoted = cell.length > 1 && cell[cell.length - 1] == '"';
        byte[] before = quoted ? Arrays.copyOf(cell, cell.length - 1) : cell;
        cells.set(0, joined(joined(before, more), quoted ? new byte[] {'"'} : NONE));
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static void write(List<byte[]> cells, OutputStream out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cells.get(i));
        }
    }

    private static Line next(InputStream in) throws IOException {
        List<byte[]> cells = new ArrayList<>();
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        boolean quoted = false;
        boolean any = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            any = true;
            if (b == '"') {
                quoted = !quoted;
            }
            if (b == ',' && !quoted) {
                cells.add(cell.toByteArray());
                cell.reset();
            } else if (b == '\n' && !quoted) {
                return ended(cells, cell.toByteArray());
            } else {
                cell.write(b);
            }
        }
        cells.add(cell.toByteArray());
        return any ? new Line(cells, NONE) : null;
    }

    private static Line ended(List<byte[]> cells, byte[] last) {
        boolean carriage = last.length > 0 && last[last.length - 1] == '\r';
        cells.add(carriage ? Arrays.copyOf(last, last.length - 1) : last);
        return new Line(cells, carriage ? new byte[] {'\r', '\n'} : new byte[] {'\n'});
    }
}
