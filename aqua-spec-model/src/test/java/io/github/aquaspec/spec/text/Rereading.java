package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.Span;
import java.util.List;
import java.util.Map;

/** Reads the place of each char of a value again, knowing nothing of the rest of the file. */
final class Rereading {

    private static final Map<String, String> ESCAPES = Map.ofEntries(
            Map.entry("\\0", "\0"),
            Map.entry("\\a", "\u0007"),
            Map.entry("\\b", "\b"),
            Map.entry("\\t", "\t"),
            Map.entry("\\n", "\n"),
            Map.entry("\\v", "\u000B"),
            Map.entry("\\f", "\f"),
            Map.entry("\\r", "\r"),
            Map.entry("\\e", "\u001B"),
            Map.entry("\\ ", " "),
            Map.entry("\\\"", "\""),
            Map.entry("\\\\", "\\"),
            Map.entry("\\/", "/"),
            Map.entry("\\N", "\u0085"),
            Map.entry("\\_", "\u00A0"),
            Map.entry("\\L", "\u2028"),
            Map.entry("\\P", "\u2029"),
            Map.entry("''", "'"));

    private Rereading() {}

    /** Each char stands where its place says, in order, inside the scalar. */
    static void assertExact(ScalarText text) {
        String value = text.value();
        int behind = text.span().start();
        for (int i = 0; i < value.length(); i++) {
            Span place = text.span(i, i + 1);
            assertThat(place.end()).isLessThanOrEqualTo(text.span().end());
            boolean secondHalf = i > 0
                    && Character.isSurrogatePair(value.charAt(i - 1), value.charAt(i))
                    && place.equals(text.span(i - 1, i));
            if (!secondHalf) {
                boolean pair =
                        place.text().startsWith("\\U") && Character.isSupplementaryCodePoint(value.codePointAt(i));
                assertThat(place.start()).as("places in order").isGreaterThanOrEqualTo(behind);
                assertThat(meanings(place.text()))
                        .as("char %d of <%s>, written <%s>", i, value, place.text())
                        .contains(value.substring(i, pair ? i + 2 : i + 1));
            }
            behind = place.end();
        }
    }

    /** What a stretch of a file can mean by itself; a single line break is a blank where it is folded. */
    private static List<String> meanings(String written) {
        if (ESCAPES.containsKey(written)) {
            return List.of(ESCAPES.get(written));
        }
        if (written.matches("\\\\[xuU][0-9a-fA-F]+")) {
            return List.of(Character.toString(Integer.parseInt(written.substring(2), 16)));
        }
        boolean escapedBreak = written.length() > 1 && written.charAt(0) == '\\';
        String breaks =
                written.substring(escapedBreak ? 1 : 0).replace("\r\n", "\n").replaceAll("[ \t]", "");
        if (breaks.matches("[\u2028\u2029]|[\n\r\u0085][\u2028\u2029]")) {
            return List.of(breaks.substring(breaks.length() - 1));
        }
        if (breaks.matches("[\n\r\u0085\u2028\u2029][\n\r\u0085]")) {
            return List.of("\n");
        }
        if (breaks.matches("[\n\r\u0085]") && !escapedBreak) {
            return List.of(" ", "\n", written);
        }
        return List.of(written);
    }
}
