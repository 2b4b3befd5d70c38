package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;

/** Notes where each value of a tree stands. What is not set has no place: the manifest says nothing there. */
final class Places {

    /** Longer than any path of a key that means something; below such a one nobody points at anything. */
    private static final int LONGEST_PATH = 300;

    private final SourceMap.Builder places;

    private Places(SourceText source) {
        this.places = new SourceMap.Builder(source);
    }

    static SourceMap of(Node root) {
        Places places = new Places(root.span().source());
        places.places.item(SpecPath.ROOT, root.span());
        places.below(SpecPath.ROOT, root);
        return places.places.build();
    }

    private void below(SpecPath path, Node node) {
        if (path.text().length() > LONGEST_PATH) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            mapping.members().forEach(member -> member(path.key(member.key()), member));
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                item(path.index(i), sequence.items().get(i));
            }
        }
    }

    private void member(SpecPath path, MappingNode.Member member) {
        if (member.value() instanceof ScalarNode scalar) {
            if (!scalar.isUnset()) {
                places.member(path, member.keySpan(), scalar.text());
            }
            return;
        }
        places.member(path, member.keySpan(), member.value().span());
        below(path, member.value());
    }

    private void item(SpecPath path, Node node) {
        if (node instanceof ScalarNode scalar) {
            places.item(path, scalar.text());
            return;
        }
        places.item(path, node.span());
        below(path, node);
    }
}
