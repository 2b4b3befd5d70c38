package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * J34: a manifest is committed, so no credential stands in it: neither under a name that says so, wherever, nor in an
 * address. A placeholder may stand there.
 */
final class Credentials {

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(secret|passw|passphrase|pwd|token|credential|authorization|(api|access|private)[-_]?key).*");

    /** The user part of a URL, or a parameter of it. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("://(?<user>[^/\\s@:]++:[^/\\s@]++)@|[?&](?<name>[\\w.-]++)=(?<value>[^&\\s]++)");

    private static final String FIX =
            "take it out, and renew it if it was ever committed; Zuora's own belong in settings.xml or the environment";

    private Credentials() {}

    static void refuse(Node root, Consumer<Diagnostic> findings) {
        Tree.eachMember(root, (keys, member) -> {
            if (NAME.matcher(member.key()).matches()) {
                written(keys, member.value())
                        .map(place -> credential("a credential stands in the manifest", place, FIX))
                        .ifPresent(findings::accept);
            }
            if (keys.equals("notifyUrl") && member.value() instanceof ScalarNode url) {
                inAddress(url).ifPresent(findings::accept);
            }
        });
    }

    /** What is written under the name of a credential; of a parameter, its default. */
    private static Optional<Span> written(String keys, Node value) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.span()).filter(span -> isGiven(scalar.value()) && !scalar.isUnset());
        }
        return keys.startsWith("params.") && value instanceof MappingNode param
                ? param.members().stream()
                        .filter(member -> member.key().equals("default"))
                        .flatMap(member -> written("", member.value()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Diagnostic> inAddress(ScalarNode url) {
        Matcher part = IN_ADDRESS.matcher(url.value());
        while (part.find()) {
            String group = part.group("user") != null ? "user" : "value";
            boolean named =
                    group.equals("user") || NAME.matcher(part.group("name")).matches();
            if (named && isGiven(part.group(group))) {
                Span place = url.text().span(part.start(group), part.end(group));
                return Optional.of(credential(
                        "a credential stands in the address",
                        place,
                        "let a parameter bring it, such as ${param.hook}"));
            }
        }
        return Optional.empty();
    }

    private static boolean isGiven(String text) {
        return !text.isBlank() && !text.contains("${");
    }

    private static Diagnostic credential(String message, Span place, String fix) {
        return Diagnostic.of(KeyCode.CREDENTIAL, message).at(place).fix(fix);
    }
}
