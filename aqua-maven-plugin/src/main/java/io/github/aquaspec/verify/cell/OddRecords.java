package io.github.aquaspec.verify.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Counts the records whose cell in a column is odd, and names the first. */
final class OddRecords implements CellWatch {

    private final String column;
    private final Predicate<Cell> odd;
    private final List<FoundRecord> first = new ArrayList<>();
    private long count;
    private boolean open;

    OddRecords(String column, Predicate<Cell> odd) {
        this.column = column;
        this.odd = odd;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public void cell(Cell cell, long number, long offset) {
        open = odd.test(cell);
    }

    @Override
    public void endRecord(long number, long offset, Cell key) {
        if (open && count++ < CellFinding.NAMED) {
            first.add(new FoundRecord(0, number, offset, key.text()));
        }
    }

    /** How many, over the files of one query. */
    static long count(List<OddRecords> files) {
        return files.stream().mapToLong(file -> file.count).sum();
    }

    /** The first of them, at most {@link CellFinding#NAMED}. */
    static List<FoundRecord> first(List<OddRecords> files) {
        List<FoundRecord> named = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            int place = file;
            files.get(file).first.forEach(record -> named.add(record.in(place)));
        }
        return named.subList(0, Math.min(named.size(), CellFinding.NAMED));
    }
}
