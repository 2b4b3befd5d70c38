package io.github.aquaspec.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees. */
class TextRendererTest {

    /** As long as a file may be, or a quarter of it. */
    private static final int LONG = Boolean.getBoolean("aqua.proof") ? 2_000_000 : 500_000;

    /** A code with short words. */
    private enum Sample implements Code {
        TWICE;

        @Override
        public Entry entry() {
            return new Entry("AQ201", Severity.ERROR, "Results are matched to queries by name.");
        }
    }

    private static final SourceText BILLING = new SourceText("specs/billing.yaml", """
            name: crm
            version: "1.0"
            queries:
              - name: invoices
                query: select Id from Invoice
                type: zoqlexport

              - name: invoices
                query: select Id from InvoiceItem
                type: zoqlexport
              # ten
              - name: other
            """);

    @Test
    void draws_bothPlaces_withDotsBetweenLinesThatAreApart() {
        Diagnostic twice = finding("two queries are named \"invoices\"")
                .at(in(BILLING, "invoices", 8), "used again here")
                .related(in(BILLING, "invoices", 4), "first used here")
                .fix("give one of the two queries another name");
        assertThat(TextRenderer.render(twice)).isEqualTo("""
                error[AQ201]: two queries are named "invoices"
                 --> specs/billing.yaml:8:11
                  |
                4 |   - name: invoices
                  |           -------- first used here
                ...
                8 |   - name: invoices
                  |           ^^^^^^^^ used again here
                  |
                  = why: Results are matched to queries by name.
                  = fix: give one of the two queries another name""");
    }

    @Test
    void draws_neighbouringLines_withoutDots_andAWideGutterWhereItIsNeeded() {
        Diagnostic here = finding("message")
                .at(in(BILLING, "name", 12))
                .related(in(BILLING, "# ten", 11), "behind this")
                .related(in(BILLING, "type", 10), "and this");
        assertThat(TextRenderer.render(here)).isEqualTo("""
                error[AQ201]: message
                  --> specs/billing.yaml:12:5
                   |
                10 |     type: zoqlexport
                   |     ---- and this
                11 |   # ten
                   |   ----- behind this
                12 |   - name: other
                   |     ^^^^
                   |
                   = why: Results are matched to queries by name.""");
    }

    @Test
    void draws_aLineOnce_forSeveralPlacesOnIt() {
        SourceText json = new SourceText("a.json", "{\"a\": 1, \"a\": 2}");
        Diagnostic twice =
                finding("message").at(in(json, "\"a\"", 1, 9), "again").related(in(json, "\"a\"", 1), "first");
        assertThat(lines(twice))
                .containsExactly("1 | {\"a\": 1, \"a\": 2}", "  |          ^^^ again", "  |  --- first");
    }

    @Test
    void draws_aFindingWithoutPlace_withoutArrow() {
        assertThat(TextRenderer.render(finding("no manifest found").severity(Severity.WARNING)))
                .isEqualTo("""
                        warning[AQ201]: no manifest found
                         = why: Results are matched to queries by name.""");
    }

    @Test
    void draws_anotherFile_behindAnArrowOfItsOwn() {
        SourceText other = new SourceText("specs/other.yaml", "name: crm\n");
        Diagnostic two = finding("message").at(in(BILLING, "crm", 1)).related(in(other, "crm", 1), "here too");
        assertThat(TextRenderer.render(two)).isEqualTo("""
                error[AQ201]: message
                 --> specs/billing.yaml:1:7
                  |
                1 | name: crm
                  |       ^^^
                  |
                 ::: specs/other.yaml:1:7
                  |
                1 | name: crm
                  |       --- here too
                  |
                  = why: Results are matched to queries by name.""");
    }

    @Test
    void draws_noLines_ofAFileWithoutText() {
        assertThat(TextRenderer.render(
                        finding("the file has more than 2 MiB").at(new SourceText("a.yaml", "").span(0, 0))))
                .isEqualTo("""
                        error[AQ201]: the file has more than 2 MiB
                         --> a.yaml:1:1
                          = why: Results are matched to queries by name.""");
    }

    @Test
    void underlines_onlyTheFirstOfSeveralLines() {
        Diagnostic whole = finding("message").at(BILLING.span(BILLING.lineStart(4) + 4, BILLING.length()));
        assertThat(lines(whole)).containsExactly("4 |   - name: invoices", "  |     ^^^^^^^^^^^^^^");
    }

    @Test
    void draws_aCaret_forAnEmptyPlaceAndForTheEndOfTheFile() {
        assertThat(lines(finding("message").at(BILLING.span(5, 5)))).containsExactly("1 | name: crm", "  |      ^");
        assertThat(lines(finding("message").at(BILLING.span(BILLING.length(), BILLING.length()))))
                .containsExactly("13 |", "   | ^");
    }

    @Test
    void draws_aTabAsFourBlanks_withTheMarksInLine() {
        SourceText text = new SourceText("a.yaml", "\ta:\tvalue\t\n");
        assertThat(lines(finding("message").at(in(text, "value", 1))))
                .containsExactly("1 |     a:    value", "  |           ^^^^^");
        assertThat(lines(finding("message").at(in(text, "\ta", 1))))
                .containsExactly("1 |     a:    value", "  | ^^^^^");
    }

    @Test
    void aligns_byCodePoint() {
        SourceText text = new SourceText("a.yaml", "😀é: 漢字 x\n");
        Diagnostic here = finding("message").at(in(text, "x", 1));
        assertThat(lines(here)).containsExactly("1 | 😀é: 漢字 x", "  |        ^");
        assertThat(TextRenderer.render(here)).contains("a.yaml:1:8");
    }

    @Test
    void makes_terminalEscapesHarmless_inAllItsTexts() {
        SourceText text = new SourceText("a\u001b[2J.yaml", "x: \u001b[31mred\u0007\u202E\u2028 end\r\n");
        Diagnostic evil = finding("it said \u001b]0;title\u0007\nnext line")
                .at(in(text, "end", 1), "\u001b[1m")
                .why("\u009b31m")
                .fix("type \u007f");
        assertThat(TextRenderer.render(evil)).isEqualTo("""
                error[AQ201]: it said ␛]0;title␇␊next line
                 --> a␛[2J.yaml:1:16
                  |
                1 | x: ␛[31mred␇<U+202E><U+2028> end
                  |                              ^^^ ␛[1m
                  |
                  = why: <U+009B>31m
                  = fix: type ␡""");
    }

    @Test
    void cuts_aLongLine_aroundThePlace() {
        SourceText text = new SourceText("a.yaml", "q: " + "a".repeat(300) + "HERE" + "b".repeat(300) + "\n");
        assertThat(lines(finding("message").at(in(text, "HERE", 1))))
                .containsExactly(
                        "1 | …" + "a".repeat(30) + "HERE" + "b".repeat(76) + "…", "  | " + " ".repeat(31) + "^^^^");
    }

    @Test
    void cuts_aLongLine_atItsEnds_onlyWhereSomethingIsLeftOut() {
        SourceText text = new SourceText("a.yaml", "START" + "a".repeat(300) + "END");
        assertThat(lines(finding("message").at(in(text, "START", 1))))
                .containsExactly("1 | START" + "a".repeat(105) + "…", "  | ^^^^^");
        assertThat(lines(finding("message").at(in(text, "END", 1))))
                .containsExactly("1 | …" + "a".repeat(107) + "END", "  | " + " ".repeat(108) + "^^^");
        assertThat(lines(finding("message").at(text.span(0, text.length()))))
                .containsExactly("1 | START" + "a".repeat(105) + "…", "  | " + "^".repeat(110));
    }

    @Test
    void draws_aLongLineForEachOfItsPlaces() {
        SourceText text = new SourceText("a.json", "{\"x\": 1, " + " ".repeat(400) + "\"x\": 2}");
        assertThat(lines(finding("message")
                        .at(in(text, "\"x\"", 1, 100), "again")
                        .related(in(text, "\"x\"", 1), "first")))
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.get(3)).isEqualTo("  |  --- first"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client_secret: abc def # x | 1 | client_secret: ••••",
                "password: \"p\\\"w, x\" # x | 1 | password: \"••••\" # x",
                "passphrase: 'it''s' | 1 | passphrase: '••••'",
                "{\"apiSecretAccessKey\": \"a,b\", \"b\": 1} | 1 | {\"apiSecretAccessKey\": \"••••\", \"b\": 1}",
                "{\"token\":12345,\"b\":1} | 1 | {\"token\":••••,\"b\":1}",
                "{token: abc, b: 1} | 1 | {token: ••••, b: 1}",
                "accessKeys: [a, b] | 1 | accessKeys: ••••",
                "'Access-Token' : x | 1 | 'Access-Token' : ••••",
                "notifyUrl: https://me:pw@host/x?token=abc&a=b | 1 | notifyUrl: https://••••@host/x?token=••••&a=b",
                "secret: \"never closed | 1 | secret: \"••••",
                "name: a password b | 1 | name: a password b",
                "query: select Key from A | 1 | query: select Key from A",
                "secret: \"\" | 1 | secret: \"\""
            })
    void hides_theValueUnderASecretName(String source, int line, String drawn) {
        SourceText text = new SourceText("a.yaml", source);
        assertThat(lines(finding("message").at(text.span(0, 1)))).first().isEqualTo(line + " | " + drawn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: |\n  hunter2\n",
                "a:\n  password:\n    hunter2\n",
                "passwords:\n- hunter2\n",
                "passwords:\n- one\n- hunter2\n",
                "passwords:\n- a:\n    hunter2\n",
                "passwords:\n  - - one\n    - hunter2\n",
                "password: >-\n  x\n\n   hunter2\n",
                "password: a,b\n  hunter2\n",
                "password: {a: 1,\n  b: hunter2}\n",
                "password: \"x\n\n hunter2\"\n",
                "password: \"x\nhunter2\"\n",
                "{\"password\":\n   \"hunter2\"}\n"
            })
    void hides_theLinesBelowASecretName(String source) {
        SourceText text = new SourceText("a.yaml", source);
        Diagnostic here = finding("message")
                .at(in(text, "hunter2", text.position(source.indexOf("hunter2")).line()));
        assertThat(TextRenderer.render(here)).contains("••••").doesNotContain("hunter2");
    }

    @Test
    void shows_theLinesBehindASecret() {
        SourceText text = new SourceText("a.yaml", "password: x\nname: a\n");
        assertThat(lines(finding("message").at(in(text, "a", 2, 6)))).first().isEqualTo("2 | name: a");
        SourceText json = new SourceText("a.json", "{ \"token\": \"x\",\n  \"name\": \"a\"}");
        assertThat(lines(finding("message").at(in(json, "name", 2)))).first().isEqualTo("2 |   \"name\": \"a\"}");
    }

    @Test
    void shows_whatStandsBesideASecretInAListItem() {
        SourceText text = new SourceText("a.yaml", "list:\n- password: x\n  name: a\n- name: b\n");
        assertThat(lines(finding("message").at(in(text, "name", 3)))).first().isEqualTo("3 |   name: a");
        assertThat(lines(finding("message").at(in(text, "name", 4)))).first().isEqualTo("4 | - name: b");
    }

    @Test
    void draws_manyFindings_onALineAsLongAsAFile() {
        SourceText text = new SourceText("a.json", "{" + "\"key\": 1, ".repeat(LONG / 10) + "\"x\": 1}");
        List<Diagnostic> findings = IntStream.range(0, LONG / 70)
                .mapToObj(i -> finding("message").at(text.span(i * 70, i * 70 + 1)))
                .toList();
        assertThat(findings).allSatisfy(f -> assertThat(lines(f)).hasSize(2));
    }

    @Test
    void draws_aLineAsLongAsAFile_withManySecretsOnIt() {
        for (String part : List.of("key: 1, ", "[key: ", "\"token\":\"", "aaaaaaa", "a=b&", "://a", "\"a ")) {
            SourceText text = new SourceText("a.yaml", "x: " + part.repeat(LONG / part.length()) + "\n  end");
            assertThat(TextRenderer.render(
                            finding("message").at(in(text, "end", 2)).related(text.span(0, 1), "")))
                    .hasSizeLessThan(500);
        }
    }

    @Test
    void keeps_theMarksInLine_behindAndOnAHiddenValue() {
        SourceText text = new SourceText("a.json", "{\"key\": \"a very long secret\", \"x\": 1}");
        assertThat(lines(
                        finding("message").at(in(text, "\"x\"", 1)).related(in(text, "a very long secret", 1), "this")))
                .containsExactly(
                        "1 | {\"key\": \"••••\", \"x\": 1}", "  |                 ^^^", "  |          ---- this");
    }

    @Test
    void joins_severalFindings_withABlankLine() {
        assertThat(TextRenderer.render(List.of(finding("one"), finding("two"))))
                .isEqualTo(TextRenderer.render(finding("one")) + "\n\n" + TextRenderer.render(finding("two")));
        assertThat(TextRenderer.render(List.of())).isEmpty();
    }

    @Test
    void counts_findingsBySeverity() {
        Diagnostic error = finding("x");
        Diagnostic warning = error.severity(Severity.WARNING);
        Diagnostic note = error.severity(Severity.NOTE);
        assertThat(TextRenderer.summary(List.of(note, error, warning, error, note, note)))
                .isEqualTo("2 errors, 1 warning, 3 notes");
        assertThat(TextRenderer.summary(List.of(error, note))).isEqualTo("1 error, 1 note");
        assertThat(TextRenderer.summary(List.of())).isEqualTo("no findings");
    }

    private static Diagnostic finding(String message) {
        return Diagnostic.of(Sample.TWICE, message);
    }

    /** The first occurrence of a text on a line. */
    private static Span in(SourceText source, String part, int line) {
        return in(source, part, line, 0);
    }

    private static Span in(SourceText source, String part, int line, int from) {
        int at = source.content().indexOf(part, source.lineStart(line) + from);
        return source.span(at, at + part.length());
    }

    /** The lines of source and marks. */
    private static List<String> lines(Diagnostic diagnostic) {
        return TextRenderer.render(diagnostic)
                .lines()
                .skip(3)
                .takeWhile(line -> !line.isBlank() && !line.matches(" +\\|"))
                .toList();
    }
}
