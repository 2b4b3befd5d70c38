package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ZoqlPropertiesTest {

    private static final List<String> PIECES = List.of(
            "select",
            "from",
            "where",
            "and",
            "or",
            "not",
            "like",
            "is",
            "null",
            "in",
            "between",
            "group",
            "by",
            "order",
            "having",
            "limit",
            "asc",
            "as",
            "distinct",
            "count",
            "sum",
            "year",
            "upper",
            "case",
            "when",
            "union",
            "join",
            "exists",
            "timestamp",
            "true",
            "Id",
            "Account",
            "*",
            ".",
            ",",
            "(",
            ")",
            "=",
            "<>",
            "==",
            "<=",
            "+",
            "-",
            ";",
            "'x'",
            "'x\\'",
            "\"y\"",
            "'",
            "\"",
            "1",
            "2.5",
            "2026-01-01",
            "--",
            "/*",
            "*/",
            "\n",
            "\\",
            "#",
            "é",
            "\uD83D\uDE00",
            "\uD83D",
            "\u00A0",
            "\u0000");

    @Property(seed = "20200101", tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void never_throws_andNeverPointsOutside(@ForAll("soup") String query, @ForAll Dialect dialect) {
        Parsed parsed = Zoql.parse(query, dialect);
        assertThat(parsed.query().isPresent()).isEqualTo(parsed.problems().isEmpty());
        assertThat(parsed.problems()).allMatch(problem -> isIn(query, problem.range()));
        assertThat(parsed.doubts()).allMatch(doubt -> isIn(query, doubt.range()));
        assertThat(parsed.keywords()).allMatch(range -> isIn(query, range));
        assertThat(Zoql.fromObject(query, dialect).stream()).allMatch(query::contains);
    }

    @Property(seed = "20200101", tries = 1_000)
    void never_throws_atAnyChars(@ForAll String query, @ForAll Dialect dialect) {
        assertThat(Zoql.parse(query, dialect).problems()).isNotEmpty();
        assertThat(RelativeTime.of(query)).isEmpty();
        assertThat(DateLiteral.of(query)).isNotNull();
    }

    @Property(seed = "20200101", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void tokens_lieSideBySide_andCoverTheText(@ForAll("soup") String query, @ForAll Dialect dialect) {
        List<Token> tokens = Zoql.tokens(query, dialect);
        assertThat(tokens.stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(query);
        assertThat(tokens).allMatch(token -> token.range().in(query).equals(token.text()));
        assertThat(IntStream.range(1, tokens.size()))
                .allMatch(i -> tokens.get(i - 1).touches(tokens.get(i)));
    }

    @Property(seed = "20200101", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void reads_everyQueryOfTheGrammar(@ForAll("queries") String query) {
        Parsed parsed = Zoql.parse(query, Dialect.EXPORT_ZOQL);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.query().orElseThrow().range()).isEqualTo(new Range(0, query.length()));
        assertThat(Zoql.fromObject(query, Dialect.EXPORT_ZOQL)).contains("Invoice");
    }

    @Property(seed = "20200101", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void conditions_lieInsideTheirParents(@ForAll("queries") String query) {
        Condition where = Zoql.parse(query, Dialect.EXPORT_ZOQL)
                .query()
                .orElseThrow()
                .where()
                .orElseThrow();
        assertThat(where.predicates())
                .allMatch(predicate -> where.range().from() <= predicate.range().from()
                        && predicate.range().to() <= where.range().to());
        assertThat(where.predicates())
                .isSortedAccordingTo((a, b) -> a.range().from() - b.range().from());
        assertThat(where.predicates().toList()).containsAll(where.required().toList());
    }

    @Provide
    Arbitrary<String> soup() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join(" ", list));
        Arbitrary<String> glued = Arbitraries.of(PIECES).list().ofMaxSize(20).map(list -> String.join("", list));
        Arbitrary<String> started = pieces.map(rest -> "select Id from Account where " + rest);
        return Arbitraries.oneOf(pieces, glued, started);
    }

    @Provide
    Arbitrary<String> queries() {
        return Combinators.combine(items(), conditions(3), tails())
                .as((items, where, tail) -> "select " + items + "\nfrom Invoice where " + where + tail);
    }

    private static Arbitrary<String> fields() {
        return Arbitraries.of("Id", "Invoice.Amount", "Account.Name", "date", "Region__c", "BillToContact.From");
    }

    private static Arbitrary<String> items() {
        Arbitrary<String> call = Combinators.combine(
                        Arbitraries.of("SUM(", "count( distinct ", "year(", "WeekOfYear ("), fields())
                .as((name, field) -> name + field + ")");
        Arbitrary<String> plain = Arbitraries.oneOf(fields(), call, Arbitraries.just("count(*)"));
        Arbitrary<String> item = Arbitraries.oneOf(
                Arbitraries.of("*", "Account.*"), plain, plain.map(column -> column + " as \"A name\""));
        return item.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join(", ", list));
    }

    private static Arbitrary<String> conditions(int depth) {
        Arbitrary<String> values = Arbitraries.of("'x''y'", "-1.5", "true", "null", "'2026-08-01'", "Account.Id", "''");
        Arbitrary<String> comparison = Combinators.combine(
                        fields(), Arbitraries.of("=", " != ", "<", " <=", "> ", ">=", "<>"), values)
                .as((field, operator, value) -> field + operator + value);
        Arbitrary<String> tests = fields().flatMap(
                        field -> Arbitraries.of(field + " like 'A%'", field + " is null", field + " IS NOT NULL"));
        Arbitrary<String> predicate = Arbitraries.oneOf(comparison, tests);
        if (depth == 0) {
            return predicate;
        }
        Arbitrary<String> inner = conditions(depth - 1);
        return Arbitraries.oneOf(
                predicate,
                inner.map(condition -> "(" + condition + ")"),
                inner.map(condition -> "not " + condition),
                Combinators.combine(inner, Arbitraries.of(" and ", " OR "), inner)
                        .as((a, word, b) -> a + word + b));
    }

    private static Arbitrary<String> tails() {
        return Arbitraries.of(
                "",
                " group by Id, Account.Id having count(Id) > 1",
                " order by Id",
                " order by Id desc, Amount limit 5",
                " limit 50 , 100",
                "\ngroup by YEAR(CreatedDate)\norder by CreatedDate asc");
    }

    private static boolean isIn(String query, Range range) {
        return range.to() <= query.length();
    }
}
