package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** Refuses characters that a text cannot carry. */
final class ControlCharacters {

    private static final int SHOWN = 10;

    private ControlCharacters() {}

    /** Refuses what YAML does not allow in a file, such as a form feed or half a surrogate pair. */
    static void refuse(SourceText source, Findings found) {
        String text = source.content();
        int shown = 0;
        for (int at = 0; at < text.length() && shown < SHOWN; ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (!StreamReader.isPrintable(c)) {
                found.add(refusal(c, source.span(at, next))
                        .fix("delete it; where it is meant, write it in double quotes as \\u%04X".formatted(c)));
                shown++;
            }
            at = next;
        }
        if (shown > 0) {
            throw new Findings.ReadingStopped();
        }
    }

    /** Refuses what an escape can write into a value but no request can carry: U+0000 and half a surrogate pair. */
    static Optional<Diagnostic> unsendable(ScalarText text) {
        String value = text.value();
        for (int at = 0; at < value.length(); ) {
            int c = value.codePointAt(at);
            int next = at + Character.charCount(c);
            if (c == 0 || isSurrogate(c)) {
                return Optional.of(
                        refusal(c, text.span(at, next)).fix("delete it, or write the character that is meant"));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static Diagnostic refusal(int c, Span span) {
        String what = isSurrogate(c) ? "half of a character" : "a control character";
        return Diagnostic.of(ReadingCode.CONTROL_CHARACTER, "%s, U+%04X, stands in the text".formatted(what, c))
                .at(span);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
