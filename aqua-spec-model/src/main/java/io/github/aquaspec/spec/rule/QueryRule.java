package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** One thing that must hold of a query, or is wise. It tells; it neither throws nor stops the others. */
@FunctionalInterface
interface QueryRule {

    /**
     * Checks a query.
     *
     * @param query where it stands in its job
     * @param findings told of each problem
     */
    void check(QueryInJob query, Consumer<Diagnostic> findings);
}
