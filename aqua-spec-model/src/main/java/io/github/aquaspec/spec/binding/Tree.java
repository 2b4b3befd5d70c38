package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Walks over a tree. */
final class Tree {

    /** Longer than any chain of keys that mean something; below such a one nobody looks. */
    private static final int LONGEST_CHAIN = 200;

    private Tree() {}

    /** The same tree with other scalars. The function gets the key that each stands under, also from within a list. */
    static Node mapScalars(Node root, BiFunction<String, ScalarNode, ScalarNode> change) {
        return mapScalars("", root, change);
    }

    private static Node mapScalars(String key, Node node, BiFunction<String, ScalarNode, ScalarNode> change) {
        if (node instanceof MappingNode mapping) {
            return mapping.mapValues(member -> mapScalars(member.key(), member.value(), change));
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.map(item -> mapScalars(key, item, change));
        }
        return change.apply(key, (ScalarNode) node);
    }

    /** Each member with the keys that lead to it, such as {@code queries.deleted.column}; lists add nothing. */
    static void eachMember(Node root, BiConsumer<String, MappingNode.Member> visit) {
        eachMember("", root, visit);
    }

    private static void eachMember(String keys, Node node, BiConsumer<String, MappingNode.Member> visit) {
        if (node instanceof MappingNode mapping && keys.length() <= LONGEST_CHAIN) {
            for (MappingNode.Member member : mapping.members()) {
                String below = keys.isEmpty() ? member.key() : keys + "." + member.key();
                visit.accept(below, member);
                eachMember(below, member.value(), visit);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> eachMember(keys, item, visit));
        }
    }
}
