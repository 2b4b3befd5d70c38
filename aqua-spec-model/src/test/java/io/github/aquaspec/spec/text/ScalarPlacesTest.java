package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** For any text: the value is the library's own, and the place of each char re-reads as that char. */
class ScalarPlacesTest {

    private static final List<String> BLANKS = List.of("", " ", "  ", "\t", " \t ");
    private static final List<String> BREAKS = List.of(
            "\n", "\n", "\n", "\r\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\n\n", "\n \n", "\r\n\r\n\n");
    private static final List<String> WORDS =
            List.of("a", "select", "Id,", "ß", "𝒳", "😀x", "\u00A0", "\uFEFF", "#b", "x#", "a:b", "-", "--", "1.10");

    @Property(seed = "20200101", shrinking = ShrinkingMode.BOUNDED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void places_areExact_inPlainText(@ForAll("plain") String body, @ForAll("frames") Frame frame) {
        check(frame.around(body, "  "));
    }

    @Property(seed = "20200101", shrinking = ShrinkingMode.BOUNDED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void places_areExact_inSingleQuotes(@ForAll("single") String body, @ForAll("frames") Frame frame) {
        check(frame.around("'" + body + "'", " "));
    }

    @Property(seed = "20200101", shrinking = ShrinkingMode.BOUNDED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void places_areExact_inDoubleQuotes(@ForAll("doubled") String body, @ForAll("frames") Frame frame) {
        check(frame.around("\"" + body + "\"", "  "));
    }

    @Property(seed = "20200101", shrinking = ShrinkingMode.BOUNDED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void places_areExact_inBlocks(
            @ForAll("headers") String header, @ForAll("blockLines") List<String> lines, @ForAll("frames") Frame frame) {
        check(frame.around(header + String.join("", lines), ""));
    }

    @Property(seed = "20200101", shrinking = ShrinkingMode.BOUNDED)
    void places_areExact_inJson(@ForAll("json") String body) throws IOException {
        String text = "{\"k" + body + "\" : [ \"" + body + "\", -1.50e3,true ,null]\n}";
        List<String> expected = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token == JsonToken.FIELD_NAME) {
                    expected.add(parser.getText());
                }
            }
        }
        SourceText source = new SourceText("a.json", text);
        Optional<Node> node = ManifestReader.read(source, d -> {
            throw new AssertionError(d.toString());
        });
        List<String> values = new ArrayList<>();
        collect(node.orElseThrow(), values);
        assertThat(values).isEqualTo(expected);
    }

    @Property(seed = "20200101", shrinking = ShrinkingMode.BOUNDED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void values_areTheLibrarysOwn_forAnyText(@ForAll("soup") String text) {
        check(text);
    }

    /** A document that holds a scalar at some depth. */
    record Frame(String before, String after) {

        String around(String scalar, String gap) {
            return before + gap + scalar + after;
        }
    }

    private static void check(String text) {
        Optional<List<String>> expected = library(text);
        List<Diagnostic> found = new ArrayList<>();
        Optional<Node> node = ManifestReader.read(new SourceText("a.yaml", text), found::add);
        assertThat(node.isPresent() || !found.isEmpty()).isTrue();
        // Enough of the random texts must be readable, or nothing is proved.
        Statistics.label("read")
                .collect(node.isPresent())
                .coverage(c -> c.check(true).percentage(p -> p > 8));
        if (found.isEmpty()) {
            List<String> values = new ArrayList<>();
            collect(node.orElseThrow(), values);
            // JSON that is no YAML, such as a tab in front of a brace, has no second opinion here.
            boolean json = expected.isEmpty() && text.strip().startsWith("{");
            assertThat(json ? values : expected.orElseThrow()).isEqualTo(values);
        } else if (expected.isPresent()) {
            // What the library reads and we do not is refused for a reason of ours, never for its syntax.
            assertThat(found).noneMatch(d -> d.code().id().equals("AQ004"));
        }
    }

    private static Optional<List<String>> library(String text) {
        ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions());
        List<String> values = new ArrayList<>();
        try {
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                if (parser.getEvent() instanceof ScalarEvent scalar) {
                    values.add(scalar.getValue());
                }
            }
            return Optional.of(values);
        } catch (YAMLException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void collect(Node node, List<String> values) {
        if (node instanceof ScalarNode scalar) {
            Rereading.assertExact(scalar.text());
            values.add(scalar.value());
        } else if (node instanceof SequenceNode list) {
            list.items().forEach(item -> collect(item, values));
        } else if (node instanceof MappingNode mapping) {
            mapping.members().forEach(member -> {
                values.add(member.key());
                collect(member.value(), values);
            });
        }
    }

    @Provide
    Arbitrary<Frame> frames() {
        return Arbitraries.of(
                new Frame("", ""),
                new Frame("q: ", "\n"),
                new Frame("a: 1\nq: ", "\nb: 2\n"),
                new Frame("😀: 1\r\nqueries:\r\n- q: ", "\r\n"),
                new Frame("queries:\n   -   x: y\n       q: ", "\n       z: 1\n"),
                new Frame("- - ", "\n- b\n"),
                new Frame("- - - ", ""),
                new Frame("a: {b: [", "\n ]}\n"),
                new Frame("a: {b: ", "}\n"),
                new Frame("--- ", "\n...\n"),
                new Frame("", ": key\n"),
                new Frame("a:\n  b:\n  - ", "\n  - c\n"));
    }

    @Provide
    Arbitrary<String> plain() {
        return pieces(WORDS, List.of());
    }

    @Provide
    Arbitrary<String> single() {
        return pieces(WORDS, List.of("''", "\"", "\\", "{", "]", "# c", ": "));
    }

    @Provide
    Arbitrary<String> doubled() {
        return pieces(
                WORDS,
                List.of(
                        "'",
                        "\\\"",
                        "\\\\",
                        "\\n",
                        "\\t",
                        "\\0x",
                        "\\x41",
                        "\\u00e9",
                        "\\U0001F600",
                        "\\ud83d\\ude00",
                        "\\\n",
                        "\\\r\n  ",
                        "\\\n \n",
                        "\\ ",
                        "\\_",
                        "\\N",
                        "\\L",
                        "\\P",
                        "\\e",
                        "{",
                        "# c",
                        ": "));
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.of(
                        "a",
                        "ß",
                        "𝒳",
                        "😀",
                        "\\\"",
                        "\\\\",
                        "\\/",
                        "\\b",
                        "\\f",
                        "\\n",
                        "\\r",
                        "\\t",
                        "\\u00e9",
                        "\\uD83D\\uDE00",
                        "\u2028",
                        "\u0085",
                        "'",
                        "{",
                        ",",
                        ":",
                        " ",
                        "\u007f",
                        "\u009f")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> headers() {
        return Combinators.combine(
                        Arbitraries.of("|", ">"),
                        Arbitraries.of("", "", "", "-", "+", "1", "2", "4", "2-", "-2", "+1", "3+"),
                        Arbitraries.of("", " ", "  # why", " #"),
                        Arbitraries.of("\n", "\n", "\r\n", "\r", "\u2028"))
                .as((a, b, c, d) -> a + b + c + d);
    }

    @Provide
    Arbitrary<List<String>> blockLines() {
        Arbitrary<String> indent = Arbitraries.integers().between(0, 9).map(" "::repeat);
        Arbitrary<String> content =
                Arbitraries.of("a", "b c ", " more", "\ttab", "", "", "😀", "# no comment", "- x", "k: v", "\uFEFFz");
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.oneOf(indent, Arbitraries.just("        ")), content, Arbitraries.of(BREAKS))
                .as((a, b, c) -> a + b + c);
        return line.list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "a", "b", "😀", ":", ": ", "- ", "-", "?", " ", "  ", "\n", "\n", "\n  ", "\r\n", "\t", "\"",
                        "'", "|", ">", "|2", "+", "#", " #", "{", "}", "[", "]", ",", "&a", "*a", "!", "%", "@", "`",
                        "\\", "\\x4", "\u0085", "\u2028", "\uFEFF", "---", "...", "\n---\n", "<<", "~", "0", "\u0000",
                        "\u001b")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> pieces(List<String> words, List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        Arbitrary<String> word = Arbitraries.of(all);
        Arbitrary<String> gap = Combinators.combine(
                        Arbitraries.of(BLANKS),
                        Arbitraries.oneOf(Arbitraries.just(""), Arbitraries.of(BREAKS)),
                        Arbitraries.of(" ", "  ", "", "\t"))
                .as((a, b, c) -> a + b + c);
        return Combinators.combine(word, gap)
                .as((a, b) -> a + b)
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
