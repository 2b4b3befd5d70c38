package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The readers of objects and lists, and what all readers say of the wrong kind of node. */
final class Readers {

    private static final MappingNode NO_MEMBERS = new MappingNode(new SourceText("", "").span(0, 0), List.of());

    private Readers() {}

    /** Knows one kind of object. */
    @FunctionalInterface
    interface ObjectReader<T> {
        Optional<T> read(Members members);
    }

    /**
     * An object.
     *
     * @param what how to call it, such as {@code a query}
     * @param example how it is written
     * @param shape asks the members for what it wants, whatever they are
     */
    static <T> Reader<T> object(String what, String example, ObjectReader<T> shape) {
        return new Reader<>() {
            @Override
            public Optional<T> read(Node node, Consumer<Diagnostic> findings) {
                if (node instanceof MappingNode mapping) {
                    Members members = new Members(mapping, findings);
                    Optional<T> value = shape.read(members);
                    members.refuseOthers();
                    return value;
                }
                return wrongKind(what, MappingNode.class, "write it such as " + example, node, findings);
            }

            @Override
            public Shape shape() {
                Members asked = new Members(NO_MEMBERS, nobodyIsTold -> {});
                shape.read(asked);
                return asked.shape();
            }
        };
    }

    /**
     * A list. Items that cannot be read are left out, each with a finding.
     *
     * @param what how to call it, such as {@code a list of queries}
     */
    static <T> Reader<List<T>> list(String what, Reader<T> item) {
        return new Reader<>() {
            @Override
            public Optional<List<T>> read(Node node, Consumer<Diagnostic> findings) {
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
            }

            @Override
            public Shape shape() {
                return new Shape.ListOf(item.shape());
            }
        };
    }

    /** Reads a value and says so when it cannot, so that the other items of a list keep their numbers. */
    static <T> Reader<Optional<T>> attempt(Reader<T> reader) {
        return new Reader<>() {
            @Override
            public Optional<Optional<T>> read(Node node, Consumer<Diagnostic> findings) {
                return Optional.of(reader.read(node, findings));
            }

            @Override
            public Shape shape() {
                return reader.shape();
            }
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
     * @param shape what it takes
     */
    static <T> Reader<T> scalar(String what, Shape shape, ScalarReader<T> reader) {
        return new Reader<>() {
            @Override
            public Optional<T> read(Node node, Consumer<Diagnostic> findings) {
                return node instanceof ScalarNode scalar && !scalar.isUnset()
                        ? reader.read(scalar, findings)
                        : wrongKind(what, ScalarNode.class, "write one value, in quotes if it is text", node, findings);
            }

            @Override
            public Shape shape() {
                return shape;
            }
        };
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
