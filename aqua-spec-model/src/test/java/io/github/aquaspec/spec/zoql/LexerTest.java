package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void covers_allOfTheText(Dialect dialect) {
        String query = "select a.b, 'x''y' -- why\n from /* no */ X where\td>=2012-09-12T05:07:32 and e<>-1.5 ; \u00A0";
        String joined = Zoql.tokens(query, dialect).stream().map(Token::text).collect(Collectors.joining());
        assertThat(joined).isEqualTo(query);
    }

    @Test
    void tells_whatEachPieceIs() {
        assertThat(significant("Name>='O''Brien' and x!=1.5"))
                .extracting(Token::kind, Token::text)
                .containsExactly(
                        tuple(Kind.WORD, "Name"),
                        tuple(Kind.SYMBOL, ">="),
                        tuple(Kind.STRING, "'O''Brien'"),
                        tuple(Kind.WORD, "and"),
                        tuple(Kind.WORD, "x"),
                        tuple(Kind.SYMBOL, "!="),
                        tuple(Kind.NUMBER, "1.5"));
    }

    @Test
    void ends_aStringAtItsQuote_afterABackslash_inExportZoql() {
        assertThat(significant("'a\\' b")).extracting(Token::text).containsExactly("'a\\'", "b");
    }

    @Test
    void goes_onBehindAnEscapedQuote_inZoql() {
        assertThat(Zoql.tokens("'a\\' b'", Dialect.ZOQL).get(0))
                .isEqualTo(new Token(Kind.STRING, new Range(0, 7), "'a\\' b'"));
    }

    @Test
    void takes_theRestOfTheText_whenAStringHasNoEnd() {
        assertThat(significant("x = 'abc where"))
                .last()
                .isEqualTo(new Token(Kind.UNTERMINATED_STRING, new Range(4, 14), "'abc where"));
    }

    @Test
    void takes_theRestOfTheText_whenABackslashIsLast() {
        assertThat(Zoql.tokens("'abc\\", Dialect.ZOQL).get(0).kind()).isEqualTo(Kind.UNTERMINATED_STRING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-09-12",
                "2012-09-12T05:07",
                "2012-09-12T05:07:32",
                "2012-09-12T05:07:32Z",
                "2012-09-12T05:07:32.123+08:00",
                "2012-09-12T05:07:32-0800",
                "2012-09-12 05:07:32"
            })
    void reads_aDateWithoutQuotes_asOnePiece(String date) {
        assertThat(significant(date)).extracting(Token::kind, Token::text).containsExactly(tuple(Kind.DATE, date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<=>", "!==", "<>", "==", "=>", "=<", "||", "&&", "\uD83D\uDE00"})
    void reads_anOddOperator_asOnePiece(String operator) {
        assertThat(significant(operator))
                .extracting(Token::kind, Token::text)
                .containsExactly(tuple(Kind.SYMBOL, operator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- to the end", "// to the end", "/* inside\n*/", "/* without end"})
    void recognises_aComment(String comment) {
        assertThat(significant(comment))
                .extracting(Token::kind, Token::text)
                .containsExactly(tuple(Kind.COMMENT, comment));
    }

    @Test
    void ends_aLineComment_atTheLine() {
        assertThat(significant("--a\nb")).extracting(Token::kind).containsExactly(Kind.COMMENT, Kind.WORD);
    }

    private static List<Token> significant(String query) {
        return Zoql.tokens(query, Dialect.EXPORT_ZOQL).stream()
                .filter(token -> token.kind() != Kind.SPACE && token.kind() != Kind.END)
                .toList();
    }
}
