package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.SourceText;
import java.util.Map;

/** Finds the ends of JSON's scalars and decodes its strings, char by char. */
final class JsonScalar {

    private static final Map<Character, Integer> ESCAPES =
            Map.of('b', 0x08, 't', 0x09, 'n', 0x0A, 'f', 0x0C, 'r', 0x0D, '"', 0x22, '/', 0x2F, '\\', 0x5C);

    private JsonScalar() {}

    /** A string, from its opening quote, with the value that the library reads. */
    static ScalarText string(SourceText source, int start, String value) {
        PlacedText out = new PlacedText(source);
        return out.as(value, source.span(start, decode(source.content(), start, out)));
    }

    /** A string, from its opening quote. */
    static ScalarText string(SourceText source, int start) {
        PlacedText out = new PlacedText(source);
        return out.asDecoded(source.span(start, decode(source.content(), start, out)));
    }

    /** Decodes a string and returns the offset behind its closing quote. */
    private static int decode(String text, int start, PlacedText out) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            if (text.charAt(at) != '\\') {
                out.copy(at, at + 1);
                at++;
            } else if (text.charAt(at + 1) == 'u') {
                out.put(Integer.parseInt(text.substring(at + 2, at + 6), 16), at, at + 6);
                at += 6;
            } else {
                char c = text.charAt(at + 1);
                out.put(ESCAPES.getOrDefault(c, (int) c), at, at + 2);
                at += 2;
            }
        }
        return at + 1;
    }

    /** A number or a word, which stands for itself. */
    static ScalarText bare(SourceText source, int start, String value) {
        PlacedText out = new PlacedText(source);
        int end = Math.min(start + value.length(), source.length());
        out.copy(start, end);
        return out.as(value, source.span(start, end));
    }
}
