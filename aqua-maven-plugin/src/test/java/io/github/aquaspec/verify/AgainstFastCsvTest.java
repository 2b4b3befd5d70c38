package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.aquaspec.verify.cell.ReadCells;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Our count, header and cells against those of a reader that others wrote. They part in one point: where a
 * carriage return stands alone, that reader ends a record, and we take it for text and say so.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class AgainstFastCsvTest {

    private static final int TEXTS = Boolean.getBoolean("aqua.proof") ? 2_000_000 : 10_000;

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "1.10",
            "é€𝄞",
            ",",
            ",",
            ",",
            "\"",
            "\"\"",
            "\"x,y\"",
            "\"two\nlines\"",
            "\"cr\r\nlf\"",
            "\"\r\"",
            "\n",
            "\n",
            "\r\n",
            "\r\n",
            "\r",
            " ",
            "\u0000",
            "Id,Note\n",
            "1,2\n",
            "\"1\",\"2\"\r\n",
            "\uFEFF");

    private final CsvReader.CsvReaderBuilder fastCsv = CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    @Test
    void countsTheSameRecords_ofTheSameCells() {
        SplittableRandom random = new SplittableRandom(20261126);
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = new String(text(random).getBytes(UTF_8), UTF_8); // a cut may leave half a character
            seen.merge(compare(text, 1 + random.nextInt(17)), 1, Integer::sum);
        }
        assertThat(seen.getOrDefault("taken by both", 0)).isGreaterThan(TEXTS / 10);
        assertThat(seen.getOrDefault("refused by both", 0)).isGreaterThan(TEXTS / 10);
        System.out.printf("CSV against FastCSV: %,d texts, %s%n", TEXTS, seen);
    }

    /** A table with some of its cells, or any text. */
    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        if (random.nextInt(4) == 0) {
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            return text.toString();
        }
        int width = 1 + random.nextInt(3);
        for (int record = random.nextInt(6); record >= 0; record--) {
            for (int cell = 1; cell <= width; cell++) {
                text.append(cell(random)).append(cell < width ? "," : "");
            }
            text.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        return random.nextInt(4) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text.toString();
    }

    private static String cell(SplittableRandom random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            cell.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        String value = cell.toString();
        boolean quote = value.matches("(?s).*[\",\r\n].*") || random.nextInt(8) == 0;
        return quote ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private String compare(String text, int chunk) {
        Optional<List<CsvRecord>> theirs = theirs(text);
        byte[] bytes = text.getBytes(UTF_8);
        CsvMachine machine = new CsvMachine();
        try {
            for (int at = 0; at < bytes.length; at += chunk) {
                machine.accept(bytes, at, Math.min(bytes.length, at + chunk));
            }
            machine.finish();
        } catch (CorruptFileException e) {
            return refused(e.fault(), text, theirs);
        }
        if (machine.observations().stream().anyMatch(Observation.LoneCarriageReturns.class::isInstance)) {
            return "with a lone carriage return";
        }
        assertThat(theirs).as(text).isPresent();
        List<List<String>> records =
                theirs.get().stream().map(CsvRecord::getFields).toList();
        assertThat(machine.records()).as(text).isEqualTo(records.size() - 1);
        assertThat(machine.header().orElseThrow().columns()).as(text).isEqualTo(records.get(0));
        assertThat(records)
                .as(text)
                .allMatch(cells -> cells.size() == records.get(0).size());
        assertThat(ReadCells.of(bytes, records.get(0).size(), chunk))
                .as(text)
                .isEqualTo(records.subList(1, records.size()));
        return "taken by both";
    }

    /** Where they read, and we find a fault, theirs shows it at the record that ours names. */
    private static String refused(Fault fault, String text, Optional<List<CsvRecord>> theirs) {
        if (text.replace("\r\n", "").contains("\r")) {
            return "with a lone carriage return";
        }
        if (theirs.isEmpty()) {
            return "refused by both";
        }
        if (fault instanceof Fault.WidthDiffers width) {
            assertThat(theirs.get().get(record(width.where())).getFieldCount())
                    .as(text)
                    .isEqualTo((int) width.found());
        } else if (fault instanceof Fault.BlankLine blank) {
            assertThat(theirs.get().get(record(blank.where())).getFields())
                    .as(text)
                    .containsExactly("");
        } else if (fault instanceof Fault.HeaderRepeated repeated) {
            assertThat(theirs.get().get(record(repeated.where())).getFields())
                    .as(text)
                    .isEqualTo(theirs.get().get(0).getFields());
        } else if (fault instanceof Fault.NoHeader) {
            assertThat(theirs.get().stream().limit(1).flatMap(record -> record.getFields().stream()))
                    .as(text)
                    .allMatch(String::isBlank);
        } else {
            assertThat(fault).as(text).isEqualTo(new Fault.Empty());
            assertThat(theirs.get()).as(text).isEmpty();
        }
        return "read by theirs, and shown to be at fault";
    }

    private static int record(Place where) {
        return (int) where.record();
    }

    private Optional<List<CsvRecord>> theirs(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = fastCsv.ofCsvRecord(unmarked)) {
            return Optional.of(reader.stream().toList());
        } catch (CsvParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
