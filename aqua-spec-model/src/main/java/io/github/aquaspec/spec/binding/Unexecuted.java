package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.List;
import java.util.function.Consumer;

/** What the manifest can say and this version cannot do yet. Whoever implements a feature deletes its line. */
final class Unexecuted {

    private static final List<Feature> FEATURES =
            List.of(new Feature("output.compression", "gzip", "compressed data files"));

    private Unexecuted() {}

    /**
     * A word under a key that nothing executes.
     *
     * @param path keys joined by {@code .}; list positions left out
     * @param word the word
     * @param what the feature in the plural
     */
    private record Feature(String path, String word, String what) {

        boolean isUsed(String at, Node value) {
            return at.equals(path)
                    && value instanceof ScalarNode scalar
                    && scalar.value().equalsIgnoreCase(word);
        }

        Diagnostic refusal(MappingNode.Member member) {
            return Diagnostic.of(KeyCode.NOT_YET_EXECUTED, "this version does not execute " + what + " yet")
                    .at(member.value().span())
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
}
