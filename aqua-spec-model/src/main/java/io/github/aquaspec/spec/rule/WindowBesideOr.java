package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A window holds for each record, so where {@code or} joins alternatives, each of them asks for it: {@code or} binds looser
 * than {@code and} (Zuora documentation, Export ZOQL).
 */
final class WindowBesideOr implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        List<WindowBound> bounds = WindowBound.in(query);
        Optional<Condition> where = query.parsed().flatMap(Query::where);
        Stream.of(WindowBound.Edge.values())
                .map(edge -> comparisons(bounds, edge))
                .filter(comparisons -> !comparisons.isEmpty())
                .flatMap(comparisons -> where.flatMap(all -> free(all, comparisons)).stream())
                .findFirst()
                .ifPresent(alternative -> findings.accept(
                        Diagnostic.of(ZoqlCode.WINDOW_BESIDE_OR, "the window does not limit this alternative of or")
                                .at(query.within(alternative.range()))
                                .fix(fix(QueryText.dialect(query.query())))));
    }

    /** ZOQL has no parentheses. */
    private static String fix(Dialect dialect) {
        String everywhere = "ask for the window in each alternative";
        return dialect == Dialect.ZOQL
                ? everywhere
                : "put parentheses around what or joins, so that the window stands in front of them with and; or "
                        + everywhere;
    }

    /** By identity: to compare trees would take long in a long text. */
    private static Set<Predicate> comparisons(List<WindowBound> bounds, WindowBound.Edge edge) {
        Set<Predicate> comparisons = Collections.newSetFromMap(new IdentityHashMap<>());
        bounds.stream().filter(bound -> bound.edge() == edge).forEach(bound -> comparisons.add(bound.comparison()));
        return comparisons;
    }

    /** The first alternative that an end of the window does not limit; none where it holds for all. */
    private static Optional<Condition> free(Condition condition, Set<Predicate> bounds) {
        if (condition instanceof Condition.Parens parens) {
            return free(parens.inner(), bounds);
        } else if (condition instanceof Condition.Or or) {
            return or.terms().stream()
                    .flatMap(term -> free(term, bounds).stream())
                    .findFirst();
        }
        List<Condition> terms = condition instanceof Condition.And and ? and.terms() : List.of(condition);
        List<Condition> asking = terms.stream()
                .filter(term -> term.predicates().anyMatch(bounds::contains))
                .toList();
        if (asking.isEmpty()) {
            return Optional.of(condition);
        }
        return terms.size() == 1 ? Optional.empty() : freeOfAll(asking, bounds);
    }

    /** One term that an end limits is enough. Each is looked into once: parentheses may be nested deep. */
    private static Optional<Condition> freeOfAll(List<Condition> terms, Set<Predicate> bounds) {
        Optional<Condition> first = Optional.empty();
        for (Condition term : terms) {
            Optional<Condition> free = free(term, bounds);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> free);
        }
        return first;
    }
}
