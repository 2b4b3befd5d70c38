package io.github.aquaspec.report.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A page as another parser reads it.
 *
 * @param text its characters
 * @param document what the JDK makes of them
 */
record Drawn(String text, Document document) {

    private static final Path STORY = Path.of("src", "test", "resources", "report", "story");

    /** Draws the receipts below a folder of a build. */
    static Drawn of(Path build) throws IOException {
        HtmlReport report =
                HtmlReport.write(build.resolve("target/aqua-reports"), build).orElseThrow();
        return parsed(Files.readString(report.file()));
    }

    static Drawn parsed(String text) {
        try {
            return new Drawn(
                    text,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    /**
     * Puts the receipts of a build into a folder: two manifests published, one failed in its checks, one rejected, one
     * skipped, one left by a build that was killed; and a job that was fetched alone the day before.
     */
    static Path story(Path build) throws IOException {
        Path reports = build.resolve("target/aqua-reports");
        try (Stream<Path> files = Files.walk(STORY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = reports.resolve(STORY.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return reports;
    }

    /** The elements that an expression names. */
    List<Element> all(String xpath) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> (Element) found.item(i))
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(xpath, e);
        }
    }

    /** Their texts, with single blanks. */
    List<String> texts(String xpath) {
        return all(xpath).stream()
                .map(element -> element.getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** The rows of the tables that an expression names, cells separated by bars. */
    List<String> rows(String xpath) {
        return all(xpath + "//tbody/tr").stream()
                .map(row -> IntStream.range(0, row.getChildNodes().getLength())
                        .mapToObj(i -> row.getChildNodes().item(i))
                        .filter(Element.class::isInstance)
                        .map(cell -> cell.getTextContent().strip().replaceAll("\\s+", " "))
                        .reduce((a, b) -> a + " | " + b)
                        .orElse(""))
                .toList();
    }

    /** The article of a manifest, for expressions. */
    static String article(String id) {
        return "//article[h3/span[@class='name']='" + id + "']";
    }
}
