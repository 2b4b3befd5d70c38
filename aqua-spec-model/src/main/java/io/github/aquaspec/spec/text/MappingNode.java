package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keys and values, in the order of the file. No key stands twice.
 *
 * @param span from the first key to the end of the last value, or the braces
 * @param members keys with their values
 */
public record MappingNode(Span span, List<Member> members) implements Node {

    /**
     * A key with its value.
     *
     * @param key the decoded key
     * @param keySpan the key in the file
     * @param value what stands under it
     */
    public record Member(String key, Span keySpan, Node value) {}

    public MappingNode {
        members = List.copyOf(members);
    }

    /** The member with a key. */
    public Optional<Member> member(String key) {
        return members.stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /** The same keys with other values. */
    public MappingNode mapValues(Function<Member, Node> change) {
        return new MappingNode(
                span,
                members.stream()
                        .map(m -> new Member(m.key(), m.keySpan(), change.apply(m)))
                        .toList());
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
