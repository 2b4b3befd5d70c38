package io.github.aquaspec.verify.cell;

import io.github.aquaspec.verify.cell.CellFinding.Repeat;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Finds the values of a column that stand in more than one record. Null is no value. */
final class Unique implements CellWatch, Closeable {

    private static final Comparator<Repeat> BY_PLACE = Comparator.comparing(
            Repeat::later, Comparator.comparingInt(FoundRecord::file).thenComparingLong(FoundRecord::number));

    private final String column;
    private final byte[] nothing;
    private final KeyStore values;

    /**
     * A watch.
     *
     * @param nothing what stands for null
     */
    Unique(String column, byte[] nothing, Spill spill) {
        this.column = column;
        this.nothing = nothing;
        this.values = new KeyStore(spill);
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public void cell(Cell cell, long number, long offset) throws IOException {
        if (!cell.holds(nothing)) {
            values.add(cell, number, offset);
        }
    }

    @Override
    public void close() throws IOException {
        values.close();
    }

    /** What is repeated in the files of one query, within one of them or across. */
    static CellFinding.Repeated finding(List<Unique> files) throws IOException {
        long count = 0;
        List<Repeat> first = new ArrayList<>();
        for (int part = 0; part < KeyStore.PARTS; part++) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int[] starts = new int[files.size()];
            for (int file = 0; file < starts.length; file++) {
                starts[file] = all.size();
                all.write(files.get(file).values.part(part));
            }
            count += repeats(all.toByteArray(), starts, first);
            first.sort(BY_PLACE);
            first.subList(Math.min(first.size(), CellFinding.NAMED), first.size())
                    .clear();
        }
        return new CellFinding.Repeated(files.get(0).column, count, first);
    }

    private static long repeats(byte[] entries, int[] starts, List<Repeat> first) {
        KeyTable seen = new KeyTable(entries);
        long count = 0;
        for (int entry = 0, named = 0; entry < entries.length; ) {
            int earlier = seen.first(entry);
            if (earlier != entry) {
                count++;
                if (named++ < CellFinding.NAMED) {
                    first.add(new Repeat(
                            value(entries, entry), holder(entries, earlier, starts), holder(entries, entry, starts)));
                }
            }
            entry += 1 + KeyTable.length(entries, entry) + 2 * Long.BYTES;
        }
        return count;
    }

    private static String value(byte[] entries, int entry) {
        int length = KeyTable.length(entries, entry);
        return entries[entry] == Cell.HASHED
                ? "a long text (SHA-256 " + HexFormat.of().formatHex(entries, entry + 1, entry + 1 + length) + ")"
                : new String(entries, entry + 1, length, StandardCharsets.UTF_8);
    }

    private static FoundRecord holder(byte[] entries, int entry, int[] starts) {
        int file = starts.length - 1;
        while (starts[file] > entry) {
            file--;
        }
        ByteBuffer record = ByteBuffer.wrap(entries, entry + 1 + KeyTable.length(entries, entry), 2 * Long.BYTES);
        return new FoundRecord(file, record.getLong(), record.getLong(), "");
    }
}
