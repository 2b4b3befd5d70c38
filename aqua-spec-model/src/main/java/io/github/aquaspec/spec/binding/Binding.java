package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a tree as a job spec and tells all that is wrong with its keys and values. */
public final class Binding {

    private static final Reader<JobShape.Draft> JOB =
            Readers.object("a mapping with the members of a job", "{\"queries\": […]}", JobShape::of);

    private Binding() {}

    /**
     * What a tree says.
     *
     * @param root the whole document
     * @param findings told of every problem, in no particular order
     */
    public static Bound bind(Node root, Consumer<Diagnostic> findings) {
        Node meant = Values.of(root);
        List<Placeholders.Placeholder> placeholders = Placeholders.in(meant);
        Unexecuted.refuse(meant, placeholders, findings);

        Node tree = Placeholders.unescaped(meant);
        Set<Span> unexpanded = spans(placeholders);
        Optional<JobShape.Draft> draft = JOB.read(tree, Bound.exceptAt(unexpanded, findings));
        List<Optional<QuerySpec>> queries = draft.map(JobShape.Draft::queries).orElse(List.of());
        boolean nothingLeft = !queries.isEmpty() && queries.stream().noneMatch(Optional::isPresent);
        return new Bound(
                draft.filter(d -> !nothingLeft).map(JobShape.Draft::job),
                Places.of(withoutUnread(tree, queries)),
                unexpanded);
    }

    private static Set<Span> spans(List<Placeholders.Placeholder> placeholders) {
        return placeholders.stream().map(p -> p.scalar().span()).collect(Collectors.toSet());
    }

    private static Node withoutUnread(Node root, List<Optional<QuerySpec>> queries) {
        if (!(root instanceof MappingNode job) || queries.stream().allMatch(Optional::isPresent)) {
            return root;
        }
        return new MappingNode(
                job.span(),
                job.members().stream()
                        .map(m -> m.key().equals("queries")
                                ? new MappingNode.Member(
                                        m.key(), m.keySpan(), withoutUnread((SequenceNode) m.value(), queries))
                                : m)
                        .toList());
    }

    private static SequenceNode withoutUnread(SequenceNode list, List<Optional<QuerySpec>> queries) {
        return new SequenceNode(
                list.span(),
                IntStream.range(0, queries.size())
                        .filter(i -> queries.get(i).isPresent())
                        .mapToObj(list.items()::get)
                        .toList());
    }
}
