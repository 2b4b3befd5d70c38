package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.text.Node;
import java.util.Optional;
import java.util.function.Consumer;

/** Knows one kind of value. */
interface Reader<T> {

    /** The value of a node that is set; or nothing, and at least one finding that says why. */
    Optional<T> read(Node node, Consumer<Diagnostic> findings);

    /** What it takes. */
    Shape shape();
}
