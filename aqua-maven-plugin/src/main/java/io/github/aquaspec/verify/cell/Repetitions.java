package io.github.aquaspec.verify.cell;

import io.github.aquaspec.verify.cell.CellFinding.Repeat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Counts values that come again, and keeps those that do so first. */
final class Repetitions {

    private static final Comparator<FoundRecord> BY_PLACE =
            Comparator.comparingInt(FoundRecord::file).thenComparingLong(FoundRecord::number);

    private final List<Repeat> first = new ArrayList<>();
    private long count;

    /**
     * A value that stands in a record and in an earlier one.
     *
     * @param length of the value in bytes, or {@link Cell#HASHED}
     * @param table where the earlier one is noted, and at which place
     */
    void add(int length, byte[] value, int file, long number, long offset, KeyTable table, int place) {
        count++;
        if (first.size() == CellFinding.NAMED
                && !isBefore(file, number, first.get(CellFinding.NAMED - 1).later())) {
            return;
        }
        first.add(new Repeat(text(length, value), table.holder(place), new FoundRecord(file, number, offset, "")));
        first.sort(Comparator.comparing(Repeat::later, BY_PLACE));
        if (first.size() > CellFinding.NAMED) {
            first.remove(CellFinding.NAMED);
        }
    }

    long count() {
        return count;
    }

    /** The first of them, in the order of their records. */
    List<Repeat> first() {
        return first;
    }

    private static boolean isBefore(int file, long number, FoundRecord other) {
        return file < other.file() || (file == other.file() && number < other.number());
    }

    private static String text(int length, byte[] value) {
        return length == Cell.HASHED
                ? "a long text (SHA-256 " + HexFormat.of().formatHex(value) + ")"
                : new String(value, 0, length, StandardCharsets.UTF_8);
    }
}
