package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import java.util.Locale;
import java.util.Optional;

/** What stands in cells of tables. */
final class Cell {

    private Cell() {}

    static Element text(String text) {
        return Clip.shown(text, Clip.NAME);
    }

    static Element text(Optional<String> text) {
        return text.map(Cell::text).orElseGet(Cell::nothing);
    }

    static Element code(Optional<String> code) {
        return code.map(c -> Element.of("code").text(Clip.of(c, Clip.NAME))).orElseGet(Cell::nothing);
    }

    static Element count(Optional<Long> number) {
        return number.map(n -> Element.of("span").text(Quantity.grouped(n))).orElseGet(Cell::nothing);
    }

    /** How a number differs from the one before: {@code +2.1 %}. */
    static Element change(Optional<Long> now, Optional<Long> before) {
        if (now.isEmpty() || before.isEmpty()) {
            return nothing();
        }
        return Element.of("span", "change").text(change(now.get(), before.get()));
    }

    static String change(long now, long before) {
        if (now == before) {
            return "same";
        }
        if (before == 0) {
            return "from 0";
        }
        double percent = 100.0 * (now - (double) before) / before;
        String number = Math.abs(percent) < 0.05
                ? "0.0"
                : String.format(Locale.ROOT, Math.abs(percent) < 100 ? "%.1f" : "%,.0f", Math.abs(percent));
        return (percent < 0 ? "−" : "+") + number + " %";
    }

    /** Nothing is known, which is said to those who hear the page too. */
    static Element nothing() {
        return Element.of("span", "nothing")
                .add(Element.of("span").with("aria-hidden", "true").text("–"))
                .add(Element.of("span", "unseen").text("none"));
    }
}
