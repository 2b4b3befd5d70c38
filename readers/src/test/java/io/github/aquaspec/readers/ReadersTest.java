package io.github.aquaspec.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Others find in our snapshots what we say is there: the same columns, and the same cells in the same order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadersTest {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private Published published;
    private List<Reader> readers;

    @BeforeAll
    void publish() throws Exception {
        published = new Published();
        readers = List.of(new FastCsv(), new DuckDb(), new Spark(), Script.python(), Script.frictionless());
    }

    Stream<Arguments> readings() {
        return published.all().stream()
                .flatMap(snapshot -> snapshot.tables().stream())
                .flatMap(table -> readers.stream()
                        .filter(reader -> reader.takes(table))
                        .map(reader -> Arguments.of(reader, table)));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void findsTheSame(Reader reader, Snapshot.Table table) throws Exception {
        Found found = reader.read(table);

        assertThat(found).isEqualTo(published.expected(table));
        assertThat(found.records()).isEqualTo(table.records());
        assertThat(found.columns()).isEqualTo(table.columns());
        counts.computeIfAbsent(table.toString(), name -> new TreeMap<>()).put(reader.name(), found.records());
    }

    Stream<Reader> readers() {
        return readers.stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void noticesOneRecordThatDiffers(Reader reader, @TempDir Path folder) throws Exception {
        Snapshot.Table table = copy("nasty-lf", folder);
        String text = Files.readString(table.file());
        Files.writeString(table.file(), text.replace("id-7,", "id-8,"));

        assertThat(reader.read(table)).isNotEqualTo(published.expected(table));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void noticesAFileThatIsCut(Reader reader, @TempDir Path folder) throws Exception {
        Snapshot.Table table = copy("nasty-lf", folder);
        byte[] bytes = Files.readAllBytes(table.file());
        Files.write(table.file(), Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertThat(foundOrRefused(reader, table)).isNotEqualTo(published.expected(table));
    }

    private static Object foundOrRefused(Reader reader, Snapshot.Table table) {
        try {
            return reader.read(table);
        } catch (Exception | AssertionError e) {
            return e;
        }
    }

    private Snapshot.Table copy(String name, Path folder) throws Exception {
        for (Path file : List.of(Path.of(name + ".csv"), Path.of("datapackage.json"))) {
            Files.copy(published.handMade.folder().resolve(file), folder.resolve(file));
        }
        return Snapshot.of(folder).tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void tell() throws Exception {
        List<String> names = readers.stream().map(Reader::name).toList();
        List<String> lines = new ArrayList<>();
        lines.add("| file | " + String.join(" | ", names) + " |");
        lines.add("|---".repeat(names.size() + 1) + "|");
        counts.forEach((table, found) -> lines.add("| " + table + " | "
                + String.join(
                        " | ",
                        names.stream()
                                .map(name -> Objects.toString(found.get(name), "–"))
                                .toList())
                + " |"));
        System.out.println(String.join("\n", lines));
        for (Reader reader : readers) {
            reader.close();
        }
    }
}
