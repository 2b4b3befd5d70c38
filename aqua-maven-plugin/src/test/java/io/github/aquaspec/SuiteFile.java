package io.github.aquaspec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The report of a manifest as a test suite, read back. */
public record SuiteFile(Path file) {

    private static final Schema SCHEMA = schema();

    /** One test, and the element in it that says what it came to, where there is one. */
    public record Case(String name, String verdict, String message, String text) {}

    /** What is wrong with the file; its cases are counted, too. */
    public List<String> problems() throws IOException {
        try {
            SCHEMA.newValidator().validate(new StreamSource(file.toFile()));
        } catch (SAXException e) {
            return List.of(file + ": " + e.getMessage());
        }
        List<String> problems = new ArrayList<>();
        for (String verdict : List.of("failure", "error", "skipped")) {
            String attribute = verdict.equals("skipped") ? verdict : verdict + "s";
            long found = cases().stream()
                    .filter(one -> one.verdict().equals(verdict))
                    .count();
            if (!suite().getAttribute(attribute).equals(String.valueOf(found))) {
                problems.add(file + ": " + attribute + " is not " + found);
            }
        }
        if (!suite().getAttribute("tests").equals(String.valueOf(cases().size()))) {
            problems.add(file + ": tests is not " + cases().size());
        }
        return problems;
    }

    public Element suite() throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    public List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        NodeList all = suite().getElementsByTagName("testcase");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            Element said = (Element) one.getElementsByTagName("*").item(0);
            cases.add(
                    said == null
                            ? new Case(one.getAttribute("name"), "", "", "")
                            : new Case(
                                    one.getAttribute("name"),
                                    said.getTagName(),
                                    said.getAttribute("message"),
                                    said.getTextContent()));
        }
        return cases;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(SuiteFile.class.getResource("/junit/suite.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(XMLConstants.W3C_XML_SCHEMA_NS_URI, e);
        }
    }
}
