package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.diagnostic.Secrets;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A manifest is committed, so no credential stands in it: neither under a name that says so, wherever, nor in an
 * address. A placeholder may stand there.
 */
final class Credentials {

    /** The last word counts: {@code clientSecret}, not {@code secretSanta} or {@code tokenType}. */
    private static final Pattern NAME =
            Pattern.compile("(?i).*(secret|password|passwd|pwd|passphrase|token|credentials?"
                    + "|authorization|(api|access|private|secret)[-_]?key)");

    /** The password of a URL, or a parameter of it. */
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "://(?<user>[^/\\s@:]++:(?<password>[^/\\s@]++))@|[?&](?<name>[\\w.-]++)=(?<value>[^&\\s]++)");

    /** What stands in front of a credential in a header. */
    private static final Pattern SCHEME = Pattern.compile("(?i)\\s*(bearer|basic|token)?\\s*");

    private static final Set<String> NO_TEXT = Set.of("number", "boolean", "date", "datetime");

    private static final String FIX =
            "take it out, and renew it if it was ever committed; Zuora's own belong in settings.xml or the environment";

    private Credentials() {}

    static void refuse(Node root, Consumer<Diagnostic> findings) {
        Tree.eachMember(root, (keys, member) -> {
            if (NAME.matcher(member.key()).matches()) {
                written(keys, member.value())
                        .map(place -> credential("a credential stands in the manifest", place, FIX))
                        .ifPresent(findings);
            }
            if (!keys.endsWith("query") && member.value() instanceof ScalarNode text) {
                inAddress(text).ifPresent(findings);
            }
        });
    }

    /** What is written under the name of a credential; of a parameter, its default. */
    private static Optional<Span> written(String keys, Node value) {
        if (value instanceof ScalarNode scalar) {
            return given(scalar);
        }
        return keys.startsWith("params.") && value instanceof MappingNode param && isText(param)
                ? scalar(param, "default").flatMap(Credentials::given)
                : Optional.empty();
    }

    private static Optional<Span> given(ScalarNode scalar) {
        return Optional.of(scalar.span()).filter(span -> isGiven(scalar.value()) && !scalar.isUnset());
    }

    private static boolean isText(MappingNode param) {
        return scalar(param, "type")
                .filter(type -> NO_TEXT.contains(type.value().strip().toLowerCase(Locale.ROOT)))
                .isEmpty();
    }

    private static Optional<ScalarNode> scalar(MappingNode mapping, String key) {
        return mapping.member(key)
                .map(MappingNode.Member::value)
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast);
    }

    private static Optional<Diagnostic> inAddress(ScalarNode url) {
        Matcher part = IN_ADDRESS.matcher(url.value());
        while (part.find()) {
            String group = part.group("password") != null ? "password" : "value";
            boolean named =
                    group.equals("password") || NAME.matcher(part.group("name")).matches();
            if (named && isGiven(part.group(group))) {
                String shown = group.equals("password") ? "user" : group;
                Span place = url.text().span(part.start(shown), part.end(shown));
                return Optional.of(credential(
                        "a credential stands in the address",
                        place,
                        "let a parameter bring it, such as ${param.hook}"));
            }
        }
        return Optional.empty();
    }

    /** Whether a value stands there, beside placeholders or as the default of one. */
    private static boolean isGiven(String text) {
        StringBuilder beside = new StringBuilder();
        int done = 0;
        for (Mark mark : Mark.in(text)) {
            beside.append(text, done, mark.from());
            if (mark instanceof Mark.Placeholder placeholder) {
                beside.append(placeholder.fallback().orElse(""));
            } else {
                beside.append('$');
            }
            done = mark.to();
        }
        beside.append(text, done, text.length());
        return !SCHEME.matcher(beside).matches();
    }

    private static Diagnostic credential(String message, Span place, String fix) {
        Secrets.hide(place);
        return Diagnostic.of(KeyCode.CREDENTIAL, message).at(place).fix(fix);
    }
}
