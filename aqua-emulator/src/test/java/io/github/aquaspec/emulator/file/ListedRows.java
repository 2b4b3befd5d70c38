package io.github.aquaspec.emulator.file;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** Rows that a test has at hand. */
final class ListedRows implements RowSource {

    private final List<String> header;
    private final Iterator<List<Object>> rows;

    private ListedRows(List<String> header, Iterator<List<Object>> rows) {
        this.header = header;
        this.rows = rows;
    }

    static ListedRows of(List<String> header, Object[]... rows) {
        return new ListedRows(header, Arrays.stream(rows).map(Arrays::asList).iterator());
    }

    /** One column {@code N} with the numbers from 1. */
    static ListedRows numbers(long count) {
        return new ListedRows(
                List.of("N"),
                LongStream.rangeClosed(1, count)
                        .mapToObj(n -> List.<Object>of(n))
                        .iterator());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<Object> next() {
        return rows.hasNext() ? rows.next() : null;
    }
}
