package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.source.ScalarText.Replacement;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The declarations of {@code params} as all read them: no placeholder stands in them, and {@code $$} is a {@code $}. */
final class LiteralParams {

    private LiteralParams() {}

    /** The same document with these declarations. */
    static Node of(Node root, Consumer<Diagnostic> findings) {
        return root instanceof MappingNode job
                ? job.mapValues(m -> m.key().equals("params")
                        ? Tree.mapScalars(m.value(), (key, scalar) -> literal(scalar, findings))
                        : m.value())
                : root;
    }

    private static ScalarNode literal(ScalarNode scalar, Consumer<Diagnostic> findings) {
        List<Replacement> parts = new ArrayList<>();
        for (Mark mark : Mark.in(scalar.value())) {
            if (mark instanceof Mark.Placeholder) {
                findings.accept(Diagnostic.of(KeyCode.MISPLACED_PLACEHOLDER, "a placeholder cannot stand in params")
                        .at(scalar.text().span(mark.from(), mark.to()))
                        .fix("write the value itself; where the characters are meant, write $$ for $"));
            } else {
                parts.add(new Replacement(mark.from(), mark.to(), "$"));
            }
        }
        return parts.isEmpty() ? scalar : new ScalarNode(scalar.text().with(parts), scalar.form());
    }
}
