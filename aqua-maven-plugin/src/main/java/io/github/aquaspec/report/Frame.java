package io.github.aquaspec.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a terminal is given at once, so that a build which is killed leaves it as it was found. Only {@link LiveBlock} makes
 * one, of lines in which nothing drives a terminal; the few control sequences around them are here.
 */
public final class Frame {

    private static final String ESCAPE = "\u001B[";
    /** Lines are cut at the edge of the terminal, by the terminal: it knows its width, also while it is resized. */
    private static final String CUT = ESCAPE + "?7l";

    private static final String WRAP = ESCAPE + "?7h";
    private static final String ERASE_REST_OF_LINE = ESCAPE + "K";
    private static final String ERASE_BELOW = ESCAPE + "J";

    private final String text;

    private Frame(String text) {
        this.text = text;
    }

    /** Takes away a block, on whose last line the cursor stands. */
    static Frame erasing(int lines) {
        return new Frame(toTheTop(lines) + ERASE_BELOW);
    }

    /** Draws a block in the place of one, and leaves the cursor on its last line. */
    static Frame drawing(int linesBefore, List<String> lines) {
        return new Frame(toTheTop(linesBefore)
                + CUT
                + String.join(ERASE_REST_OF_LINE + "\r\n", lines)
                + ERASE_REST_OF_LINE
                + ERASE_BELOW
                + WRAP);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String toTheTop(int lines) {
        return lines > 1 ? "\r" + ESCAPE + (lines - 1) + "A" : "\r";
    }
}
