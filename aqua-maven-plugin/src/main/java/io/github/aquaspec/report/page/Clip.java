package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;

/** Long texts of others, cut so that the page stays readable; what is cut is there to open. */
final class Clip {

    /** What a name in a table or a heading has at most, in characters. */
    static final int NAME = 80;

    /** What a sentence has. */
    static final int SENTENCE = 400;

    /** What is shown of a text that was opened. */
    private static final int WHOLE = 20_000;

    private Clip() {}

    /** The beginning of a text. */
    static String of(String text, int longest) {
        return isLonger(text, longest) ? text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…" : text;
    }

    /** A text in one line, or its beginning with the whole to open. */
    static Element shown(String text, int longest) {
        if (!isLonger(text, longest)) {
            return Element.of("span", "name").text(text);
        }
        return Element.of("details", "name")
                .add(Element.of("summary").text(of(text, longest)))
                .add(Element.of("p", "whole").text(whole(text)));
    }

    /** A text with its lines, as far as a page can hold it. */
    static String whole(String text) {
        return isLonger(text, WHOLE)
                ? of(text, WHOLE) + " (" + Quantity.grouped(text.length()) + " characters; the receipt has them all)"
                : text;
    }

    private static boolean isLonger(String text, int longest) {
        return text.length() > longest && text.codePointCount(0, text.length()) > longest;
    }
}
