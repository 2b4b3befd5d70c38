package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Token;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which dateTimes Export ZOQL reads (Zuora documentation, Export ZOQL: filter statements). Two shapes are not refused
 * but silently give wrong records, as users of AQuA report. So that none goes unseen, this looks at what stands beside
 * an operator even where the rest of the text cannot be parsed.
 */
final class DateTimeLiterals implements QueryRule {

    private static final Set<String> OPERATORS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL) {
            return;
        }
        List<Token> tokens = Zoql.tokens(query.query().query(), Dialect.EXPORT_ZOQL).stream()
                .filter(token -> token.kind() != Token.Kind.SPACE)
                .toList();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.STRING && (compares(tokens.get(i - 1)) || compares(tokens.get(i + 1)))) {
                String value = token.text().substring(1, token.text().length() - 1);
                boolean isOfOneRun = query.hasPlaceholder(token.range());
                finding(value, isOfOneRun)
                        .ifPresent(finding -> findings.accept(finding.at(query.within(token.range()))));
            }
        }
    }

    private static boolean compares(Token token) {
        return token.kind() == Token.Kind.SYMBOL && OPERATORS.contains(token.text());
    }

    /** The value of a placeholder is that of one run, and nobody's to show: there, words say what to write. */
    private static Optional<Diagnostic> finding(String value, boolean isOfOneRun) {
        DateLiteral literal = DateLiteral.of(value);
        if (literal instanceof DateLiteral.SpaceForT) {
            return Optional.of(Diagnostic.of(ZoqlCode.SPACE_IN_DATE_TIME, "this dateTime has a blank where T belongs")
                    .fix(isOfOneRun ? "write T in place of the blank" : "write " + DateText.quoted(value)));
        }
        if (literal instanceof DateLiteral.FractionOfSecond fraction) {
            return Optional.of(Diagnostic.of(ZoqlCode.FRACTION_OF_SECOND, "this dateTime has a fraction of a second")
                    .fix(isOfOneRun ? "leave the fraction out" : "write " + corrected(fraction)));
        }
        return literal instanceof DateLiteral.Moment moment && moment.zone().isEmpty()
                ? Optional.of(Diagnostic.of(ZoqlCode.NO_OFFSET, "this dateTime has no offset")
                        .fix("write an offset behind it, such as "
                                + (isOfOneRun ? "Z for UTC" : "'" + value + "Z' for UTC")))
                : Optional.empty();
    }

    private static String corrected(DateLiteral.FractionOfSecond fraction) {
        String start = "'" + fraction.corrected() + "'";
        return fraction.next()
                .map(next -> "< '" + next + "' for an end, or " + start + " for a start")
                .orElse(start);
    }
}
