package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Label;
import io.github.aquaspec.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest does not have, and what is too much of it; each with what is still allowed. */
class RefusalsTest {

    private final List<Diagnostic> found = new ArrayList<>();

    @Test
    void refuses_eachKeyThatStandsTwice_withBothPlaces() {
        assertThat(read("\"a\": 1\na: 2\nb: {c: 1, c: 2}\n")).isPresent();
        assertThat(places()).containsExactly("AQ005 2:1 1:1", "AQ005 3:11 3:5");
    }

    @Test
    void refuses_aJsonMemberThatStandsTwice_withBothPlaces() {
        assertThat(readJson("{\"a\": 1, \"\\u0061\": 2}")).isPresent();
        assertThat(places()).containsExactly("AQ005 1:10 1:2");
    }

    @Test
    void keeps_theFirstOfTwoEqualKeys_soThatTheRestCanBeRead() {
        Node root = read("a: 1\nb: 2\na: 3\n").orElseThrow();
        assertThat(((MappingNode) root).members())
                .extracting(m -> m.key() + " " + m.value().span().text())
                .containsExactly("a 1", "b 2");
        assertThat(root.span().text()).isEqualTo("a: 1\nb: 2\na: 3");
    }

    @Test
    void allows_oneKeyInTwoMappings() {
        assertThat(read("- {a: 1}\n- {a: 1}\n")).isPresent();
    }

    @Test
    void refuses_anAnchor_withThePlacesThatUseIt() {
        assertThat(read("a: &x 1\nb: *x\nc: [*x]\nd: &y {e: 1}\n")).isEmpty();
        assertThat(places()).containsExactly("AQ006 1:4 2:4 3:5", "AQ006 4:4");
    }

    @Test
    void refuses_anAnchor_inFrontOfBrackets() {
        assertThat(read("a: &x {}\nb: &y []\n")).isEmpty();
        assertThat(places()).containsExactly("AQ006 1:4", "AQ006 2:4");
    }

    @Test
    void refuses_anAlias_withoutAnchor() {
        assertThat(read("a: *x\n")).isEmpty();
        assertThat(places()).containsExactly("AQ006 1:4");
    }

    @Test
    void refuses_aMergeKey_besideItsAlias() {
        assertThat(read("a: &x {k: 1}\nb:\n  <<: *x\n")).isEmpty();
        assertThat(places()).containsExactly("AQ008 3:3", "AQ006 1:4 3:7");
    }

    @Test
    void allows_aQuotedMergeSign_asAKeyLikeAnyOther() {
        assertThat(read("'<<': 1\n")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!str 1",
                "!java.util.Date 1",
                "!<tag:yaml.org,2002:str> 1",
                "!e!x 1",
                "! 1",
                "!!javax.script.ScriptEngineManager [1]"
            })
    void refuses_aTag(String value) {
        assertThat(read("a: " + value + "\n")).isEmpty();
        assertThat(places()).containsExactly("AQ007 1:4");
    }

    @Test
    void refuses_aSecondDocument() {
        assertThat(read("a: 1\n---\nb: 2\n")).isPresent();
        assertThat(places()).containsExactly("AQ009 2:1 1:1");
    }

    @Test
    void refuses_aSecondJsonDocument() {
        assertThat(readJson("{\"a\": 1}\n{\"b\": 2}")).isPresent();
        assertThat(places()).containsExactly("AQ009 2:1 1:1");
    }

    @Test
    void allows_theMarksAroundOneDocument() {
        assertThat(read("---\na: 1\n...\n")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%YAML 1.1\n---\na: 1\n",
                "%YAML 9.9\n---\na: 1\n",
                "%TAG ! x:\n---\na: 1\n",
                "%FOO\na: 1\n",
                "%\n"
            })
    void refuses_aDirective(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(places()).containsExactly("AQ013 1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n", "# why\n", "---\n", "---\n# why\n...\n", "\uFEFF"})
    void refuses_aTextThatSaysNothing(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(places()).containsExactly("AQ003 1:1");
    }

    @Test
    void refuses_keysThatAreNoText() {
        assertThat(read("? [a]\n: b\n? {c: d}\n: e\n: f\n")).isEmpty();
        assertThat(found).extracting(d -> d.code().id()).containsExactly("AQ012", "AQ012", "AQ012");
    }

    @Test
    void allows_20Levels_andRefusesOneMore() {
        assertThat(read("[".repeat(20) + "]".repeat(20))).isPresent();
        assertThat(read("[".repeat(21) + "]".repeat(21))).isEmpty();
        assertThat(places()).containsExactly("AQ010 1:21");
    }

    @Test
    void allows_20LevelsOfJson_andRefusesOneMore() {
        assertThat(readJson("{\"a\":" + "[".repeat(19) + "]".repeat(19) + "}")).isPresent();
        assertThat(readJson("{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}")).isEmpty();
        assertThat(places()).containsExactly("AQ010 1:25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "- ", "{a: ", "? "})
    void refuses_aThousandsFoldNest_withOneFinding(String level) {
        assertThat(read(level.repeat(5000))).isEmpty();
        assertThat(found)
                .singleElement()
                .satisfies(d -> assertThat(d.code().id()).isEqualTo("AQ010"));
    }

    @Test
    void allows_aHundredThousandEvents_andRefusesMore() {
        // Two events for the file, two for the document, two for the list.
        assertThat(read("- a\n".repeat(99_990))).isPresent();
        assertThat(read("- a\n".repeat(100_000))).isEmpty();
        assertThat(found).extracting(d -> d.code().id()).containsExactly("AQ011");
    }

    @Test
    void refuses_aHundredThousandJsonTokens() {
        assertThat(readJson("{\"a\":[" + "1,".repeat(100_000) + "1]}")).isEmpty();
        assertThat(found).extracting(d -> d.code().id()).containsExactly("AQ011");
    }

    @Test
    void refuses_aBillionLaughs_withoutLaughing() {
        StringBuilder laughs = new StringBuilder("a: &a [lol]\n");
        for (char c = 'b'; c < 'k'; c++) {
            String before = "*" + (char) (c - 1);
            laughs.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(String.join(", ", java.util.Collections.nCopies(10, before)))
                    .append("]\n");
        }
        assertThat(read(laughs.toString())).isEmpty();
        assertThat(found).hasSize(10).allSatisfy(d -> {
            assertThat(d.code().id()).isEqualTo("AQ006");
            assertThat(d.related()).hasSizeLessThanOrEqualTo(5);
        });
    }

    @Test
    void stops_afterAHundredFindings() {
        assertThat(read("a: 1\n".repeat(5000))).isEmpty();
        assertThat(found).hasSize(100);
    }

    @Test
    void reads_aScalarAsLongAsAFileMayBe() {
        String text = "a".repeat(2_000_000);
        for (String around : List.of("q: %s\n", "q: \"%s\"\n", "q: '%s'\n", "q: |\n  %s\n", "{\"q\": \"%s\"}")) {
            MappingNode root = (MappingNode) read(around.replace("%s", text)).orElseThrow();
            assertThat(((ScalarNode) root.members().get(0).value()).value().strip())
                    .hasSize(2_000_000);
        }
    }

    @Test
    void refuses_controlCharacters_eachAtItsPlace() {
        assertThat(read("a: b\u0007c\nd: \u001B[31m\u007F\u0000\n")).isEmpty();
        assertThat(places()).containsExactly("AQ015 1:5", "AQ015 2:4", "AQ015 2:9", "AQ015 2:10");
    }

    @Test
    void refuses_halfOfACharacter_howeverItIsWritten() {
        assertThat(read("a: b\uD83Dc\n")).isEmpty();
        assertThat(read("a: \"b\\ud83d\"\n")).isEmpty();
        assertThat(readJson("{\"a\": \"\\uDE00\\uD83D\"}")).isEmpty();
        assertThat(readJson("{\"\\uDE00\": 1}")).isEmpty();
        assertThat(places()).containsExactly("AQ015 1:5", "AQ015 1:6", "AQ015 1:8", "AQ015 1:3");
    }

    @Test
    void refuses_aNulThatAnEscapeWrites() {
        assertThat(read("a: \"b\\0\"\n")).isEmpty();
        assertThat(readJson("{\"a\": \"\\u0000\"}")).isEmpty();
        assertThat(places()).containsExactly("AQ015 1:6", "AQ015 1:8");
    }

    @Test
    void allows_aPairOfSurrogates_howeverItIsWritten() {
        assertThat(read("a: \"\\ud83d\\ude00\"\nb: 😀\nc: \"\\U0001F600\"\n")).isPresent();
        assertThat(readJson("{\"a\": \"\\uD83D\\uDE00😀\"}")).isPresent();
    }

    private Optional<Node> read(String text) {
        return ManifestReader.read(new SourceText("a.yaml", text), found::add);
    }

    private Optional<Node> readJson(String text) {
        return ManifestReader.read(new SourceText("a.json", text), found::add);
    }

    /** Code, place and related places of each finding. */
    private List<String> places() {
        return found.stream()
                .map(d -> {
                    StringBuilder line = new StringBuilder(
                            d.code().id() + " " + d.where().orElseThrow().span().from());
                    for (Label label : d.related()) {
                        line.append(" ").append(label.span().from());
                    }
                    return line.toString();
                })
                .toList();
    }
}
