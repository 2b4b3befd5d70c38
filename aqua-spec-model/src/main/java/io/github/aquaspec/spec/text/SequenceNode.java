package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.Span;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A list, in the order of the file.
 *
 * @param span from the first item to the end of the last, or the brackets
 * @param items its values
 */
public record SequenceNode(Span span, List<Node> items) implements Node {

    public SequenceNode {
        items = List.copyOf(items);
    }

    /** As many items, each changed. */
    public SequenceNode map(UnaryOperator<Node> change) {
        return new SequenceNode(span, items.stream().map(change).toList());
    }

    @Override
    public String kind() {
        return "a list";
    }
}
