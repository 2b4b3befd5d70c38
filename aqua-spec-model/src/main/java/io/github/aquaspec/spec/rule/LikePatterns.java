package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Predicate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One {@code %} in a pattern, first or last (Zuora documentation, Export ZOQL: filter statements; Zuora Object
 * Query Language: filter statements).
 */
final class LikePatterns implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed().stream()
                .flatMap(parsed -> Stream.of(parsed.where(), parsed.having()))
                .flatMap(Optional::stream)
                .flatMap(Condition::predicates)
                .filter(Predicate.Like.class::isInstance)
                .map(like -> ((Predicate.Like) like).pattern())
                .flatMap(pattern -> finding(pattern.value(), query.hasPlaceholder(pattern.range())).stream()
                        .map(finding -> finding.at(query.within(pattern.range()))))
                .forEach(findings);
    }

    /** What a placeholder brings along can only make it more. */
    private static Optional<Diagnostic> finding(String pattern, boolean hasPlaceholder) {
        long count = pattern.chars().filter(c -> c == '%').count();
        if (count > 1) {
            return Optional.of(Diagnostic.of(ZoqlCode.LIKE_PATTERN, "found " + count + " % in a pattern, wanted one")
                    .fix("keep one, at the start or at the end; sift out the rest where the file is read"));
        }
        if (hasPlaceholder) {
            return Optional.empty();
        }
        if (count == 0) {
            return Optional.of(Diagnostic.of(ZoqlCode.LIKE_PATTERN, "a pattern without %")
                    .severity(Severity.WARNING)
                    .why("Zuora documents patterns with one % only; what it makes of others is not known.")
                    .fix("write = for equal texts, or % at the start or the end"));
        }
        return pattern.startsWith("%") || pattern.endsWith("%")
                ? Optional.empty()
                : Optional.of(Diagnostic.of(ZoqlCode.LIKE_PATTERN, "found % inside a pattern, wanted it at one end")
                        .fix("move it to the start or the end; sift out the rest where the file is read"));
    }
}
