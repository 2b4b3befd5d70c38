package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;

/**
 * The values of a tree as they are meant: without white space around them, and without the members that nobody reads
 * ({@code $schema}, {@code x-…}). The replacement for null is kept as it stands, even where it is the plain word null.
 */
final class Meant {

    private static final String NULL_REPLACEMENT = "nullReplacement";

    private Meant() {}

    static Node of(Node root) {
        return Tree.mapScalars(read(root), Meant::meant);
    }

    private static Node read(Node node) {
        if (node instanceof MappingNode mapping) {
            return new MappingNode(
                            mapping.span(),
                            mapping.members().stream()
                                    .filter(m -> !m.key().equals("$schema")
                                            && !m.key().startsWith("x-"))
                                    .toList())
                    .mapValues(member -> read(member.value()));
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.map(Meant::read);
        }
        return node;
    }

    private static ScalarNode meant(String key, ScalarNode scalar) {
        if (key.equals(NULL_REPLACEMENT)) {
            boolean word =
                    scalar.form() == ScalarNode.Form.PLAIN && scalar.value().equalsIgnoreCase("null");
            return word ? new ScalarNode(scalar.text(), ScalarNode.Form.QUOTED) : scalar;
        }
        return new ScalarNode(stripped(scalar.text()), scalar.form());
    }

    /** A value that was put together here: text, whatever it looks like. */
    static ScalarNode value(String key, ScalarText text) {
        return new ScalarNode(key.equals(NULL_REPLACEMENT) ? text : stripped(text), ScalarNode.Form.QUOTED);
    }

    private static ScalarText stripped(ScalarText text) {
        String value = text.value();
        int from = value.length() - value.stripLeading().length();
        int to = Math.max(from, value.stripTrailing().length());
        return text.part(from, to);
    }
}
