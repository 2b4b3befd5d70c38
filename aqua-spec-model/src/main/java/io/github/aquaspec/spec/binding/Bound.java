package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a tree says.
 *
 * @param job what could be read; complete if and only if binding found no error. Queries that cannot be read are left
 *     out of it and of the places, so that rules can speak about the others. Empty when too little is left to speak
 *     about
 * @param complete the same job with a literal for each end of the window and for each value that nobody has given: what
 *     rules look at; present where {@code job} is
 * @param places where the values of {@code complete} stand
 * @param unexpanded the values with placeholders that nobody expands
 */
public record Bound(Optional<JobSpec> job, Optional<JobSpec> complete, SourceMap places, Set<Span> unexpanded) {

    public Bound {
        unexpanded = Set.copyOf(unexpanded);
    }

    /**
     * Passes findings on, except those about a value whose placeholders nobody expands: it is not known what it is. But
     * it is text, whatever it is, so where a list or a mapping belongs it is wrong.
     */
    public Consumer<Diagnostic> exceptUnexpanded(Consumer<Diagnostic> findings) {
        return exceptAt(unexpanded, findings);
    }

    static Consumer<Diagnostic> exceptAt(Set<Span> spans, Consumer<Diagnostic> findings) {
        return finding -> {
            if (finding.code() == KeyCode.WRONG_KIND
                    || finding.where()
                            .filter(label -> spans.contains(label.span()))
                            .isEmpty()) {
                findings.accept(finding);
            }
        };
    }
}
