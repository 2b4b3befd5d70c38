package io.github.aquaspec.verify.cell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the values of the first column. */
final class FirstCells implements CellWatch {

    private static final int LONGEST = 64;
    private static final int MOST = 16;

    private final Map<String, Long> records = new TreeMap<>();
    private long others;

    @Override
    public String column() {
        return "the first column";
    }

    @Override
    public int in(List<String> header) {
        return 0;
    }

    @Override
    public void cell(Cell cell, long number, long offset) {
        String text = cell.text();
        String value = text.substring(0, Math.min(text.length(), LONGEST));
        if (records.containsKey(value) || records.size() < MOST) {
            records.merge(value, 1L, Long::sum);
        } else {
            others++;
        }
    }

    FirstColumn counted() {
        return new FirstColumn(records, others);
    }
}
