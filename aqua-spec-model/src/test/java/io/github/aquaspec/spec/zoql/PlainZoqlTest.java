package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainZoqlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STAR           | select «*» from Account",
                "STAR           | select «Account.*» from Invoice",
                "JOINED_FIELD   | select «Account.Id» from Invoice",
                "JOINED_FIELD   | select Id from Invoice where «Account.Id» = '1'",
                "FUNCTION       | select «count(Id)» from Account",
                "FUNCTION       | select Id from Account where «year(CreatedDate)» = 2026",
                "ALIAS          | select Id as «key» from Account",
                "PARENTHESES    | select Id from Account where «(a = 1 or b = 2)» and c = 3",
                "NOT            | select Id from Account where «not a = 1»",
                "IS_NULL        | select Id from Account where «a is null»",
                "FIELD_TO_FIELD | select Id from Account where «a = b»",
                "GROUP_BY       | select a from Account «group by» a, b",
                "HAVING         | select a from Account «having» a = 1",
                "ORDER_BY       | select Id from Account «order by» Id desc",
                "LIMIT          | select Id from Account «limit 5»",
                "UNESCAPED_QUOTE| select Id from Account where Name = 'O«''»Brien'",
                "IN             | select Id from Account where Id «in» ('1')",
            })
    void names_whatOnlyExportZoqlHas(Construct construct, String text) {
        Marked marked = Marked.of(text);
        Problem first = ProblemsTest.first(marked.query(), Dialect.ZOQL);
        assertThat(first.construct()).as(first.message()).isEqualTo(construct);
        assertThat(first.range()).isEqualTo(marked.place());
        if (construct != Construct.IN) {
            assertThat(Zoql.parse(marked.query(), Dialect.EXPORT_ZOQL).problems())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'O«'»Brien'", "'O«''»Brien'", "'C:\\\\«'»abc'", "'O«'»Brien"})
    void names_aQuoteThatNeedsABackslash(String text) {
        Marked marked = Marked.of("select Id from Account where Name = " + text);
        Problem first = ProblemsTest.first(marked.query(), Dialect.ZOQL);
        assertThat(first.message()).endsWith("wanted a backslash before a quote inside a string");
        assertThat(first.range()).isEqualTo(marked.place());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id, Account.Name from account",
                "select Id from Account where a = 1 and b != 'x' or c >= 2012-09-12T05:07:32",
                "select Id from Account where a = null or b != null or c = true or d like 'A%'",
                "select Id from Account where Name = 'O\\'Brien'"
            })
    void takes_whatZoqlHas(String query) {
        assertThat(Zoql.parse(query, Dialect.ZOQL).problems()).isEmpty();
    }

    @Test
    void finds_everythingAtOnce() {
        Parsed parsed = Zoql.parse("select *, B.Id from A where (x = y) order by z limit 1", Dialect.ZOQL);
        assertThat(parsed.problems())
                .extracting(Problem::construct)
                .containsExactly(
                        Construct.STAR,
                        Construct.JOINED_FIELD,
                        Construct.PARENTHESES,
                        Construct.FIELD_TO_FIELD,
                        Construct.ORDER_BY,
                        Construct.LIMIT);
    }
}
