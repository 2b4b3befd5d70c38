package io.github.aquaspec.emulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.spec.zoql.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler against the table of queries that the parser of manifests is held against too. */
class QueryTableTest {

    private record Row(String verdict, Dialect dialect, String apiVersion, String query) {}

    private static Records records;

    @BeforeAll
    static void open() {
        records = new Records(Catalogue.shipped());
    }

    @AfterAll
    static void close() {
        records.close();
    }

    static Stream<Row> rows() throws IOException {
        Path table = Path.of("../aqua-spec-model/src/test/resources/queries/table.txt");
        return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(QueryTableTest::row);
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split(" *\\| *", 4));
        List<String> language = List.of((cells.get(1) + "/145.0").split("/", 3));
        Dialect dialect = language.get(0).equals("zoql") ? Dialect.ZOQL : Dialect.EXPORT_ZOQL;
        return new Row(cells.get(0), dialect, language.get(1), cells.get(3).replace('¶', '\n'));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theCompilerAgreesWithTheTable(Row row) {
        assertThat(outcome(row))
                .isEqualTo(
                        switch (row.verdict()) {
                            case "accepted", "silent" -> "runs";
                            case "refused", "ruled", "server", "doubtful" -> "refused";
                            case "aborted" -> "aborted";
                            default -> throw new IllegalArgumentException("no verdict " + row.verdict());
                        });
    }

    /** What is accepted must run too: a mistake of ours would show as a failure of the database. */
    private static String outcome(Row row) {
        try {
            records.compile(row.query(), row.dialect(), row.apiVersion());
        } catch (QueryRejected e) {
            return "refused";
        } catch (QueryAborted e) {
            return "aborted";
        }
        records.rows(row.query(), row.dialect(), row.apiVersion());
        return "runs";
    }
}
