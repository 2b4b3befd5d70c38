package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reads a tree as a job spec and tells all that is wrong with its keys and values. */
public final class Binding {

    static final Reader<JobShape.Draft> JOB =
            Readers.object("a mapping with the members of a job", "{\"queries\": […]}", JobShape::of);

    private static final Shape SHAPE = JOB.shape();

    private Binding() {}

    /**
     * What a tree says.
     *
     * @param root the whole document
     * @param lookup what its placeholders can read
     * @param findings told of every problem, in no particular order
     */
    public static Bound bind(Node root, Lookup lookup, Consumer<Diagnostic> findings) {
        Credentials.refuse(root, findings);
        Node meant = LiteralParams.of(Meant.of(root), findings);
        MappingNode members = meant instanceof MappingNode mapping ? mapping : new MappingNode(meant.span(), List.of());
        DeclaredParams params = new DeclaredParams(mapping(members, "params"), lookup, findings);
        Resolution resolution = new Resolution(lookup, params, isMeant(members, "window"), findings);
        Expansion expansion = new Expansion(resolution, findings);

        Node tree = expansion.of(meant);
        Unused.tell(members, resolution, findings);
        Optional<JobShape.Draft> draft = JOB.read(tree, Bound.exceptAt(expansion.unexpanded(), findings));
        List<Optional<QuerySpec>> queries = draft.map(JobShape.Draft::queries).orElse(List.of());
        boolean nothingLeft = !queries.isEmpty() && queries.stream().noneMatch(Optional::isPresent);
        Optional<JobSpec> complete = draft.filter(d -> !nothingLeft).map(JobShape.Draft::job);
        Node read = withoutUnread(tree, queries);
        return new Bound(
                complete.map(job -> opened(job, read, expansion)),
                complete,
                Places.of(read, SHAPE),
                expansion.unexpanded());
    }

    /** The job as a run gets it: what only the run knows stands in its queries as it is written. */
    private static JobSpec opened(JobSpec job, Node tree, Expansion expansion) {
        Optional<MappingNode.Member> list = ((MappingNode) tree).member("queries");
        return job.asking(IntStream.range(0, job.queries().size())
                .mapToObj(i -> opened(
                        job.queries().get(i),
                        (MappingNode) ((SequenceNode) list.orElseThrow().value())
                                .items()
                                .get(i),
                        expansion))
                .toList());
    }

    private static QuerySpec opened(QuerySpec query, MappingNode item, Expansion expansion) {
        return item.member("query")
                .flatMap(text -> expansion.query(text.value().span()))
                .map(text -> query.withText(text.open(), text.slots()))
                .orElse(query);
    }

    /** Whether a key is set, or one that is nearly it: that is told as an unknown key, and nothing else of it. */
    private static boolean isMeant(MappingNode members, String key) {
        return members.members().stream()
                .anyMatch(m -> !Members.isUnset(m.value())
                        && NearNames.nearest(m.key(), List.of(key)).isPresent());
    }

    private static MappingNode mapping(MappingNode members, String key) {
        return members.member(key)
                .map(MappingNode.Member::value)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .orElse(new MappingNode(members.span(), List.of()));
    }

    private static Node withoutUnread(Node root, List<Optional<QuerySpec>> queries) {
        if (!(root instanceof MappingNode job) || queries.stream().allMatch(Optional::isPresent)) {
            return root;
        }
        return job.mapValues(
                m -> m.key().equals("queries") ? withoutUnread((SequenceNode) m.value(), queries) : m.value());
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
