package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands in a cell of a table.
 *
 * @param content empty where nothing is known
 */
record Cell(Optional<Element> content) {

    static final Cell NOTHING = new Cell(Optional.empty());

    static Cell of(Element content) {
        return new Cell(Optional.of(content));
    }

    static Cell text(String text) {
        return of(Clip.shown(text, Clip.NAME));
    }

    static Cell text(Optional<String> text) {
        return text.map(Cell::text).orElse(NOTHING);
    }

    static Cell code(Optional<String> code) {
        return new Cell(code.map(c -> Element.of("code").text(Clip.of(c, Clip.NAME))));
    }

    static Cell count(Optional<Long> number) {
        return new Cell(number.map(n -> Element.of("span").text(Quantity.grouped(n))));
    }

    /** How a number differs from the one before: {@code +2.1 %}. */
    static Cell change(Optional<Long> now, Optional<Long> before) {
        return new Cell(now.flatMap(
                n -> before.map(b -> Element.of("span", "change").text(change(n, b)))));
    }

    static String change(long now, long before) {
        if (now == before) {
            return "same";
        }
        if (before == 0) {
            return "from 0";
        }
        double percent = 100.0 * (now - (double) before) / before;
        double size = Math.abs(percent);
        String number = String.format(Locale.ROOT, size < 99.95 ? "%.1f" : "%,.0f", size);
        return (percent < 0 ? "−" : "+") + number + " %";
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    /** The content; that there is none is said to those who hear the page too. */
    Element element() {
        return content.orElseGet(() -> Element.of("span", "nothing")
                .add(Element.of("span").with("aria-hidden", "true").text("–"))
                .add(Element.of("span", "unseen").text("none")));
    }
}
