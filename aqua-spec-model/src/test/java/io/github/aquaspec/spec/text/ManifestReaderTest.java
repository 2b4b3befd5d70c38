package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree that a text becomes. */
class ManifestReaderTest {

    /** A request body as Zuora's documentation prints it, on one line. */
    private static final String ONE_LINE =
            "{ \"format\":\"CSV\", \"version\":\"1.1\", \"project\": \"aquatest64\", \"partner\": \"gooddata\","
                    + " \"encrypted\":\"none\", \"incrementalTime\": \"2015-01-21 10:30:01\", \"queries\":[ { \"name\":\"Account\","
                    + " \"query\":\"select Id,CreditBalance,Name from Account\", \"type\":\"zoql\" } , { \"name\":\"Subscription\","
                    + " \"query\": \"select Id, AutoRenew, UpdatedDate, Version from Subscription\", \"type\":\"zoql\" } ],"
                    + " \"name\":\"DSEXPORT\" }";

    /** And over several lines, with separators on lines of their own. */
    private static final String SEVERAL_LINES = """
            {\s
            "format":"CSV",
            "version":"1.1",
            "project": "aquatest64",
            "offset": 600,
            "queries":[
            { "name":"Account", "query":"select Id,Name from Account", "type":"zoql" }
            ,
            { "name":"Subscription", "query": "select Id from Subscription", "deleted": {
                    "column": "MyDeleted",
                    "format": "Numeric"
                } }
            ],
            "name":"DSEXPORT"
            }
            """;

    private final List<Diagnostic> found = new ArrayList<>();

    @Test
    void reads_aYamlManifest_withThePlaceOfEverything() {
        SourceText source = new SourceText(
                "a.yaml",
                "name: crm\nqueries:\n  - name: Account\n    query: >-\n      select Id\n      from Account\n");
        MappingNode root = (MappingNode) ManifestReader.read(source, found::add).orElseThrow();
        assertThat(found).isEmpty();
        assertThat(root.members()).extracting(MappingNode.Member::key).containsExactly("name", "queries");
        assertThat(root.members())
                .extracting(member -> member.keySpan().toString())
                .containsExactly("a.yaml:1:1", "a.yaml:2:1");
        SequenceNode queries = (SequenceNode) root.members().get(1).value();
        MappingNode query = (MappingNode) queries.items().get(0);
        ScalarNode text = (ScalarNode) query.members().get(1).value();
        assertThat(text.value()).isEqualTo("select Id from Account");
        assertThat(text.text().span(15, 22).text()).isEqualTo("Account");
        assertThat(text.text().span(15, 22)).hasToString("a.yaml:6:12");
        assertThat(text.span().text()).isEqualTo(">-\n      select Id\n      from Account");
        assertThat(query.span().text()).startsWith("name: Account").endsWith("from Account");
        assertThat(queries.span().text()).startsWith("- name").endsWith("from Account");
        assertThat(root.span().text()).isEqualTo(source.content().strip());
    }

    @Test
    void reads_aJsonBody_withThePlaceOfEverything() {
        MappingNode root =
                (MappingNode) read("a.json", "{\n  \"offset\" : 600, \"q\": [\"a\\u0062c\\/\", null, true]}\n");
        assertThat(root.members().get(0).keySpan().text()).isEqualTo("\"offset\"");
        assertThat(root.members().get(0).value().span().text()).isEqualTo("600");
        SequenceNode list = (SequenceNode) root.members().get(1).value();
        ScalarNode text = (ScalarNode) list.items().get(0);
        assertThat(text.value()).isEqualTo("abc/");
        assertThat(text.text().span(1, 2).text()).isEqualTo("\\u0062");
        assertThat(text.text().span(3, 4).text()).isEqualTo("\\/");
        assertThat(list.items()).extracting(Node::kind).containsExactly("text", "nothing", "true or false");
        assertThat(list.span().text()).isEqualTo("[\"a\\u0062c\\/\", null, true]");
        assertThat(root.span().text()).startsWith("{").endsWith("]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.yaml", "a.yml", "pasted"})
    void reads_aPastedBody_whateverTheFileIsCalled(String name) {
        assertThat(shape(read(name, ONE_LINE)))
                .isEqualTo(
                        "{format=CSV, version=1.1, project=aquatest64, partner=gooddata, encrypted=none,"
                                + " incrementalTime=2015-01-21 10:30:01, queries=[{name=Account,"
                                + " query=select Id,CreditBalance,Name from Account, type=zoql}, {name=Subscription,"
                                + " query=select Id, AutoRenew, UpdatedDate, Version from Subscription, type=zoql}], name=DSEXPORT}");
        assertThat(shape(read(name, "\n\t " + SEVERAL_LINES.replace("\n", "\r\n"))))
                .isEqualTo("{format=CSV, version=1.1, project=aquatest64, offset=600, queries=[{name=Account,"
                        + " query=select Id,Name from Account, type=zoql}, {name=Subscription, query=select Id from Subscription,"
                        + " deleted={column=MyDeleted, format=Numeric}}], name=DSEXPORT}");
    }

    @Test
    void reads_yamlAndJson_intoTheSameTree() {
        String yaml = """
                format: CSV
                version: "1.1"
                project: 'aquatest64'
                offset: 600
                queries:
                - {name: Account, query: "select Id,Name from Account", type: zoql}
                -
                    name: Subscription
                    query: >-
                        select Id
                        from Subscription
                    deleted:
                        column: MyDeleted   # why
                        format: Numeric
                name: DSEXPORT
                """;
        assertThat(shape(read("a.yaml", yaml))).isEqualTo(shape(read("a.json", SEVERAL_LINES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\t\"b\\/c\"}", "{\n\t\"a\": \"b/c\"\n}", "{\"a\": \"b\\u002Fc\"} \r\n\t"})
    void reads_legalJson_thatIsNoYaml(String text) {
        assertThat(shape(read("a.yaml", text))).isEqualTo("{a=b/c}");
    }

    @Test
    void keeps_aLineSeparatorOfJson_whichYamlWouldFold() {
        assertThat(shape(read("a.yaml", "{\"a\": \"b \u2028 \u0085 c\"}"))).isEqualTo("{a=b \u2028 \u0085 c}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{a: b/c}", "{\"a\": \"b/c\",}", "{\"a\": b/c}", "{ # why\n  'a': b/c}", "{\"a\": \"b/\\\n  c\"}"
            })
    void reads_flowYaml_onlyInAYamlFile(String text) {
        assertThat(shape(read("a.yaml", text))).isEqualTo("{a=b/c}");
        assertThat(ManifestReader.read(new SourceText("a.json", text), found::add))
                .isEmpty();
        assertThat(found)
                .singleElement()
                .satisfies(d -> assertThat(d.code().id()).isEqualTo("AQ004"));
    }

    @Test
    void explains_aBrokenBody_byJsonsRules_evenInAYamlFile() {
        ManifestReader.read(new SourceText("a.yaml", "{\"a\": 1 \"b\": 2}"), found::add);
        assertThat(found).singleElement().satisfies(d -> assertThat(d.message()).startsWith("a comma is missing"));
    }

    @Test
    void explains_flowYaml_byYamlsRules() {
        ManifestReader.read(new SourceText("a.yaml", "{a: b, c: &x d}"), found::add);
        assertThat(found)
                .singleElement()
                .satisfies(d -> assertThat(d.code().id()).isEqualTo("AQ006"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "1.10; text; 1.10",
                "NO; text; NO",
                "2020-01-01; text; 2020-01-01",
                "0x1F; text; 0x1F",
                "~; nothing; ~",
                "null; nothing; null",
                "Null; nothing; Null",
                "; nothing; ``",
                "'null'; text; null",
                "\"\"; text; ``",
                "[]; a list; []",
                "{}; a mapping; {}"
            })
    void keeps_aYamlValue_asItIsWritten(String written, String kind, String value) {
        Node node = ((MappingNode) read("a.yaml", "a: " + (written == null ? "" : written) + "\n"))
                .members()
                .get(0)
                .value();
        assertThat(node.kind()).isEqualTo(kind);
        assertThat(
                        node instanceof ScalarNode scalar
                                ? scalar.value()
                                : node.span().text())
                .isEqualTo(value);
    }

    @Test
    void keeps_aJsonNumber_asItIsWritten() {
        assertThat(shape(read("a.json", "{\"a\": [1.10, -0, 1E+5, 123456789012345678901234567890, 0.1]}")))
                .isEqualTo("{a=[1.10, -0, 1E+5, 123456789012345678901234567890, 0.1]}");
    }

    @Test
    void places_anEmptyValue_behindItsColon() {
        MappingNode root = (MappingNode) read("a.yaml", "a:\nb: 1\n");
        assertThat(root.members().get(0).value().span()).hasToString("a.yaml:1:3");
        assertThat(root.members().get(0).value().span().text()).isEmpty();
    }

    @Test
    void places_aPairInAList_fromItsKeyToItsValue() {
        MappingNode root = (MappingNode) read("a.yaml", "a: [b: c , {d: e}]\n");
        SequenceNode list = (SequenceNode) root.members().get(0).value();
        assertThat(list.items()).extracting(item -> item.span().text()).containsExactly("b: c", "{d: e}");
    }

    @Test
    void points_intoABlock_whoseIndentationIsGiven() {
        SequenceNode root = (SequenceNode) read("a.yaml", "- q: |2\n     x\n    y\r\n\n  z: 1\n");
        ScalarNode text = (ScalarNode)
                ((MappingNode) root.items().get(0)).members().get(0).value();
        assertThat(text.value()).isEqualTo(" x\ny\n");
        assertThat(text.text().span(1, 2)).hasToString("a.yaml:2:6");
        assertThat(text.text().span(3, 4)).hasToString("a.yaml:3:5");
        assertThat(text.text().span(4, 5).text()).isEqualTo("\r\n");
    }

    private Node read(String name, String text) {
        Optional<Node> node = ManifestReader.read(new SourceText(name, text), d -> {
            throw new AssertionError(d.toString());
        });
        return node.orElseThrow();
    }

    /** Keys and values without places and styles. */
    private static String shape(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.members().stream()
                    .map(member -> member.key() + "=" + shape(member.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof SequenceNode list) {
            return list.items().stream().map(ManifestReaderTest::shape).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((ScalarNode) node).value();
    }
}
