package io.github.aquaspec.spec.diagnostic;

/** A piece of the user's text in a sentence of ours: one line, not too long. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text in quotes, white space as single blanks, at most 60 characters. */
    public static String of(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return "\"" + line + "\"";
        }
        return "\"" + line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…\"";
    }
}
