package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.ScalarText.Replacement;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import io.github.aquaspec.spec.text.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The tree of a manifest with its placeholders expanded. {@code ${JOBID}} and {@code ${STATUS}} of {@code notifyUrl} are
 * left to Zuora, which fills them in itself (Zuora documentation, Post query with notification).
 */
final class Expansion {

    static final Set<String> ZUORAS = Set.of("${JOBID}", "${STATUS}");

    private static final Set<String> OF_JOBS = keys(Binding.JOB);
    private static final Set<String> OF_QUERIES = keys(QueryShape.READER);

    /** What a value is for, which decides what may stand in it. */
    private enum Use {
        VALUE,
        NOTIFY_URL,
        /** None: it is below a key that nobody knows or of another kind than is wanted, and that is told. */
        REJECTED
    }

    private final Resolution resolution;
    private final Consumer<Diagnostic> findings;
    private final Set<Span> unexpanded = new HashSet<>();
    private final Map<Span, ExpandedQuery> queries = new HashMap<>();

    Expansion(Resolution resolution, Consumer<Diagnostic> findings) {
        this.resolution = resolution;
        this.findings = findings;
    }

    /** The tree with values, or stand-ins for what only a run knows, in place of placeholders. */
    Node of(Node root) {
        return root instanceof MappingNode job
                ? job.mapValues(member -> switch (member.key()) {
                    case "params" -> member.value();
                    case "notifyUrl" -> plain(member.value(), Use.NOTIFY_URL);
                    case "queries" -> queries(member.value());
                    default -> plain(member.value(), use(member, OF_JOBS));
                })
                : plain(root, Use.REJECTED);
    }

    /** The values that hold a placeholder which has no value. What is wrong with them otherwise is not known. */
    Set<Span> unexpanded() {
        return unexpanded;
    }

    /** The expanded form of the query text that stands somewhere; empty for one without placeholders. */
    Optional<ExpandedQuery> query(Span span) {
        return Optional.ofNullable(queries.get(span));
    }

    private Node queries(Node list) {
        return list instanceof SequenceNode sequence ? sequence.map(this::query) : plain(list, Use.REJECTED);
    }

    private Node query(Node item) {
        if (!(item instanceof MappingNode query)) {
            return plain(item, Use.REJECTED);
        }
        MappingNode others = query.mapValues(
                member -> isText(member) ? member.value() : plain(member.value(), use(member, OF_QUERIES)));
        boolean isZoql = others.member("type")
                .filter(m ->
                        m.value() instanceof ScalarNode type && type.value().equalsIgnoreCase("zoql"))
                .isPresent();
        ZoqlQuotes quotes = isZoql ? ZoqlQuotes.BACKSLASHED : ZoqlQuotes.DOUBLED;
        return others.mapValues(member -> isText(member) ? text((ScalarNode) member.value(), quotes) : member.value());
    }

    private static Use use(MappingNode.Member member, Set<String> known) {
        boolean isRejected = !known.contains(member.key())
                || (member.key().equals("query") && !(member.value() instanceof ScalarNode));
        return isRejected ? Use.REJECTED : Use.VALUE;
    }

    private static Set<String> keys(Reader<?> object) {
        return ((Shape.Mapping) object.shape()).keys().keySet();
    }

    private static boolean isText(MappingNode.Member member) {
        return member.key().equals("query") && member.value() instanceof ScalarNode;
    }

    private ScalarNode text(ScalarNode scalar, ZoqlQuotes quotes) {
        if (Mark.in(scalar.value()).isEmpty()) {
            return scalar;
        }
        ExpandedQuery expanded = new ExpandedQuery(scalar.text(), quotes, resolution, findings);
        queries.put(scalar.span(), expanded);
        return new ScalarNode(expanded.complete(), scalar.form());
    }

    private Node plain(Node node, Use use) {
        return Tree.mapScalars(node, (key, scalar) -> plain(key, scalar, use));
    }

    private ScalarNode plain(String key, ScalarNode scalar, Use use) {
        List<Replacement> parts = new ArrayList<>();
        boolean complete = true;
        for (Mark mark : Mark.in(scalar.value())) {
            if (mark instanceof Mark.Placeholder placeholder) {
                if (use != Use.NOTIFY_URL || !ZUORAS.contains(placeholder.written())) {
                    Optional<String> value = value(placeholder, scalar.text(), use);
                    value.ifPresent(v -> parts.add(new Replacement(mark.from(), mark.to(), v)));
                    complete &= value.isPresent();
                }
            } else {
                parts.add(new Replacement(mark.from(), mark.to(), "$"));
            }
        }
        if (!complete) {
            unexpanded.add(scalar.span());
        }
        return parts.isEmpty() ? scalar : Meant.value(key, scalar.text().with(parts));
    }

    private Optional<String> value(Mark.Placeholder placeholder, ScalarText text, Use use) {
        Span span = text.span(placeholder.from(), placeholder.to());
        if (use == Use.NOTIFY_URL && placeholder.behind("env").isPresent()) {
            return refuse("notifyUrl cannot read the environment", "write the address itself", span);
        }
        Resolved resolved = resolution.of(placeholder, span);
        if (resolved instanceof Resolved.Open) {
            return use == Use.REJECTED
                    ? Optional.empty()
                    : refuse("only a query has a window", "write the dateTime itself", span);
        }
        return resolved instanceof Resolved.Given given
                ? Optional.of(given.value().text())
                : Optional.empty();
    }

    private Optional<String> refuse(String what, String fix, Span span) {
        findings.accept(
                Diagnostic.of(KeyCode.MISPLACED_PLACEHOLDER, what).at(span).fix(fix));
        return Optional.empty();
    }
}
