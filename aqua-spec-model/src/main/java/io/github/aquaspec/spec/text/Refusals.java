package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.Locale;

/** What YAML and JSON are refused for alike. */
final class Refusals {

    private Refusals() {}

    static Diagnostic empty(SourceText source) {
        return Diagnostic.of(ReadingCode.EMPTY, "the manifest is empty")
                .at(source.span(0, 0))
                .fix("write the job, starting with its queries, or paste a request body of Zuora's documentation");
    }

    static Diagnostic secondDocument(Span here, Node first) {
        return Diagnostic.of(ReadingCode.SECOND_DOCUMENT, "a second document starts here")
                .at(here)
                .related(first.span(), "the first")
                .fix("move it to a file of its own, or delete it");
    }

    static Diagnostic tooDeep(Span span) {
        return Diagnostic.of(ReadingCode.TOO_DEEP, "the manifest is more than " + Limits.DEPTH + " levels deep here")
                .at(span)
                .fix("take the extra brackets or levels away");
    }

    static Diagnostic tooMany(Span span) {
        return Diagnostic.of(
                        ReadingCode.TOO_MANY_EVENTS,
                        String.format(
                                Locale.ROOT,
                                "the manifest has more than %,d keys, values and brackets; reading stopped here",
                                Limits.EVENTS))
                .at(span)
                .fix("split it into several manifests");
    }
}
