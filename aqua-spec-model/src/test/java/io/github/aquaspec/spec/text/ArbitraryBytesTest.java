package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds: a tree or findings, never both, never neither, never an exception; and findings can be drawn. */
class ArbitraryBytesTest {

    private static final String GOOD_YAML = """
            name: "crm"
            queries:
              - name: 'Account'
                query: >-
                  select Id

                  from A
                deleted: {column: x, format: [1, 2]}
              - query: |2+
                  a

            # end
            """;
    private static final String GOOD_JSON = """
            {
              "name": "crm\\u00e9", "offset": -1.5e3,
              "queries": [{"query": "select \\"x\\" ", "a": null}, true, []]
            }
            """;

    @Property(seed = "20200101")
    void anyBytes_giveATreeOrFindings(@ForAll byte[] bytes, @ForAll("names") String name) {
        check(name, bytes);
    }

    @Property(seed = "20200101")
    void aDamagedManifest_givesATreeOrFindings(@ForAll("damaged") String text, @ForAll("names") String name) {
        check(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = "20200101")
    void anyCharacters_giveATreeOrFindings(@ForAll String text, @ForAll("names") String name) {
        checkRead(new SourceText(name, text));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a.yaml", "b.json");
    }

    /** A good manifest with pieces taken out, put in and repeated. */
    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> piece = Arbitraries.of(
                "",
                "\"",
                "'",
                "\\",
                "\\u",
                "\\U9",
                "\\x",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                ": ",
                "- ",
                "? ",
                "\n",
                "\n\n",
                "\r",
                "\t",
                " ",
                "|",
                ">",
                "#",
                "&a ",
                "*a ",
                "!t ",
                "%",
                "@",
                "---\n",
                "...\n",
                "<<: ",
                "\u2028",
                "\uFEFF",
                "😀",
                "\u001b",
                "true",
                "0",
                "password: x");
        Arbitrary<String> start = Arbitraries.of(GOOD_YAML, GOOD_JSON);
        return Combinators.combine(
                        start,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 200),
                                        Arbitraries.integers().between(0, 6),
                                        piece)
                                .as((at, cut, in) -> new Object[] {at, cut, in})
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4))
                .as((text, edits) -> {
                    StringBuilder out = new StringBuilder(text);
                    for (Object[] edit : edits) {
                        int at = Math.min((Integer) edit[0], out.length());
                        out.replace(at, Math.min(out.length(), at + (Integer) edit[1]), (String) edit[2]);
                    }
                    return out.toString();
                });
    }

    private static void check(String name, byte[] bytes) {
        List<Diagnostic> found = new ArrayList<>();
        Optional<SourceText> source = ManifestReader.decode(name, bytes, found::add);
        assertThat(source.isPresent()).isEqualTo(found.isEmpty());
        assertThat(TextRenderer.render(found)).doesNotContain("\u001b");
        source.ifPresent(ArbitraryBytesTest::checkRead);
    }

    private static void checkRead(SourceText source) {
        List<Diagnostic> found = new ArrayList<>();
        Optional<Node> node = ManifestReader.read(source, found::add);
        assertThat(node.isPresent() || !found.isEmpty()).isTrue();
        assertThat(TextRenderer.render(found)).doesNotContain("\u001b");
    }
}
