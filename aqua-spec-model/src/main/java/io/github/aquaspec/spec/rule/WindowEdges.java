package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Z32: a window is half open, so its start is asked for with {@code >=} and its end with {@code <}, and with both (Zuora
 * documentation, Bulk data extraction).
 */
final class WindowEdges implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        List<WindowBound> bounds = WindowBound.in(query);
        bounds.stream()
                .filter(bound -> bound.operator() != bound.edge().operator())
                .forEach(bound -> findings.accept(Diagnostic.of(
                                ZoqlCode.WINDOW_EDGE,
                                "found " + bound.operator().sign() + " at the "
                                        + bound.edge().word() + " of the window, wanted "
                                        + bound.edge().operator().sign())
                        .at(query.within(bound.comparison().operatorRange()))
                        .fix("write UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}")));
        if (bounds.stream().map(WindowBound::edge).distinct().count() == 1) {
            WindowBound only = bounds.get(0);
            findings.accept(Diagnostic.of(
                            ZoqlCode.HALF_A_WINDOW,
                            "the query asks for the " + only.edge().word() + " of the window alone")
                    .at(query.within(only.comparison().range()))
                    .fix("add and UpdatedDate " + only.edge().other()));
        }
    }
}
