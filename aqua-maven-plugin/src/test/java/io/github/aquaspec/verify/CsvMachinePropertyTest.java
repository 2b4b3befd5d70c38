package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsvMachinePropertyTest {

    /** A table as a writer has it: cells, and how each line and cell is to be written. */
    record Table(List<List<String>> rows, boolean crlf, boolean quoteAll, boolean lastNewline) {

        byte[] csv() {
            String end = crlf ? "\r\n" : "\n";
            String text = rows.stream()
                    .map(row -> row.stream().map(this::cell).collect(Collectors.joining(",")))
                    .collect(Collectors.joining(end));
            // A last blank line is a record only when something ends it.
            boolean blankLast = rows.get(rows.size() - 1).equals(List.of(""));
            return (text + (lastNewline || (blankLast && !quoteAll) ? end : "")).getBytes(UTF_8);
        }

        private String cell(String value) {
            boolean quote = quoteAll || value.matches("(?s).*[\",\r\n].*");
            return quote ? '"' + value.replace("\"", "\"\"") + '"' : value;
        }
    }

    @Property(tries = 300, seed = "20261123")
    void countsWhatWasWritten_andHandsOnEveryByte_inChunksOfAnySize(
            @ForAll("tables") Table table, @ForAll @IntRange(min = 1, max = 17) int chunk) throws Exception {
        byte[] csv = table.csv();
        CsvMachine machine = run(csv, chunk);
        assertThat(machine.records()).isEqualTo(table.rows().size() - 1);
        assertThat(machine.offset()).isEqualTo(csv.length);
        assertThat(machine.header())
                .get()
                .extracting(Header::columns)
                .isEqualTo(table.rows().get(0));
    }

    @Property(tries = 3000, seed = "20261123")
    void agreesWithTheReference_onAnyText(
            @ForAll("hostileTexts") String text, @ForAll @IntRange(min = 1, max = 17) int chunk) {
        Optional<List<List<String>>> expected = ReferenceCsv.read(text);
        try {
            CsvMachine machine = run(text.getBytes(UTF_8), chunk);
            assertThat(expected).as("the machine takes it").isPresent();
            assertThat(machine.records()).isEqualTo(expected.get().size() - 1);
            assertThat(machine.header())
                    .get()
                    .extracting(Header::columns)
                    .isEqualTo(expected.get().get(0));
        } catch (CorruptFileException e) {
            boolean repeated = e.fault() instanceof Fault.HeaderRepeated
                    && expected.isPresent()
                    && expected.get().indexOf(expected.get().get(0))
                            != expected.get().lastIndexOf(expected.get().get(0));
            assertThat(expected.isEmpty() || repeated)
                    .as("the machine says: %s", e.getMessage())
                    .isTrue();
        }
    }

    @Property(tries = 500, seed = "20261123")
    void saysTheSame_howeverTheBytesAreCut(
            @ForAll("hostileTexts") String text, @ForAll @IntRange(min = 1, max = 17) int chunk) {
        byte[] csv = text.getBytes(UTF_8);
        assertThat(report(csv, chunk)).isEqualTo(report(csv, Math.max(1, csv.length)));
    }

    private static String report(byte[] csv, int chunk) {
        try {
            CsvMachine machine = run(csv, chunk);
            return machine.records() + " " + machine.observations() + " " + machine.lineEnd();
        } catch (CorruptFileException e) {
            return e.fault().toString();
        }
    }

    static CsvMachine run(byte[] csv, int chunk) throws CorruptFileException {
        CsvMachine machine = new CsvMachine();
        for (int at = 0; at < csv.length; at += chunk) {
            machine.accept(csv, at, Math.min(csv.length, at + chunk));
        }
        machine.finish();
        return machine;
    }

    @Provide
    Arbitrary<Table> tables() {
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(width -> Combinators.combine(
                                Arbitraries.of(
                                                "",
                                                "a",
                                                "1.10",
                                                "é€𝄞",
                                                "x,y",
                                                "say \"hi\"",
                                                "two\nlines",
                                                "cr\r\nlf",
                                                "\"",
                                                "\n")
                                        .list()
                                        .ofSize(width)
                                        .list()
                                        .ofMaxSize(12),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false))
                        .as((rows, crlf, quoteAll, lastNewline) -> {
                            List<String> header = IntStream.range(0, width)
                                    .mapToObj(i -> "Colümn " + i)
                                    .toList();
                            List<List<String>> all = new java.util.ArrayList<>(rows);
                            all.add(0, header);
                            return new Table(all, crlf, quoteAll, lastNewline);
                        }));
    }

    @Provide
    Arbitrary<String> hostileTexts() {
        return Arbitraries.of("a", "b", ",", ",", "\"", "\"\"", "\n", "\n", "\r\n", "\r", "a,b\n", "\uFEFF", "ü", " ")
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }
}
