package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes where each value of a tree stands. What is not set has no place: the manifest says nothing there. A misspelt key
 * stands for the one that was meant too, so that nobody says that it is missing.
 */
final class Places {

    /** Longer than any path of a key that means something; below such a one nobody points at anything. */
    private static final int LONGEST_PATH = 300;

    private final SourceMap.Builder places;

    private Places(SourceText source) {
        this.places = new SourceMap.Builder(source);
    }

    /**
     * The places of a tree.
     *
     * @param shape what the tree should look like
     */
    static SourceMap of(Node root, Shape shape) {
        Places places = new Places(root.span().source());
        places.places.item(SpecPath.ROOT, root.span());
        places.below(SpecPath.ROOT, root, Optional.of(shape));
        return places.places.build();
    }

    private void below(SpecPath path, Node node, Optional<Shape> shape) {
        if (path.text().length() > LONGEST_PATH) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Shape.Key> known = shape.map(s -> s instanceof Shape.Mapping keys ? keys.keys() : null)
                    .orElse(Map.of());
            Set<String> present =
                    mapping.members().stream().map(MappingNode.Member::key).collect(Collectors.toSet());
            for (MappingNode.Member member : mapping.members()) {
                Optional<Shape> below =
                        Optional.ofNullable(known.get(member.key())).map(Shape.Key::value);
                member(path.key(member.key()), member, below);
                if (!known.containsKey(member.key())) {
                    // the key that was probably meant, where that is not there itself
                    NearNames.nearest(member.key(), known.keySet())
                            .filter(key -> !present.contains(key))
                            .ifPresent(key -> member(path.key(key), member, Optional.empty()));
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            Optional<Shape> item = shape.map(s -> s instanceof Shape.ListOf list ? list.item() : null);
            for (int i = 0; i < sequence.items().size(); i++) {
                item(path.index(i), sequence.items().get(i), item);
            }
        }
    }

    private void member(SpecPath path, MappingNode.Member member, Optional<Shape> shape) {
        if (member.value() instanceof ScalarNode scalar) {
            if (!scalar.isUnset()) {
                places.member(path, member.keySpan(), scalar.text());
            }
            return;
        }
        places.member(path, member.keySpan(), member.value().span());
        below(path, member.value(), shape);
    }

    private void item(SpecPath path, Node node, Optional<Shape> shape) {
        if (node instanceof ScalarNode scalar) {
            places.item(path, scalar.text());
            return;
        }
        places.item(path, node.span());
        below(path, node, shape);
    }
}
