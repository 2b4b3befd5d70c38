package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The readers of objects and lists, and what all readers say of the wrong kind of node. */
final class Readers {

    private Readers() {}

    /**
     * An object.
     *
     * @param what how to call it, such as {@code a query}
     * @param example how it is written
     * @param shape asks the members for what it wants
     */
    static <T> Reader<T> object(String what, String example, Function<Members, Optional<T>> shape) {
        return (node, findings) -> {
            if (node instanceof MappingNode mapping) {
                Members members = new Members(mapping, findings);
                Optional<T> value = shape.apply(members);
                members.refuseOthers();
                return value;
            }
            return wrongKind(what, MappingNode.class, "write it such as " + example, node, findings);
        };
    }

    /**
     * A list. Items that cannot be read are left out, each with a finding.
     *
     * @param what how to call it, such as {@code a list of queries}
     */
    static <T> Reader<List<T>> list(String what, Reader<T> item) {
        return (node, findings) -> {
            if (node instanceof SequenceNode sequence) {
                List<T> values = new ArrayList<>();
                sequence.items().forEach(each -> item.read(each, findings).ifPresent(values::add));
                return Optional.of(values);
            }
            return wrongKind(
                    what,
                    SequenceNode.class,
                    "start each item with a dash and a blank, or use brackets",
                    node,
                    findings);
        };
    }

    /** Knows one kind of scalar. */
    @FunctionalInterface
    interface ScalarReader<T> {
        Optional<T> read(ScalarNode scalar, Consumer<Diagnostic> findings);
    }

    /**
     * A scalar.
     *
     * @param what how to call it, such as {@code true or false}
     */
    static <T> Reader<T> scalar(String what, ScalarReader<T> reader) {
        return (node, findings) -> node instanceof ScalarNode scalar && !scalar.isUnset()
                ? reader.read(scalar, findings)
                : wrongKind(what, ScalarNode.class, "write one value, in quotes if it is text", node, findings);
    }

    private static <T> Optional<T> wrongKind(
            String what, Class<? extends Node> kind, String fix, Node node, Consumer<Diagnostic> findings) {
        boolean listOfOne = node instanceof SequenceNode list
                && list.items().size() == 1
                && kind.isInstance(list.items().get(0));
        findings.accept(Diagnostic.of(KeyCode.WRONG_KIND, "expected " + what + ", found " + node.kind())
                .at(node.span())
                .fix(listOfOne ? "take the list around it away" : fix));
        return Optional.empty();
    }
}
