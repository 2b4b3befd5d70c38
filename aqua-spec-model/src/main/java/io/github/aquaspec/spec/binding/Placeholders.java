package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders {@code ${…}} in the values of a tree, and {@code $$}, which stands for {@code $}. Those that Zuora
 * fills in itself in {@code notifyUrl} are left to it (Zuora documentation, Post query with notification).
 */
final class Placeholders {

    private static final String NOTIFY_URL = "notifyUrl";
    private static final Set<String> ZUORAS = Set.of("${JOBID}", "${STATUS}");

    /** An escape, or a placeholder; one that is not closed ends with the value. */
    private static final Pattern DOLLAR = Pattern.compile("\\$\\$|\\$\\{[^}]*}?");

    private Placeholders() {}

    /**
     * A placeholder in a value.
     *
     * @param scalar the value
     * @param span the placeholder in the file
     * @param text as it is written
     */
    record Placeholder(ScalarNode scalar, Span span, String text) {}

    static List<Placeholder> in(Node root) {
        List<Placeholder> found = new ArrayList<>();
        Tree.mapScalars(root, (key, scalar) -> {
            Matcher dollar = DOLLAR.matcher(scalar.value());
            while (dollar.find()) {
                String text = dollar.group();
                if (!text.equals("$$") && !(key.equals(NOTIFY_URL) && ZUORAS.contains(text))) {
                    found.add(new Placeholder(scalar, scalar.text().span(dollar.start(), dollar.end()), text));
                }
            }
            return scalar;
        });
        return found;
    }

    /** The same tree with {@code $} for {@code $$}. */
    static Node unescaped(Node root) {
        return Tree.mapScalars(root, (key, scalar) -> new ScalarNode(unescaped(scalar.text()), scalar.form()));
    }

    private static ScalarText unescaped(ScalarText text) {
        BitSet escapes = new BitSet();
        Matcher dollar = DOLLAR.matcher(text.value());
        while (dollar.find()) {
            escapes.set(dollar.start(), dollar.group().equals("$$"));
        }
        return escapes.isEmpty() ? text : text.without(escapes);
    }
}
