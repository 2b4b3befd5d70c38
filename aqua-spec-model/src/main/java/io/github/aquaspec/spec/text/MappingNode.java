package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.Span;
import java.util.List;

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

    @Override
    public String kind() {
        return "a mapping";
    }
}
