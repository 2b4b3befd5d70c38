package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Problem;
import io.github.aquaspec.spec.zoql.Token;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the grammar of the query's language has no place for (Zuora documentation, Export ZOQL and Zuora Object Query
 * Language).
 */
final class QueryReadable implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        String text = query.query().query();
        Dialect dialect = QueryText.dialect(query.query());
        OptionalInt unexpanded =
                text.contains("${") ? unexpanded(query, Zoql.tokens(text, dialect)) : OptionalInt.empty();
        query.reading().problems().stream()
                .filter(problem -> unexpanded.isEmpty() || isApart(problem, text, unexpanded.getAsInt(), dialect))
                .forEach(problem -> findings.accept(finding(query, problem, dialect)));
    }

    /**
     * Where the first placeholder stands that stayed where no literal can be. It is told elsewhere; what it stands for is
     * not known, nor what follows from it.
     */
    private static OptionalInt unexpanded(QueryInJob query, List<Token> tokens) {
        String text = query.query().query();
        return tokens.stream()
                .filter(token -> token.kind() != Token.Kind.STRING)
                .map(Token::range)
                .flatMapToInt(range -> IntStream.range(range.from(), range.to()))
                .filter(at -> text.startsWith("${", at))
                .filter(at -> !query.within(at, at + 1).text().equals("$$"))
                .findFirst();
    }

    /** Whether a problem would be there without a placeholder behind it; of one beside it or in a comment nobody knows. */
    private static boolean isApart(Problem problem, String text, int placeholder, Dialect dialect) {
        int end = problem.range().to();
        return end < placeholder
                && !text.substring(end, placeholder).isBlank()
                && Refusal.of(problem, dialect).code() == ZoqlCode.UNREADABLE;
    }

    private static Diagnostic finding(QueryInJob query, Problem problem, Dialect dialect) {
        Refusal refusal = Refusal.of(problem, dialect);
        Diagnostic finding =
                Diagnostic.of(refusal.code(), message(query, problem)).at(query.within(problem.range()));
        Diagnostic placed = refusal.code() == ZoqlCode.NOT_IN_ZOQL ? finding.related(query.value("type"), "") : finding;
        return problem.rewriting()
                .filter(rewriting -> !query.hasPlaceholder(rewriting.range()))
                .map(rewriting -> "write " + rewriting.text())
                .or(() -> refusal.fix(written(query, problem)))
                .map(placed::fix)
                .orElse(placed);
    }

    private static String message(QueryInJob query, Problem problem) {
        return query.hasPlaceholder(problem.range())
                ? "found " + Quoted.of(written(query, problem)) + ", wanted " + problem.wanted()
                : problem.message();
    }

    /** What was found, a placeholder as it is written and never with its value. */
    private static String written(QueryInJob query, Problem problem) {
        return query.hasPlaceholder(problem.range())
                ? query.within(problem.range()).text()
                : problem.range().in(query.query().query());
    }
}
