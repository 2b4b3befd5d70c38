package io.github.aquaspec.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that is found however each of its characters is written: as it is, percent-encoded, escaped for JSON, for XML
 * or HTML, or made visible for a console. Characters may be written in different ways within one occurrence.
 */
final class Spelling {

    private static final String ESCAPED_BY_LETTER = "\b\t\n\f\r";
    private static final String LETTERS = "btnfr";
    private static final int CONTROL_PICTURES = 0x2400;
    /** Fewer characters at the end of a text are not taken for the beginning of something else. */
    private static final int BEGINNING = 3;

    private final List<Written> characters;
    /** What an occurrence can begin with: most places of a text are out of question at once. */
    private final String beginnings;

    /** What a character may be written as; escapes are the same in upper and lower case. */
    private record Written(List<String> exact, List<String> escapes) {

        String beginnings() {
            return Stream.concat(exact.stream(), escapes.stream())
                    .map(form -> form.substring(0, 1))
                    .distinct()
                    .collect(Collectors.joining());
        }

        /** Adds to {@code ends} where the character ends that begins at {@code at}. */
        void read(String text, int at, boolean cut, BitSet ends) {
            int left = text.length() - at;
            exact.forEach(form -> read(text, at, form, false, cut && form.length() > left, ends));
            escapes.forEach(form -> read(text, at, form, true, cut && form.length() > left, ends));
        }

        private static void read(String text, int at, String form, boolean anyCase, boolean cut, BitSet ends) {
            int length = cut ? text.length() - at : form.length();
            if (text.regionMatches(anyCase, at, form, 0, length)) {
                ends.set(at + length);
            }
        }
    }

    Spelling(String text) {
        this.characters = text.codePoints().mapToObj(Spelling::written).toList();
        this.beginnings = characters.get(0).beginnings();
    }

    /**
     * Where an occurrence ends that begins at {@code at}, the longest reading; -1 if none begins there.
     *
     * @param cut whether the text may have been cut off within an occurrence
     */
    int end(String text, int at, boolean cut) {
        if (beginnings.indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        BitSet ends = new BitSet();
        ends.set(at);
        int read = 0;
        for (Written character : characters) {
            if (cut && read++ >= BEGINNING && ends.get(text.length())) {
                return text.length();
            }
            BitSet next = new BitSet();
            ends.stream().filter(from -> from < text.length()).forEach(from -> character.read(text, from, cut, next));
            if (next.isEmpty()) {
                return -1;
            }
            ends = next;
        }
        return ends.length() - 1;
    }

    private static Written written(int c) {
        String raw = Character.toString(c);
        List<String> exact = new ArrayList<>(List.of(raw));
        List<String> escapes = new ArrayList<>();
        if (c == ' ') {
            exact.add("+");
        }
        if ("\"\\/'".contains(raw)) {
            exact.add("\\" + raw);
            exact.add((c == '\\' ? "\\\\" : "\\\\\\") + "\\" + raw);
        }
        int letter = ESCAPED_BY_LETTER.indexOf(c);
        if (letter >= 0) {
            exact.add("\\" + LETTERS.charAt(letter));
        }
        if (c < ' ') {
            exact.add(Character.toString(CONTROL_PICTURES + c));
        }
        percent(raw, escapes);
        StringBuilder units = new StringBuilder();
        raw.chars().forEach(unit -> units.append(String.format(Locale.ROOT, "\\u%04x", unit)));
        escapes.add(units.toString());
        escapes.add(String.format(Locale.ROOT, "<U+%04x>", c));
        references(c, escapes);
        return new Written(exact, escapes);
    }

    /** Once, and once more: a URL within a URL. */
    private static void percent(String raw, List<String> escapes) {
        StringBuilder once = new StringBuilder();
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            once.append(String.format(Locale.ROOT, "%%%02x", b));
        }
        escapes.add(once.toString());
        escapes.add(once.toString().replace("%", "%25"));
    }

    private static void references(int c, List<String> escapes) {
        escapes.add("&#" + c + ";");
        escapes.add("&#0" + c + ";");
        escapes.add(String.format(Locale.ROOT, "&#x%x;", c));
        escapes.add(String.format(Locale.ROOT, "&#x%04x;", c));
        switch (c) {
            case '&' -> escapes.add("&amp;");
            case '<' -> escapes.add("&lt;");
            case '>' -> escapes.add("&gt;");
            case '"' -> escapes.add("&quot;");
            case '\'' -> escapes.add("&apos;");
            default -> {}
        }
    }
}
