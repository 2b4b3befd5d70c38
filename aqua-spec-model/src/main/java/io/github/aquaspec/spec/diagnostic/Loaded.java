package io.github.aquaspec.spec.diagnostic;

import io.github.aquaspec.spec.source.SourceMap;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file: a value, or the reasons why there is none, and the findings in order either way.
 *
 * @param value present if and only if no finding is an error
 * @param diagnostics all findings that are not suppressed, by place
 * @param suppressed findings that the file silences, with its reason
 * @param places where each value stands, for findings of later phases
 */
public record Loaded<T>(
        Optional<T> value, List<Diagnostic> diagnostics, List<Suppressed> suppressed, SourceMap places) {

    /**
     * A finding that the file silences.
     *
     * @param diagnostic what was found
     * @param reason why the author silences it
     */
    public record Suppressed(Diagnostic diagnostic, String reason) {}

    public Loaded {
        diagnostics = diagnostics.stream().sorted().toList();
        suppressed = List.copyOf(suppressed);
        if (value.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("a value if and only if there is no error");
        }
    }

    public boolean hasErrors() {
        return value.isEmpty();
    }
}
