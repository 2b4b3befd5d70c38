package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import java.util.function.Consumer;

/** A query is sent with all that is in it, a semicolon at its end included. */
final class NoSemicolon implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        String text = query.query().query();
        if (text.endsWith(";")) {
            findings.accept(Diagnostic.of(QueryCode.SEMICOLON, "the query ends with a semicolon")
                    .at(query.within(text.length() - 1, text.length()))
                    .fix("leave it out"));
        }
    }
}
