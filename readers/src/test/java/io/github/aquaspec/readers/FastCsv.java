package io.github.aquaspec.readers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;

/** FastCSV, which keeps to RFC 4180. */
final class FastCsv implements Reader {

    @Override
    public String name() {
        return "FastCSV";
    }

    @Override
    public Found read(Snapshot.Table table) throws IOException {
        try (InputStream file = Files.newInputStream(table.file());
                InputStream plain = table.isCompressed() ? new GZIPInputStream(file) : file;
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .skipEmptyLines(false)
                        .ofCsvRecord(new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)))) {
            Iterator<CsvRecord> rows = records.iterator();
            Found.Looking looking = table.looking(rows.next().getFields());
            rows.forEachRemaining(row -> looking.record(row.getFields()));
            return looking.found();
        }
    }
}
