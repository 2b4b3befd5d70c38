package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Parsed;
import io.github.aquaspec.spec.zoql.Token;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a build gives for a parameter, it stays one literal of the query, and says what was given. The profile {@code proof}
 * tries twenty times as often.
 */
class InjectionTest {

    private static final List<String> HOSTILE = List.of(
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            "' or Id != '",
            "--",
            "/*",
            "*/",
            "//",
            ";",
            ")",
            "(",
            " ",
            "\n",
            "\t",
            "$$",
            "${window.to}",
            "${param.p}",
            "${",
            "}",
            "%",
            "x",
            "1",
            "2020-01-01",
            "\u2019",
            "\uD83D\uDE00",
            "\uD83D",
            "\u0000");

    private static final List<String> AROUND = List.of(
            "'", "''", "\"", "\\", "--", "/*", "*/", "//", " ", "\n", "=", "<", "(", ")", ",", "x", "1", "-", ".", "$$",
            "and", "like", "%");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' or Id != '",
                "x'' or Id != ''",
                "x\\' or Id != \\'",
                "\\",
                "x') or (Id != '",
                "x'; --",
                "x' /* ",
                "'",
                "''",
                "${param.p}",
                "${window.from}",
                "x\" or Id != \"",
                "\n' or Id != '",
            })
    void staysOneLiteral(String value) {
        for (Dialect dialect : Dialect.values()) {
            checkWhole(value, dialect, "'${param.p}'");
        }
    }

    @Property(seed = "20200101", edgeCases = EdgeCasesMode.NONE)
    void staysOneLiteral_whateverItSays(@ForAll("hostile") String value, @ForAll Dialect dialect) {
        checkWhole(value, dialect, "${param.p}");
        checkWhole(value, dialect, "'${param.p}'");
        checkWhole(value, dialect, "\"${param.p}\"");
    }

    @Property(seed = "20200101", edgeCases = EdgeCasesMode.NONE)
    void staysPartOfItsText_whateverItSays(@ForAll("hostile") String value, @ForAll Dialect dialect) {
        for (String quote : List.of("'", "\"")) {
            query("select Id from Account where Name = " + quote + "a ${param.p} b" + quote, value, dialect)
                    .ifPresent(query -> assertThat(literal(query, dialect)).isEqualTo("a " + value + " b"));
        }
    }

    @Property(seed = "20200101", edgeCases = EdgeCasesMode.NONE)
    void neverChangesWhatStandsRoundIt(
            @ForAll("around") String before,
            @ForAll("around") String after,
            @ForAll("hostile") String value,
            @ForAll Dialect dialect) {
        String text = "select Id from Account where Name = " + before + "${param.p}" + after + "${param.p} ";
        Optional<String> harmless = query(text, "x", dialect);
        Optional<String> hostile = query(text, value, dialect);

        if (harmless.isPresent() && hostile.isPresent()) {
            assertThat(shape(hostile.get(), dialect)).isEqualTo(shape(harmless.get(), dialect));
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(HOSTILE).list().ofMaxSize(6).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().ofMaxLength(8));
    }

    @Provide
    Arbitrary<String> around() {
        return Arbitraries.of(AROUND).list().ofMaxSize(5).map(pieces -> String.join("", pieces));
    }

    private static void checkWhole(String value, Dialect dialect, String placeholder) {
        query("select Id from Account where Name = " + placeholder + " and Id != null", value, dialect)
                .ifPresent(query -> {
                    assertThat(literal(query, dialect)).isEqualTo(value);
                    assertThat(shape(query, dialect))
                            .isEqualTo(shape("select Id from Account where Name = 'x' and Id != null", dialect));
                });
    }

    /** The text of the first literal of a query that can be read. */
    private static String literal(String query, Dialect dialect) {
        Parsed parsed = Zoql.parse(query, dialect);
        assertThat(parsed.problems()).as(query).isEmpty();
        return parsed.query()
                .orElseThrow()
                .where()
                .orElseThrow()
                .predicates()
                .flatMap(test -> test.operands())
                .filter(Literal.Text.class::isInstance)
                .map(operand -> ((Literal.Text) operand).value())
                .findFirst()
                .orElseThrow();
    }

    /** The tokens of a query, but for what stands in its strings. */
    private static List<String> shape(String query, Dialect dialect) {
        return Zoql.tokens(query, dialect).stream()
                .map(token -> token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.UNTERMINATED_STRING
                        ? token.kind().name()
                        : token.text())
                .toList();
    }

    /** The query that would be sent; empty when the manifest is refused. */
    private static Optional<String> query(String text, String value, Dialect dialect) {
        String manifest =
                "{\"params\": {\"p\": {\"type\": \"text\"}}, \"window\": {\"initial\": \"2020-01-01T00:00:00Z\"},"
                        + " \"queries\": [{\"type\": \"" + (dialect == Dialect.ZOQL ? "zoql" : "zoqlexport")
                        + "\", \"query\": \""
                        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}]}";
        Values values =
                new Values(Map.of(), Values.READABLE, Map.of("p", value), Map.of(), Map.of(), Values.Unset.FAILS);
        Loaded<JobSpec> loaded = JobSpecs.parse("a.json", manifest, values);
        return loaded.value().map(job -> job.queries().get(0).query());
    }
}
