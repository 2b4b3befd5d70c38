package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Walks over a tree. */
final class Tree {

    private Tree() {}

    /** The same tree with other scalars. The function gets the path of each. */
    static Node mapScalars(SpecPath path, Node node, BiFunction<SpecPath, ScalarNode, ScalarNode> change) {
        if (node instanceof MappingNode mapping) {
            return new MappingNode(
                    mapping.span(),
                    mapping.members().stream()
                            .map(m -> new MappingNode.Member(
                                    m.key(), m.keySpan(), mapScalars(path.key(m.key()), m.value(), change)))
                            .toList());
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.items();
            return new SequenceNode(
                    sequence.span(),
                    IntStream.range(0, items.size())
                            .mapToObj(i -> mapScalars(path.index(i), items.get(i), change))
                            .toList());
        }
        return change.apply(path, (ScalarNode) node);
    }

    /** Each member of each mapping, outermost first, with its path. */
    static void eachMember(SpecPath path, Node node, BiConsumer<SpecPath, MappingNode.Member> visit) {
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Member member : mapping.members()) {
                SpecPath below = path.key(member.key());
                visit.accept(below, member);
                eachMember(below, member.value(), visit);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                eachMember(path.index(i), sequence.items().get(i), visit);
            }
        }
    }
}
