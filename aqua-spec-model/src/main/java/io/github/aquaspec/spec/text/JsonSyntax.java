package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.Deque;

/** Says what a text lacks to be JSON, at the place that is to blame. */
final class JsonSyntax {

    private JsonSyntax() {}

    /** Something behind the closing brace. */
    static Diagnostic trailing(SourceText source, int start) {
        return syntax("this stands behind the closing `}` of the manifest")
                .at(rest(source, start))
                .fix("delete it");
    }

    /**
     * One finding for a syntax error.
     *
     * @param start where the token starts that could not be read
     * @param offset where reading gave up
     * @param open the brackets around it, innermost first
     */
    static Diagnostic explain(SourceText source, int start, int offset, Deque<Integer> open) {
        return syntax("this is not how JSON is written").at(rest(source, start));
    }

    private static Diagnostic syntax(String message) {
        return Diagnostic.of(ReadingCode.SYNTAX, message);
    }

    private static Span rest(SourceText source, int offset) {
        int end = offset;
        while (end < source.length() && !LineBreaks.isBreak(source.content().charAt(end))) {
            end++;
        }
        return source.span(offset, end);
    }
}
