package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The members of one object while it is bound. A key that is asked for is thereby known, so no list of keys is kept
 * apart from the code that reads them; what is asked of an object without members is its shape.
 */
final class Members {

    private final MappingNode object;
    private final Consumer<Diagnostic> findings;
    private final Map<String, Asked> known = new LinkedHashMap<>();
    private Optional<Reader<?>> anyOther = Optional.empty();

    private record Asked(Reader<?> reader, boolean isRequired) {

        Shape.Key key() {
            return new Shape.Key(reader.shape(), isRequired);
        }
    }

    Members(MappingNode object, Consumer<Diagnostic> findings) {
        this.object = object;
        this.findings = findings;
    }

    /** Whether there is a value under a key, readable or not. */
    boolean isSet(String key) {
        return object.member(key).filter(m -> !isUnset(m.value())).isPresent();
    }

    /** The value under a key; nothing when it is not set or cannot be read. */
    <T> Optional<T> optional(String key, Reader<T> reader) {
        known.put(key, new Asked(reader, false));
        return object.member(key).filter(m -> !isUnset(m.value())).flatMap(m -> reader.read(m.value(), findings));
    }

    /** The same, with a finding when it is not set. */
    <T> Optional<T> required(String key, Reader<T> reader) {
        known.put(key, new Asked(reader, true));
        Optional<MappingNode.Member> member = object.member(key);
        if (member.isEmpty() && isMisspelt(key)) {
            return Optional.empty();
        }
        if (member.isEmpty()) {
            findings.accept(Diagnostic.of(KeyCode.MISSING_KEY, "the key \"" + key + "\" is missing")
                    .at(start())
                    .fix("add " + key + ": …"));
            return Optional.empty();
        }
        if (isUnset(member.get().value())) {
            findings.accept(Diagnostic.of(KeyCode.MISSING_KEY, "\"" + key + "\" is not set")
                    .at(member.get().keySpan())
                    .fix("write a value behind " + key + ":"));
            return Optional.empty();
        }
        return reader.read(member.get().value(), findings);
    }

    /** A list under a key, empty when it is not set. */
    <T> List<T> list(String key, Reader<List<T>> reader) {
        return optional(key, reader).orElse(List.of());
    }

    /** The values under all keys, for objects whose keys are names that the author chose. */
    <T> List<T> each(Function<String, Reader<T>> named) {
        anyOther = Optional.of(named.apply("name"));
        return object.members().stream()
                .flatMap(m -> required(m.key(), named.apply(m.key())).stream())
                .toList();
    }

    /** What was asked for. */
    Shape shape() {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        known.forEach((name, asked) -> keys.put(name, asked.key()));
        return new Shape.Mapping(keys, anyOther.map(Reader::shape));
    }

    /** Says of each key that was not asked for that nobody knows it. */
    void refuseOthers() {
        for (MappingNode.Member member : object.members()) {
            if (!known.containsKey(member.key())) {
                findings.accept(Diagnostic.of(KeyCode.UNKNOWN_KEY, "unknown key " + Quoted.of(member.key()))
                        .at(member.keySpan())
                        .fix(instead(member.key())));
            }
        }
    }

    private String instead(String unknown) {
        Optional<String> near = NearNames.nearest(unknown, known.keySet());
        Optional<String> elsewhere = Belonging.of(unknown)
                .filter(belongs -> near.filter(unknown::equalsIgnoreCase).isEmpty());
        if (elsewhere.isPresent()) {
            return elsewhere.get()
                    + near.map(key -> "; the nearest key here is " + key).orElse("");
        }
        return near.map(key -> "did you mean \"" + key + "\"?")
                .orElseGet(() -> "known keys here are " + String.join(", ", known.keySet()));
    }

    /** Whether a key that is missing stands there in another spelling, which is told as an unknown key. */
    private boolean isMisspelt(String key) {
        return object.members().stream()
                .anyMatch(m -> NearNames.nearest(m.key(), List.of(key)).isPresent());
    }

    /** Where the object starts: its first key, or itself when it is empty. */
    private Span start() {
        return object.members().isEmpty()
                ? object.span()
                : object.members().get(0).keySpan();
    }

    static boolean isUnset(Node node) {
        return node instanceof ScalarNode scalar && scalar.isUnset();
    }
}
