package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;

/** What the page on compatibility shows to be copied can be read, and its table is of the Mavens that the build fetches. */
class CompatibilityPageTest {

    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\| (\\d\\S*) \\| (\\d+) \\| (\\d+) of (\\d+) \\|(.*)\\|");
    private static final Pattern FETCHED =
            Pattern.compile("<artifactId>apache-maven</artifactId>\\s*<version>(.*?)</version>");

    @Test
    void everyXmlIsWellFormed() throws Exception {
        assertThat(snippets()).hasSize(2).allSatisfy(CompatibilityPageTest::document);
        assertThatThrownBy(() -> document("<cache><goal>run</cache>")).isInstanceOf(SAXException.class);
    }

    /** What a cache restores has run no job, and verified nothing of now. */
    @Test
    void aBuildCacheRunsEveryGoal_thatAPhaseMayRun() throws Exception {
        List<String> bound = found("<goal>(\\w+)</goal>(?:(?!</mojo>).)*?<phase>", descriptor())
                .map(m -> m.group(1))
                .toList();
        Document cache = document(snippets().get(1));

        assertThat(bound).contains("run").doesNotContain("help", "status");
        assertThat(cache.getElementsByTagName("goalsList")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("artifactId")
                        .getNodeValue())
                .isEqualTo("aqua-maven-plugin");
        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(cache.getElementsByTagName("goal").getLength())
                        .map(i -> cache.getElementsByTagName("goal").item(i).getTextContent()))
                .containsExactlyInAnyOrderElementsOf(bound);
    }

    @Test
    void theTableHasEachMavenOfTheProfile_andNothingThatFailed() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(PAGE)).results().toList();

        assertThat(rows.stream().map(m -> m.group(1)).distinct())
                .containsExactlyElementsOf(FETCHED.matcher(Files.readString(Path.of("pom.xml")))
                        .results()
                        .map(m -> m.group(1))
                        .toList());
        assertThat(rows.stream().map(m -> m.group(2))).contains("17");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.group(3)).isEqualTo(row.group(4)).isNotEqualTo("0");
            // Maven 3.8 does not have the last check but one
            String validation = row.group(1).startsWith("3.8.") ? "–" : "yes";
            assertThat(row.group(5).strip().split(" \\| "))
                    .containsExactly("yes", "yes", "yes", "yes", "yes", "yes", "yes", validation, "yes");
        });
    }

    @Test
    void theReadmeHasTheSameMavensAndJdks_inShort() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(PAGE)).results().toList();
        String readme = Files.readString(Path.of("..", "README.md"));
        int head = readme.indexOf("| Maven | JDK ");
        List<String> table =
                readme.substring(head, readme.indexOf("\n\n", head)).lines().toList();

        assertThat(found("JDK (\\d+)", table.get(0)).map(m -> m.group(1)))
                .containsExactlyElementsOf(
                        rows.stream().map(m -> m.group(2)).distinct().toList());
        assertThat(table.stream()
                        .skip(2)
                        .flatMap(row ->
                                Stream.of(row.split(" \\| ", 2)[0].substring(2).split(", ", -1))))
                .containsExactlyElementsOf(
                        rows.stream().map(m -> m.group(1)).distinct().toList());
        assertThat(table.stream().skip(2))
                .allSatisfy(row -> assertThat(row).matches("\\| [^|]+ (\\| all builds )+\\|"));
    }

    private static List<String> snippets() throws IOException {
        return XML.matcher(Files.readString(PAGE))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static String descriptor() throws IOException {
        return Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
    }

    private static Stream<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results();
    }

    private static Document document(String xml) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler((ErrorHandler) null);
        return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
