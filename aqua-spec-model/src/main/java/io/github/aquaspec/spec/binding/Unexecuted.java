package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the manifest can say and this version cannot do yet. Whoever implements a feature deletes its line. */
final class Unexecuted {

    private static final List<Feature> FEATURES = List.of(word("output.compression", "gzip", "compressed data files"));

    private Unexecuted() {}

    /**
     * A key, or one word under it, that nothing executes.
     *
     * @param path keys joined by {@code .}; list positions left out
     * @param word the word, or nothing for all values
     * @param what the feature in the plural
     */
    private record Feature(String path, Optional<String> word, String what) {

        boolean isUsed(String at, Node value) {
            return at.equals(path)
                    && !Members.isUnset(value)
                    && word.map(w -> value instanceof ScalarNode s && s.value().equalsIgnoreCase(w))
                            .orElse(true);
        }

        Diagnostic refusal(MappingNode.Member member) {
            return notYet(what)
                    .at(word.isPresent() ? member.value().span() : member.keySpan())
                    .fix("leave it out");
        }
    }

    static void refuse(Node root, Consumer<Diagnostic> findings) {
        Tree.eachMember(
                root,
                (keys, member) -> FEATURES.stream()
                        .filter(feature -> feature.isUsed(keys, member.value()))
                        .forEach(feature -> findings.accept(feature.refusal(member))));
    }

    private static Feature key(String path, String what) {
        return new Feature(path, Optional.empty(), what);
    }

    private static Feature word(String path, String word, String what) {
        return new Feature(path, Optional.of(word), what);
    }

    private static Diagnostic notYet(String what) {
        return Diagnostic.of(KeyCode.NOT_YET_EXECUTED, "this version does not execute " + what + " yet");
    }
}
