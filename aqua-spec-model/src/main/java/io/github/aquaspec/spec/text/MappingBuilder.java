package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the members of a mapping; of a key that stands twice it tells, and keeps the first. */
final class MappingBuilder {

    private final Findings found;
    private final Map<String, Span> keys = new LinkedHashMap<>();
    private final List<MappingNode.Member> members = new ArrayList<>();
    private int end;

    MappingBuilder(Findings found) {
        this.found = found;
    }

    /** Takes a key; its value follows. */
    void key(String key, Span span) {
        Span first = keys.putIfAbsent(key, span);
        if (first != null) {
            found.addBeside(
                    Diagnostic.of(ReadingCode.DUPLICATE_KEY, "the key \"" + key + "\" stands twice in one mapping")
                            .at(span, "again here")
                            .related(first, "first here")
                            .fix("keep one of the two"));
        }
    }

    void member(String key, Span span, Node value) {
        end = Math.max(span.end(), value.span().end());
        if (keys.getOrDefault(key, span).start() == span.start()) {
            members.add(new MappingNode.Member(key, span, value));
        }
    }

    /** The mapping between braces. */
    MappingNode flow(Span span) {
        return new MappingNode(span, members);
    }

    /** The mapping without braces, from its first key to the end of its last value. */
    MappingNode block() {
        Span first = members.get(0).keySpan();
        return new MappingNode(first.source().span(first.start(), end), members);
    }
}
