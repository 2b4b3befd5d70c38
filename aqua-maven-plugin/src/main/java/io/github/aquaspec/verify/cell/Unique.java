package io.github.aquaspec.verify.cell;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Finds the values of a column that stand in more than one record. Null is no value. */
final class Unique implements CellWatch, Closeable {

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

    /** Gives the memory back until it is asked what it found. */
    void release() throws IOException {
        values.release();
    }

    @Override
    public void close() throws IOException {
        values.close();
    }

    /** What is repeated in the files of one query, within one of them or across. */
    static CellFinding.Repeated finding(List<Unique> files) throws IOException {
        Repetitions found = new Repetitions();
        for (int part = 0; part < KeyStore.PARTS; part++) {
            KeyTable seen = new KeyTable();
            for (int i = 0; i < files.size(); i++) {
                int file = i;
                files.get(file).values.each(part, (length, value, number, offset) -> {
                    int first = seen.put(length, value, file, number, offset);
                    if (first != KeyTable.NONE) {
                        found.add(length, value, file, number, offset, seen, first);
                    }
                });
            }
        }
        return new CellFinding.Repeated(files.get(0).column, found.count(), found.first());
    }
}
