package io.github.aquaspec.report;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a suite as JUnit's XML: the elements that Ant's task and Jenkins agree on, so that every CI server reads them. */
final class JUnitXml {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;
    private final UnaryOperator<String> redaction;

    private JUnitXml(XMLStreamWriter xml, UnaryOperator<String> redaction) {
        this.xml = xml;
        this.redaction = redaction;
    }

    /** The file, in UTF-8. */
    static byte[] bytes(TestSuite suite, UnaryOperator<String> redaction) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(xml, redaction).write(suite);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(TestSuite suite) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("tests", String.valueOf(suite.cases().size()));
        attribute("failures", String.valueOf(suite.count(TestSuite.Verdict.FAILURE)));
        attribute("errors", String.valueOf(suite.count(TestSuite.Verdict.ERROR)));
        attribute("skipped", String.valueOf(suite.count(TestSuite.Verdict.SKIPPED)));
        attribute("time", seconds(suite.time()));
        attribute("timestamp", TIMESTAMP.format(suite.begun()));
        line();
        for (TestSuite.Case one : suite.cases()) {
            write(suite, one);
        }
        if (!suite.notes().isEmpty()) {
            element("system-out", suite.notes());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(TestSuite suite, TestSuite.Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", suite.name());
        attribute("name", one.name());
        attribute("time", seconds(Duration.ZERO));
        switch (one.verdict()) {
            case PASSED -> {
                if (!one.text().isEmpty()) {
                    line();
                    element("system-out", one.text());
                }
            }
            case SKIPPED -> {
                line();
                xml.writeEmptyElement("skipped");
                attribute("message", one.message());
                line();
            }
            case FAILURE -> problem("failure", one);
            case ERROR -> problem("error", one);
        }
        xml.writeEndElement();
        line();
    }

    private void problem(String element, TestSuite.Case one) throws XMLStreamException {
        line();
        xml.writeStartElement(element);
        attribute("type", one.type());
        attribute("message", one.message());
        text(one.text());
        xml.writeEndElement();
        line();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        text(text);
        xml.writeEndElement();
        line();
    }

    private void text(String text) throws XMLStreamException {
        xml.writeCharacters(XmlText.of(text, redaction));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value, redaction));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
