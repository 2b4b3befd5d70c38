package io.github.aquaspec.verify.cell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All cells behind the header, as those who watch see them. */
public final class ReadCells {

    private ReadCells() {}

    /** The records of a CSV that comes in chunks of some size. */
    public static List<List<String>> of(byte[] csv, int width, int chunk) {
        List<List<String>> records = new ArrayList<>();
        List<Watch> watches = IntStream.range(0, width)
                .mapToObj(column -> new Watch(column, records))
                .toList();
        try (CellOutput output = new CellOutput(OutputStream.nullOutputStream(), watches)) {
            for (int at = 0; at < csv.length; at += chunk) {
                output.write(csv, at, Math.min(chunk, csv.length - at));
            }
            output.finish();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return records;
    }

    private record Watch(int index, List<List<String>> records) implements CellWatch {

        @Override
        public String column() {
            return "column " + index;
        }

        @Override
        public int in(List<String> header) {
            return index;
        }

        @Override
        public void cell(Cell cell, long number, long offset) {
            if (records.size() < number) {
                records.add(new ArrayList<>());
            }
            records.get(records.size() - 1).add(cell.text());
        }
    }
}
