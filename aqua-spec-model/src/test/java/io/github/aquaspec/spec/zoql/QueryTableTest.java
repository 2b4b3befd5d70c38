package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser against the table of queries that the emulator is held against too. */
class QueryTableTest {

    private record Row(String verdict, Dialect dialect, String query) {}

    static Stream<Row> rows() throws IOException {
        Path table = Path.of("src/test/resources/queries/table.txt");
        return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(QueryTableTest::row);
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split(" *\\| *", 4));
        Dialect dialect = cells.get(1).startsWith("zoql") ? Dialect.ZOQL : Dialect.EXPORT_ZOQL;
        return new Row(cells.get(0), dialect, cells.get(3).replace('¶', '\n'));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theParserAgreesWithTheTable(Row row) {
        Parsed parsed = Zoql.parse(row.query(), row.dialect());
        assertThat(parsed.query().isEmpty())
                .as(parsed.problems().toString())
                .isEqualTo(row.verdict().equals("refused"));
        assertThat(parsed.doubts().stream().anyMatch(d -> d.construct() != Construct.SEMICOLON))
                .as("doubts")
                .isEqualTo(row.verdict().equals("doubtful"));
        assertThat(parsed.query().stream().flatMap(QueryTableTest::texts).anyMatch(QueryTableTest::isMisread))
                .as("a date that Zuora misreads")
                .isEqualTo(row.verdict().equals("silent"));
    }

    private static Stream<String> texts(Query query) {
        return query.where().stream()
                .flatMap(Condition::predicates)
                .flatMap(Predicate::operands)
                .filter(Literal.Text.class::isInstance)
                .map(literal -> ((Literal.Text) literal).value());
    }

    private static boolean isMisread(String text) {
        DateLiteral date = DateLiteral.of(text);
        return date instanceof DateLiteral.SpaceForT
                || date instanceof DateLiteral.FractionOfSecond
                || date instanceof DateLiteral.Malformed;
    }
}
