package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Construct;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Parsed;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Problem;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.Token;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no page of Zuora's allows or forbids in a query; a setting decides about each. */
final class Undocumented {

    private final Settings settings;

    Undocumented(Settings settings) {
        this.settings = settings;
    }

    /** The text that is to be parsed: what is accepted and the parser does not know is written in other words. */
    String readable(QueryText text) {
        String query = accepts(Setting.COMMENTS) ? withoutComments(text) : text.text();
        return accepts(Setting.LISTS_AND_RANGES) ? ListsAndRanges.rewritten(query) : query;
    }

    private static String withoutComments(QueryText text) {
        return Zoql.tokens(text.text(), text.dialect()).stream()
                .map(token -> token.kind() == Token.Kind.COMMENT ? " " : token.text())
                .collect(Collectors.joining());
    }

    void check(Parsed parsed, Query query, Dialect dialect) throws QueryRejected {
        Optional<Problem> brackets = parsed.doubts().stream()
                .filter(d -> d.construct() == Construct.ANGLE_BRACKETS)
                .findFirst();
        if (brackets.isPresent() && !accepts(Setting.ANGLE_BRACKETS)) {
            throw QueryRejected.syntax(brackets.get().message());
        }
        if (dialect == Dialect.EXPORT_ZOQL
                && !accepts(Setting.UNQUOTED_DATES)
                && operands(query).anyMatch(Literal.UnquotedDate.class::isInstance)) {
            throw QueryRejected.syntax("a date stands in quotes");
        }
    }

    private static Stream<Operand> operands(Query query) {
        return Stream.concat(query.where().stream(), query.having().stream())
                .flatMap(c -> c.predicates())
                .flatMap(Predicate::operands);
    }

    private boolean accepts(Setting<String> setting) {
        return settings.get(setting).equals("accepted");
    }
}
