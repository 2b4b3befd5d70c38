package io.github.aquaspec.fuzz;

import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Parsed;
import io.github.aquaspec.spec.zoql.Range;
import io.github.aquaspec.spec.zoql.Token;
import io.github.aquaspec.spec.zoql.Zoql;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** See {@link Subject#ZOQL}. */
final class ZoqlTarget {

    private interface Reader {
        Parsed parse(String query, Dialect dialect);
    }

    private ZoqlTarget() {}

    static void check(byte[] input) {
        check(input, Zoql::parse);
    }

    /** Looks for ever for the end of a comment behind a table's name. */
    static void checkPlanted(byte[] input) {
        check(input, (query, dialect) -> {
            Parsed parsed = Zoql.parse(query, dialect);
            int comment = query.indexOf("/*", Math.max(0, query.indexOf("from Account")));
            boolean open = comment >= 0 && query.indexOf("*/", comment) < 0 && query.contains("from Account");
            while (open && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return parsed;
        });
    }

    private static void check(byte[] input, Reader reader) {
        String query = new String(input, StandardCharsets.UTF_8);
        for (Dialect dialect : Dialect.values()) {
            Parsed parsed = reader.parse(query, dialect);
            if (parsed.query().isPresent() != parsed.problems().isEmpty()) {
                throw new AssertionError("a query with problems, or neither");
            }
            Stream.of(
                            parsed.problems().stream().map(problem -> problem.range()),
                            parsed.doubts().stream().map(doubt -> doubt.range()),
                            parsed.keywords().stream())
                    .flatMap(ranges -> ranges)
                    .forEach(range -> requireInside(query, range));
            requireCovered(query, dialect);
        }
    }

    private static void requireInside(String query, Range range) {
        if (range.from() < 0 || range.to() > query.length() || range.from() > range.to()) {
            throw new AssertionError(range + " lies outside of the text");
        }
    }

    private static void requireCovered(String query, Dialect dialect) {
        String tokens = Zoql.tokens(query, dialect).stream().map(Token::text).collect(Collectors.joining());
        if (!tokens.equals(query)) {
            throw new AssertionError("the tokens are not the text");
        }
    }
}
