package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Construct;
import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Parsed;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.Zoql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser and the rules against the table of queries that the emulator is held against too. */
class QueryTableTest {

    private record Row(String verdict, String type, String apiVersion, String query) {

        Dialect dialect() {
            return type.equals("zoql") ? Dialect.ZOQL : Dialect.EXPORT_ZOQL;
        }
    }

    static Stream<Row> rows() throws IOException {
        Path table = Path.of("src/test/resources/queries/table.txt");
        return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(QueryTableTest::row);
    }

    static Stream<Row> accepted() throws IOException {
        return rows().filter(row -> row.verdict().equals("accepted"));
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split(" *\\| *", 4));
        List<String> language = List.of((cells.get(1) + "/145.0").split("/", 3));
        String type = language.get(0).equals("zoql") ? "zoql" : "zoqlexport";
        return new Row(cells.get(0), type, language.get(1), cells.get(3).replace('¶', '\n'));
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

    @ParameterizedTest
    @MethodSource("accepted")
    void noRuleForbidsWhatZuoraTakes(Row row) {
        char[] query = JsonStringEncoder.getInstance().quoteAsString(row.query());
        String manifest = """
                {"format": "csv", "version": "1.0", "name": "table", "queries": [
                  {"name": "q", "type": "%s", "apiVersion": "%s", "query": "%s"}]}
                """.formatted(row.type(), row.apiVersion(), String.valueOf(query));
        assertThat(JobSpecs.parse("table.json", manifest).diagnostics()).noneMatch(Diagnostic::isError);
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
