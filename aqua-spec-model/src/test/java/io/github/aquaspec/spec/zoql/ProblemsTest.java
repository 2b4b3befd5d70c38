package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "IN                     | select Id from X where Id «in» ('a', 'b')",
                "IN                     | select Id from X where Id «not in» ('a')",
                "BETWEEN                | select Id from X where a «between» 1 and 2",
                "NOT_LIKE               | select Id from X where a «not like» 'b%'",
                "SUB_SELECT             | select Id from X where a = «(»select Id from Y)",
                "SUB_SELECT             | select Id from X where «(»select Id from Y) = 1",
                "SUB_SELECT             | select Id from X where «exists» (select Id from Y)",
                "SUB_SELECT             | select Id from «(»select Id from Y)",
                "UNION                  | select Id from X «union» all select Id from Y",
                "UNION                  | select Id from X where a = 1 «union» select Id from Y",
                "CASE                   | select «case» when a = 1 then 2 end from X",
                "JOIN                   | select Id from X «left» outer join Y on a = b",
                "JOIN                   | select Id from X «join» Y",
                "SEVERAL_OBJECTS        | select Id from X«,» Y",
                "OBJECT_ALIAS           | select x.Id from X «x» where x.Id = 1",
                "OBJECT_ALIAS           | select x.Id from X «as» x",
                "OBJECT_ALIAS           | select x.Id from X «x» join Y y on x.Id = y.Id",
                "OBJECT_ALIAS           | select x.Id from X «x», Y y",
                "SELECT_DISTINCT        | select «distinct» Id from X",
                "SELECT_DISTINCT        | select «DISTINCT» * from X",
                "SELECT_DISTINCT        | select «distinct»(Id) from X",
                "TYPED_LITERAL          | select Id from X where a > «TIMESTAMP '2026-01-01 00:00:00'»",
                "TYPED_LITERAL          | select Id from X where a > «date '2026-01-01'»",
                "ARITHMETIC             | select Id from X where a «+» 1 > 2",
                "ARITHMETIC             | select a «*» 2 from X",
                "ARITHMETIC             | select Id from X where a > 2 «-» 1",
                "ODD_OPERATOR           | select Id from X where a «==» 1",
                "ODD_OPERATOR           | select Id from X where a = 1 «&&» b = 2",
                "COMMENT                | select Id «/* all */» from X",
                "COMMENT                | select Id from X «-- all»",
                "COMMENT                | select Id from X «# all»",
                "CURLY_QUOTE            | select Id from X where a = «‘»b’",
                "CURLY_QUOTE            | select Id as «“»Key” from X",
                "UNQUOTED_TIME          | select Id from X where a > «now - 1» day",
                "UNQUOTED_TIME          | select Id from X where a > «sysdate - 1»",
                "NESTED_CALL            | select sum(«max(a)») from X",
                "UNKNOWN_FUNCTION       | select «upper»(Name) from X",
                "NESTED_PATH            | select «Account.BillToContact.Id» from Invoice",
                "UNDOUBLED_QUOTE        | select Id from X where a = 'O«'»Brien' and b = 1",
                "UNDOUBLED_QUOTE        | select Id from X where a = 'a«'»\"b\"",
                "BACKSLASH_ESCAPE       | select Id from X where a = 'O«\\'»Brien'",
                "UNTERMINATED_STRING    | select Id from X where a = «'abc and b = 1»",
                "UNTERMINATED_STRING    | select Id from X where a like «'abc»",
                "UNBALANCED_PARENTHESIS | select Id from X where (a = 1 and (b = 2)«»",
                "UNBALANCED_PARENTHESIS | select Id from X where a = 1«)»",
                "UNBALANCED_PARENTHESIS | select count(Id«»",
                "UNBALANCED_PARENTHESIS | select Id«)» from X",
            })
    void names_whatZuoraDoesNotTake(Construct construct, String text) {
        Marked marked = Marked.of(text);
        Problem first = first(marked.query(), Dialect.EXPORT_ZOQL);
        assertThat(first.construct()).as(first.message()).isEqualTo(construct);
        assertThat(first.range()).isEqualTo(marked.place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "«»                                        | found the end of the query, wanted `select`",
                "«delete» from X                           | found `delete`, wanted `select`",
                "select «from» X                           | found `from`, wanted a field",
                "select Id, «from» X                       | found `from`, wanted a field",
                "select Id«»                               | found the end of the query, wanted `,` or `from`",
                "select Id «Name» from X                   | found `Name`, wanted `,` or `from`",
                "select Account.«,» Id from X              | found `,`, wanted a field",
                "select «'Id'» from X                      | found `'Id'`, wanted a field",
                "select count(«)» from X                   | found `)`, wanted a field",
                "select count(Id «from» X                  | found `from`, wanted `)`",
                "select Id from X where (a = 1 «b» = 2)    | found `b`, wanted `and`, `or` or `)`",
                "select Id from X where a = 1«)»           | found `)`, wanted one closing parenthesis for each opening one",
                "select Id from «where» a = 1              | found `where`, wanted an object",
                "select Id from X where«»                  | found the end of the query, wanted a field or a value",
                "select Id from X where a «and» b = 1      | found `and`, wanted an operator, such as `=`",
                "select Id from X where a = «and» b = 1    | found `and`, wanted a field or a value",
                "select Id from X where a = 1 «b» = 2      | found `b`, wanted `and`, `or`, a later clause or the end",
                "select Id from X where a like «b»         | found `b`, wanted a quoted pattern",
                "select Id from X where a is «true»        | found `true`, wanted `null` or `not null`",
                "select Id from X «group»                  | found `group`, wanted another clause or the end",
                "select Id from X order by Id «where» a = 1| found `where`, wanted another clause or the end",
                "select Id from X limit «many»             | found `many`, wanted a number of rows",
                "select Id from X limit 5,«1.5»            | found `1.5`, wanted a number of rows",
                "select Id from X; «select» Id from Y      | found `select`, wanted another clause or the end",
                "select Id from X where a «=>» 1           | found `=>`, wanted `>=`",
                "select «§» from X                         | found `§`, wanted a field",
                "select «`»Id` from X                      | found a backtick, wanted a field",
                "select «“»Id” from X                      | found `“`, wanted a field",
                "select Id from X «were» a = 1             | found `were`, wanted another clause or the end",
                "select Id from X where a = 'x' «'a rather long text that goes on and on'» | "
                        + "found `'a rather long text that goes…`, wanted `and`, `or`, a later clause or the end",
            })
    void says_whatWasFoundAndWhatWasWanted(String text, String message) {
        Marked marked = Marked.of(text);
        Problem first = first(marked.query(), Dialect.EXPORT_ZOQL);
        assertThat(first.message()).isEqualTo(message);
        assertThat(first.range()).isEqualTo(marked.place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "«Id in ('a')»                | Id = 'a'",
                "«Id in ('a', 2)»             | (Id = 'a' or Id = 2)",
                "«Y.Id NOT IN ('a' , 'b')»    | (Y.Id != 'a' and Y.Id != 'b')",
                "«a between 1 and '2'»        | (a >= 1 and a <= '2')",
                "«a not between 1 and 2»      | (a < 1 or a > 2)",
                "«a not like 'b%'»            | not a like 'b%'",
            })
    void says_whatIsTheSame(String condition, String same) {
        Marked marked = Marked.of("select Id from X where b = 0 and " + condition);
        assertThat(first(marked.query(), Dialect.EXPORT_ZOQL).rewriting())
                .contains(new Rewriting(marked.place(), same));
        assertThat(Zoql.parse("select Id from X where b = 0 and " + same, Dialect.EXPORT_ZOQL)
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Id in ('a') | Id = 'a'",
                "Id not in (1, 2) | Id != 1 and Id != 2",
                "a between 1 and 2 | a >= 1 and a <= 2"
            })
    void says_whatIsTheSame_withoutParentheses_inZoql(String condition, String same) {
        Problem first = first("select Id from X where " + condition, Dialect.ZOQL);
        assertThat(first.rewriting().orElseThrow().text()).isEqualTo(same);
    }

    /** Beside {@code and} it would ask for something else, and there is no way to say so. */
    @ParameterizedTest
    @ValueSource(strings = {"Id in ('a', 'b')", "a not between 1 and 2"})
    void says_nothing_inZoql_whereParenthesesWouldBeNeeded(String condition) {
        assertThat(first("select Id from X where b = 0 and " + condition, Dialect.ZOQL)
                        .rewriting())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Id in (select Id from Y)",
                "Id in ('a', b)",
                "Id in ('a' 'b')",
                "Id in ()",
                "a between b and 2",
                "a between 1 and -2",
                "a not like b",
            })
    void says_nothing_whereMoreThanPlainValuesStand(String condition) {
        assertThat(first("select Id from X where " + condition, Dialect.EXPORT_ZOQL)
                        .rewriting())
                .isEmpty();
    }

    @Test
    void says_nothing_thatNobodyWouldRead() {
        String values = "'a'" + ", 'a'".repeat(30);
        assertThat(first("select Id from X where Id in (" + values + ")", Dialect.EXPORT_ZOQL)
                        .rewriting())
                .isEmpty();
    }

    @Test
    void says_nothing_ofNotLike_inZoql() {
        assertThat(first("select Id from X where a not like 'b%'", Dialect.ZOQL).rewriting())
                .isEmpty();
    }

    @Test
    void takes_twoBars_forWhatTheyMeanThere() {
        assertThat(first("select Name || Id from X", Dialect.EXPORT_ZOQL).message())
                .isEqualTo("found `||`, wanted fields one by one, with commas between them");
        assertThat(first("select Id from X where a = 1 || b = 2", Dialect.EXPORT_ZOQL)
                        .message())
                .isEqualTo("found `||`, wanted `or`");
    }

    @Test
    void spells_aCharThatCannotBeSeen() {
        assertThat(first("select\u00A0Id from X", Dialect.EXPORT_ZOQL).message())
                .isEqualTo("found the character U+00A0, wanted a field");
    }

    @Test
    void points_behindTheLastWord_notBehindTheLineEnds() {
        assertThat(first("select Id\n\n", Dialect.EXPORT_ZOQL).range()).isEqualTo(new Range(9, 9));
    }

    @Test
    void goes_onBehindWhatItCanName() {
        Parsed parsed = Zoql.parse(
                "select distinct upper(a), sum(max(b)) from X -- c\n"
                        + "where d not in (1, (2)) and e between 1 and 2 and f > DATE '2026-01-01' and g ==",
                Dialect.EXPORT_ZOQL);
        assertThat(parsed.query()).isEmpty();
        assertThat(parsed.problems())
                .extracting(Problem::construct)
                .containsExactly(
                        Construct.SELECT_DISTINCT,
                        Construct.UNKNOWN_FUNCTION,
                        Construct.NESTED_CALL,
                        Construct.COMMENT,
                        Construct.IN,
                        Construct.BETWEEN,
                        Construct.TYPED_LITERAL,
                        Construct.ODD_OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "not ("})
    void refuses_whatIsTooDeep(String opening) {
        Problem first = first("select Id from X where " + opening.repeat(10_000), Dialect.EXPORT_ZOQL);
        assertThat(first.construct()).isEqualTo(Construct.TOO_DEEP);
    }

    @Test
    void takes_fiftyParenthesesInsideEachOther() {
        String query = "select Id from X where " + "(".repeat(50) + "a = 1" + ")".repeat(50);
        assertThat(Zoql.parse(query, Dialect.EXPORT_ZOQL).problems()).isEmpty();
    }

    @Test
    void counts_depthNotParentheses() {
        String query = "select Id from X where (a = 1)" + " or (a = 1)".repeat(1_000);
        assertThat(Zoql.parse(query, Dialect.EXPORT_ZOQL).problems()).isEmpty();
    }

    @Test
    void misses_theEndOfAList_behindNamingIt() {
        Parsed parsed = Zoql.parse("select Id from X where Id in ('a', (1)", Dialect.EXPORT_ZOQL);
        assertThat(parsed.problems())
                .extracting(Problem::construct)
                .containsExactly(Construct.IN, Construct.UNBALANCED_PARENTHESIS);
    }

    @Test
    void misses_theEndOfAString_insideAList() {
        Parsed parsed = Zoql.parse("select upper('a) from X", Dialect.EXPORT_ZOQL);
        assertThat(parsed.problems())
                .extracting(Problem::construct)
                .containsExactly(Construct.UNKNOWN_FUNCTION, Construct.UNTERMINATED_STRING);
    }

    static Problem first(String query, Dialect dialect) {
        Parsed parsed = Zoql.parse(query, dialect);
        assertThat(parsed.query()).isEmpty();
        return parsed.problems().get(0);
    }
}
