package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tree that a text becomes. */
class ManifestReaderTest {

    private final List<Diagnostic> found = new ArrayList<>();

    @Test
    void reads_aYamlManifest_withThePlaceOfEverything() {
        SourceText source = new SourceText(
                "a.yaml",
                "name: crm\nqueries:\n  - name: Account\n    query: >-\n      select Id\n      from Account\n");
        MappingNode root = (MappingNode) ManifestReader.read(source, found::add).orElseThrow();
        assertThat(found).isEmpty();
        assertThat(root.members()).extracting(MappingNode.Member::key).containsExactly("name", "queries");
        SequenceNode queries = (SequenceNode) root.members().get(1).value();
        MappingNode query = (MappingNode) queries.items().get(0);
        ScalarNode text = (ScalarNode) query.members().get(1).value();
        assertThat(text.value()).isEqualTo("select Id from Account");
        assertThat(text.text().span(15, 22).text()).isEqualTo("Account");
        assertThat(text.text().span(15, 22)).hasToString("a.yaml:6:12");
        assertThat(text.span().text()).isEqualTo(">-\n      select Id\n      from Account");
        assertThat(queries.span().text()).startsWith("- name").endsWith("from Account");
    }

    @Test
    void reads_aJsonBody_withThePlaceOfEverything() {
        SourceText source = new SourceText("a.json", "{\n  \"offset\" : 600, \"q\": [\"a\\u0062c\\/\", null, true]}\n");
        Optional<Node> node = ManifestReader.read(source, found::add);
        assertThat(found).isEmpty();
        MappingNode root = (MappingNode) node.orElseThrow();
        assertThat(root.members().get(0).value().span().text()).isEqualTo("600");
        SequenceNode list = (SequenceNode) root.members().get(1).value();
        ScalarNode text = (ScalarNode) list.items().get(0);
        assertThat(text.value()).isEqualTo("abc/");
        assertThat(text.text().span(1, 2).text()).isEqualTo("\\u0062");
        assertThat(text.text().span(3, 4).text()).isEqualTo("\\/");
        assertThat(list.items()).extracting(Node::kind).containsExactly("text", "nothing", "true or false");
        assertThat(list.span().text()).startsWith("[").endsWith("]");
    }

    @Test
    void refuses_aKeyThatStandsTwice() {
        Optional<Node> node = ManifestReader.read(new SourceText("a.yaml", "a: 1\nb: 2\na: 3\n"), found::add);
        assertThat(node).isEmpty();
        assertThat(found).singleElement().satisfies(d -> {
            assertThat(d.code().id()).isEqualTo("AQ005");
            assertThat(d.where().orElseThrow().span()).hasToString("a.yaml:3:1");
            assertThat(d.related().get(0).span()).hasToString("a.yaml:1:1");
        });
    }
}
