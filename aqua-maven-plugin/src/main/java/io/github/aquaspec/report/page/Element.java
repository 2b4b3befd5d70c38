package io.github.aquaspec.report.page;

import io.github.aquaspec.spec.diagnostic.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of the page, of HTML or SVG. Whatever text it is made of, it says that text and does nothing: names of elements and
 * attributes are from closed lists, in which there is none that runs, loads or leads away, and all the rest is escaped. It
 * is XML as well, so that another parser can be held against it.
 */
final class Element {

    /** Elements that stand in a line. */
    private static final Set<String> WORDS =
            Set.of("a", "code", "dd", "html", "path", "span", "strong", "time", "title");

    /** Elements that begin a line, so that the page can be read as text and compared with another. */
    private static final Set<String> LINES = Set.of(
            "article",
            "body",
            "caption",
            "details",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "g",
            "h1",
            "h2",
            "h3",
            "h4",
            "header",
            "li",
            "line",
            "main",
            "p",
            "pre",
            "rect",
            "section",
            "summary",
            "svg",
            "table",
            "tbody",
            "td",
            "text",
            "th",
            "thead",
            "tr",
            "ul");

    private static final Set<String> ATTRIBUTES = Set.of(
            "aria-hidden",
            "aria-label",
            "aria-labelledby",
            "class",
            "d",
            "data-label",
            "datetime",
            "height",
            "id",
            "lang",
            "overflow",
            "role",
            "scope",
            "text-anchor",
            "transform",
            "viewBox",
            "width",
            "x",
            "x1",
            "x2",
            "y",
            "y1",
            "y2");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private Element(String name) {
        this.name = known(name, LINES.contains(name) ? LINES : WORDS);
    }

    static Element of(String name) {
        return new Element(name);
    }

    static Element of(String name, String style) {
        return new Element(name).with("class", style);
    }

    Element with(String attribute, String value) {
        attributes.put(known(attribute, ATTRIBUTES), value);
        return this;
    }

    /** Makes it lead to a file of this machine, or to a place on the page. */
    Element leadingTo(Link link) {
        attributes.put("href", link.reference());
        return this;
    }

    Element add(Element part) {
        content.add(part);
        return this;
    }

    Element add(Optional<Element> part) {
        content.addAll(part.stream().toList());
        return this;
    }

    Element add(List<Element> parts) {
        content.addAll(parts);
        return this;
    }

    /** Adds a text of one line. */
    Element text(String text) {
        content.add(escaped(Printable.of(text)));
        return this;
    }

    /** Adds a text with the lines that it has. */
    Element lines(String text) {
        content.add(text.replace("\t", "    ")
                .lines()
                .map(Printable::of)
                .map(Element::escaped)
                .collect(Collectors.joining("\n")));
        return this;
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    void write(StringBuilder page) {
        if (LINES.contains(name)) {
            page.append('\n');
        }
        page.append('<').append(name);
        attributes.forEach((attribute, value) -> page.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(Printable.of(value)))
                .append('"'));
        page.append('>');
        for (Object part : content) {
            if (part instanceof Element element) {
                element.write(page);
            } else {
                page.append(part);
            }
        }
        page.append("</").append(name).append('>');
    }

    private static String known(String name, Set<String> list) {
        if (!list.contains(name)) {
            throw new IllegalArgumentException(name + " is not for this page");
        }
        return name;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
