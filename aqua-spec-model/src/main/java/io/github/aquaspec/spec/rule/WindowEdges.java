package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A window is half open, so its start is asked for with {@code >=} and its end with {@code <}, and with both (Zuora
 * documentation, Bulk data extraction). Behind {@code not} other operators are right.
 */
final class WindowEdges implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        // by identity: to compare trees for each bound would take long in a long text
        Set<Predicate> asserted = Collections.newSetFromMap(new IdentityHashMap<>());
        query.parsed().flatMap(Query::where).stream()
                .flatMap(Condition::asserted)
                .forEach(asserted::add);
        List<WindowBound> bounds = WindowBound.in(query);
        bounds.stream()
                .filter(bound -> asserted.contains(bound.comparison()))
                .filter(WindowBound::isMistaken)
                .forEach(bound -> findings.accept(edge(query, bound)));
        if (bounds.stream().map(WindowBound::edge).distinct().count() == 1) {
            WindowBound only = bounds.get(0);
            findings.accept(Diagnostic.of(
                            ZoqlCode.HALF_A_WINDOW,
                            "the query asks for the " + only.edge().word() + " of the window alone")
                    .at(query.within(only.comparison().range()))
                    .fix("add and " + only.asking(only.edge().other())));
        }
    }

    private static Diagnostic edge(QueryInJob query, WindowBound bound) {
        return Diagnostic.of(
                        ZoqlCode.WINDOW_EDGE,
                        "found " + bound.comparison().operator().sign() + " at the "
                                + bound.edge().word() + " of the window, wanted "
                                + bound.wanted().sign())
                .at(query.within(bound.comparison().operatorRange()))
                .fix("write " + bound.asking(bound.edge()));
    }
}
