package io.github.aquaspec.spec.zoql;

import java.util.Map;
import java.util.Optional;

/** Operators of other languages, and what they are called here. */
final class OddOperator {

    private static final Map<String, String> MEANT =
            Map.of("==", "`=`", "<=>", "`=`", "!==", "`!=`", "=>", "`>=`", "=<", "`<=`", "&&", "`and`", "||", "`or`");

    private OddOperator() {}

    static Optional<String> meant(Token token) {
        return Optional.ofNullable(token.kind() == Token.Kind.SYMBOL ? MEANT.get(token.text()) : null);
    }
}
