package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.zoql.Condition;
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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser and the rules against the table of queries that the emulator is held against too. */
class QueryTableTest {

    /** The semicolon, which nobody documents, and the alias that Zuora takes and ignores. */
    private static final Set<String> SPOKEN_OF = Set.of("AQ319", "AQ422", "AQ434");

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
        assertThat(!parsed.doubts().isEmpty())
                .as("doubts")
                .isEqualTo(row.verdict().equals("doubtful"));
        assertThat(parsed.query().stream().flatMap(QueryTableTest::texts).anyMatch(QueryTableTest::isMisread))
                .as("a date that Zuora misreads")
                .isEqualTo(row.verdict().equals("silent"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRulesAgreeWithTheTable(Row row) {
        boolean isError = switch (row.verdict()) {
            case "refused", "ruled", "silent", "aborted" -> true;
            case "accepted", "server", "doubtful" -> false;
            default -> throw new IllegalArgumentException("no verdict " + row.verdict());
        };
        List<Diagnostic> findings = findings(row);

        assertThat(findings.stream().anyMatch(Diagnostic::isError))
                .as("%s", findings)
                .isEqualTo(isError);
        if (row.verdict().equals("doubtful")) {
            assertThat(findings).anyMatch(finding -> finding.severity() == Severity.WARNING);
        }
    }

    /** Objects and joins of other tenants aside, what Zuora takes is not warned of either, unless our own page says why. */
    @ParameterizedTest
    @MethodSource("rows")
    void noRuleSaysMoreThanANoteOfWhatZuoraTakes(Row row) {
        if (row.verdict().equals("accepted")) {
            assertThat(findings(row))
                    .filteredOn(finding -> finding.severity() != Severity.NOTE)
                    .extracting(finding -> finding.code().id())
                    .isSubsetOf(SPOKEN_OF);
        }
    }

    private static List<Diagnostic> findings(Row row) {
        char[] query = JsonStringEncoder.getInstance().quoteAsString(row.query());
        String manifest = """
                {"format": "csv", "version": "1.0", "name": "table", "queries": [
                  {"name": "q", "type": "%s", "apiVersion": "%s", "query": "%s"}]}
                """.formatted(row.type(), row.apiVersion(), String.valueOf(query));
        return JobSpecs.parse("table.json", manifest).diagnostics();
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
