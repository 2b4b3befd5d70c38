package io.github.aquaspec.emulator.scenario;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What can stand in a header of an answer. */
final class HeaderLine {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private HeaderLine() {}

    /**
     * Refuses what breaks an answer, or what the server sets itself.
     *
     * @throws IllegalArgumentException which says what would be right
     */
    static void check(String name, String value) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a header has letters, digits and dashes, such as Retry-After, not " + quoted(name));
        }
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    name + " follows from the body; the scenarios wrongLength, omitLength and truncateFile change it");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("the header " + name
                    + " has a value of one line in Latin-1, without control characters, not " + quoted(value));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\r", "\\r").replace("\n", "\\n") + '"';
    }
}
