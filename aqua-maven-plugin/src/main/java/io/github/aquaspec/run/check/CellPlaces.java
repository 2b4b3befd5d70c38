package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.verify.cell.FoundRecord;
import java.util.List;
import java.util.stream.Collectors;

/** How records are named, so that somebody finds them. */
final class CellPlaces {

    private CellPlaces() {}

    /** The first of some records, with their keys. */
    static String all(List<FoundRecord> records, QueryResult result) {
        return records.stream().map(record -> of(record, result)).collect(Collectors.joining(", "));
    }

    /** A record by its number, its place in the data file and, where it has one, its key. */
    static String of(FoundRecord record, QueryResult result) {
        String file = result.files().size() > 1
                ? " of " + result.files().get(record.file()).name()
                : "";
        String key = record.key().isEmpty() ? "" : ", Id " + record.key();
        return "record " + record.number() + file + " (byte " + record.offset() + key + ")";
    }
}
