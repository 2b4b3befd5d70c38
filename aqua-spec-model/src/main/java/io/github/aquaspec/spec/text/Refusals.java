package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;

/** What YAML and JSON are refused for alike. */
final class Refusals {

    private Refusals() {}

    static Diagnostic empty(SourceText source) {
        return Diagnostic.of(ReadingCode.EMPTY, "the manifest is empty")
                .at(source.span(0, 0))
                .fix("write the job, starting with its queries, or paste a request body of Zuora's documentation");
    }

    static Diagnostic tooDeep(Span span) {
        return Diagnostic.of(ReadingCode.TOO_DEEP, "the manifest is more than " + Limits.DEPTH + " levels deep here")
                .at(span)
                .fix("take the extra brackets or levels away");
    }

    static Diagnostic tooMany(Span span) {
        return Diagnostic.of(
                        ReadingCode.TOO_MANY_EVENTS,
                        "the manifest has more than 100,000 keys, values and brackets; reading stopped here")
                .at(span)
                .fix("split it into several manifests");
    }
}
