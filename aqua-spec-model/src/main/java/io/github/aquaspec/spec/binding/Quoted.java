package io.github.aquaspec.spec.binding;

/** A piece of the user's text in a sentence of ours: one line, not too long. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return "\"" + line + "\"";
        }
        return "\"" + line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…\"";
    }
}
