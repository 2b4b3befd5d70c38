package io.github.aquaspec.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.spec.diagnostic.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Whatever receipts hold, a page says it and does nothing: asked of the page as another parser reads it. */
class HostilePageTest {

    private static final Set<String> HARMLESS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "main",
            "section",
            "article",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "p",
            "span",
            "code",
            "pre",
            "a",
            "time",
            "dl",
            "dt",
            "dd",
            "div",
            "ul",
            "li",
            "details",
            "summary",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "svg",
            "g",
            "rect",
            "line",
            "text",
            "path");

    private static final Set<String> QUIET = Set.of(
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "id",
            "href",
            "role",
            "scope",
            "data-label",
            "datetime",
            "aria-hidden",
            "aria-label",
            "aria-labelledby",
            "width",
            "height",
            "viewBox",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "d",
            "overflow",
            "transform",
            "text-anchor");

    @TempDir
    private Path build;

    private Path reports;

    @BeforeEach
    void putReceipts() throws IOException {
        reports = Drawn.story(build);
    }

    @ParameterizedTest
    @MethodSource("io.github.aquaspec.report.page.HostileReceipts#texts")
    void saysTheText_andDoesNothing(String text) throws IOException {
        HostileReceipts.put(reports, text);

        Drawn page = Drawn.of(build);

        assertThat(trouble(page)).isEmpty();
        assertThat(page.texts("//dd").stream().filter(said -> said.contains(beginning(text))))
                .hasSizeGreaterThan(10);
        assertThat(page.text().length()).isLessThan(3_000_000);
    }

    @ParameterizedTest
    @MethodSource("io.github.aquaspec.report.page.HostileReceipts#texts")
    void saysTheText_inAnAttributeToo(String text) {
        StringBuilder written = new StringBuilder();
        io.github.aquaspec.report.page.Element.of("p").with("aria-label", text).write(written);

        Drawn page = Drawn.parsed(written.toString());

        assertThat(trouble(page)).isEmpty();
        assertThat(page.all("/p").get(0).getAttributes().getLength()).isEqualTo(1);
        assertThat(page.all("/p").get(0).getAttribute("aria-label")).isEqualTo(Printable.of(text));
    }

    /** The short form of a text as it is shown. */
    private static String beginning(String text) {
        return Printable.of(text.substring(
                        0, text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length())))))
                .strip()
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)<",
                "\" onload=\"alert(1)",
                "javascript:alert(1)",
                "https:",
                "a?b#c&d",
                "::error::x",
                "\u202Efdp",
                "..."
            })
    void leadsToFoldersOfAnyName_asToFiles(String folder) throws IOException {
        ObjectNode receipt = HostileReceipts.receipt(reports, "billing");
        HostileReceipts.write(reports, folder, receipt.put("snapshot", "target/aqua/" + folder));
        Path data = build.resolve("target/aqua/" + folder + "/invoice.csv");
        Files.createDirectories(data.getParent());
        Files.createFile(data);

        Drawn page = Drawn.of(build);

        assertThat(trouble(page)).isEmpty();
        List<Path> files = page.all("//a").stream()
                .map(link -> link.getAttribute("href"))
                .filter(link -> !link.startsWith("#"))
                .map(link -> Path.of(reports.toUri().resolve(link)).normalize())
                .toList();
        assertThat(files)
                .contains(data, reports.resolve(folder).resolve("run.json"))
                .allMatch(Files::isRegularFile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../..", "/etc", "target/../../..", "target/aqua/\u0000", "https://evil.example", "~", ""})
    void leadsToNoFileOutsideTheBuild(String snapshot) throws IOException {
        ObjectNode receipt = HostileReceipts.receipt(reports, "billing");
        receipt.put("snapshot", snapshot);
        ((ObjectNode) receipt.at("/files/0")).put("path", "../../../../../../../../etc/passwd");
        ((ObjectNode) receipt.at("/files/1")).put("path", "/etc/passwd");
        ((ObjectNode) receipt.at("/files/2")).put("path", "passwd");
        HostileReceipts.write(reports, "billing", receipt);

        assertThat(Drawn.of(build).all("//a"))
                .extracting(link -> link.getAttribute("href"))
                .allMatch(link -> link.startsWith("#") || link.endsWith("run.json"));
    }

    @Test
    void staysReadable_withManyManifests() throws IOException {
        ObjectNode receipt = HostileReceipts.receipt(reports, "billing");
        for (int i = 0; i < 200; i++) {
            HostileReceipts.write(reports, "many/manifest-" + i, receipt);
        }

        Drawn page = Drawn.of(build);

        assertThat(page.all("//section[1]/div[@class='ledger']//tbody/tr")).hasSize(206);
        assertThat(page.all("//section[1]//svg[@class='timeline']/g[title]")).hasSize(150);
        assertThat(page.texts("//section[1]//figcaption"))
                .singleElement()
                .asString()
                .contains("56 more manifests");
        assertThat(page.text().length()).isLessThan(8_000_000);
    }

    @Test
    void leavesBatchesOutOfThePicture_whereThereAreTooMany() throws IOException {
        ObjectNode receipt = HostileReceipts.receipt(reports, "billing");
        for (int i = 0; i < 50; i++) {
            HostileReceipts.write(reports, "many/manifest-" + i, receipt);
        }

        assertThat(Drawn.of(build).all("//section[1]//svg[@class='timeline']/g[title]"))
                .hasSize(150);
    }

    @Test
    void staysReadable_withManyQueriesOfManyColumns() throws IOException {
        ObjectNode receipt = HostileReceipts.receipt(reports, "billing");
        ArrayNode queries = ((ObjectNode) receipt.get("request")).putArray("queries");
        ArrayNode files = receipt.putArray("files");
        String columns =
                IntStream.range(0, 300).mapToObj(i -> "LongColumnName" + i).collect(Collectors.joining(", "));
        for (int i = 0; i < 50; i++) {
            queries.addObject().put("name", "Query" + i).put("query", "select " + columns + " from Object" + i);
            ArrayNode header = files.addObject()
                    .put("query", i)
                    .put("path", "file" + i + ".csv")
                    .put("records", Long.MAX_VALUE)
                    .put("bytes", Long.MAX_VALUE)
                    .putArray("header");
            Stream.of(columns.split(", ")).forEach(header::add);
        }
        HostileReceipts.write(reports, "billing", receipt);

        Drawn page = Drawn.of(build);

        assertThat(page.rows(Drawn.article("billing") + "/table[1]"))
                .hasSize(50)
                .allMatch(row -> row.contains("9,223,372,036,854,775,807"));
        assertThat(page.rows("//section[1]/div[@class='ledger']").get(0))
                .contains("published | 9,223,372,036,854,775,807 | 9,223,372,036,854,775,807");
        assertThat(page.texts(Drawn.article("billing") + "//p[@class='columns']"))
                .hasSize(50)
                .allMatch(text -> text.startsWith("300 columns: "));
        assertThat(page.text().length()).isLessThan(1_500_000);
    }

    @Test
    void showsAsMuchAsAPageCanHold_ofAReceiptWithoutEnd() throws IOException {
        ObjectNode receipt = HostileReceipts.receipt(reports, "billing");
        ArrayNode timeline = receipt.putArray("timeline");
        ArrayNode findings = receipt.putArray("diagnostics");
        ArrayNode checks = receipt.putArray("checks");
        for (int i = 0; i < 20_000; i++) {
            timeline.addObject()
                    .put("at", "2026-11-27T04:30:01Z")
                    .put("what", "retried")
                    .put("message", "again");
            findings.addObject().put("code", "AQ999").put("severity", "error").put("message", "wrong");
            checks.addObject().put("check", "header").put("result", "failed");
        }
        HostileReceipts.write(reports, "billing", receipt);

        assertThat(Drawn.of(build).text().length()).isLessThan(2_500_000);
    }

    @Test
    void hasNothingThatRunsOrLoads_byConstruction() {
        for (String name :
                new String[] {"script", "iframe", "img", "link", "object", "form", "use", "image", "foreignObject"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> io.github.aquaspec.report.page.Element.of(name));
        }
        for (String name :
                new String[] {"onload", "onclick", "src", "href", "xlink:href", "style", "srcset", "action"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> io.github.aquaspec.report.page.Element.of("p").with(name, "x"));
        }
    }

    @Test
    void seesWhatDoesSomething() {
        assertThat(trouble(Drawn.parsed("<p><script>1</script></p>"))).isNotEmpty();
        assertThat(trouble(Drawn.parsed("<p onclick='x'>x</p>"))).isNotEmpty();
        assertThat(trouble(Drawn.parsed("<a href='javascript:x'>x</a>"))).isNotEmpty();
        assertThat(trouble(Drawn.parsed("<a href='//evil.example'>x</a>"))).isNotEmpty();
        assertThat(trouble(Drawn.parsed("<p>\u202E</p>"))).isNotEmpty();
        assertThat(trouble(Drawn.parsed("<style>p { background: url(x) }</style>")))
                .isNotEmpty();
        assertThat(trouble(Drawn.parsed("<a href='../aqua/a%3Ab/x.csv'>x</a>"))).isEmpty();
    }

    /** All that a page must not have. */
    private static List<String> trouble(Drawn page) {
        Stream<String> elements =
                page.all("//*").stream().map(Element::getTagName).filter(name -> !HARMLESS.contains(name));
        Stream<String> attributes = page.all("//*").stream().flatMap(HostilePageTest::trouble);
        Stream<String> styles =
                page.texts("//style").stream().filter(css -> css.contains("url(") || css.contains("@import"));
        Stream<String> letters = page.text()
                .codePoints()
                .filter(c -> c != '\n'
                        && (Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE))
                .mapToObj("U+%04X"::formatted);
        return Stream.of(elements, attributes, styles, letters)
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    private static Stream<String> trouble(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> (Attr) element.getAttributes().item(i))
                .filter(attribute -> !QUIET.contains(attribute.getName())
                        || (attribute.getName().equals("href")
                                && !attribute.getValue().matches("#[\\w-]+|(?!/)[^:?#]+")))
                .map(Attr::toString);
    }
}
