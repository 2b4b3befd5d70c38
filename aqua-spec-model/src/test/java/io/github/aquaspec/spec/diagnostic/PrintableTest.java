package io.github.aquaspec.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.source.SourceText;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown is only looked at: by people, by terminals, and by the servers that read logs for commands. */
class PrintableTest {

    /** Control characters of both sets, marks that turn or hide text, line breaks of all kinds. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2028\\u2029"
            + "\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}]");

    private static final Pattern COMMAND = Pattern.compile("##[A-Za-z0-9]*\\[|^\\s*::");

    private static final List<String> HOSTILE = List.of(
            "\u001B[2J",
            "\u001B]0;title\u0007",
            "\u009B31m",
            "\b",
            "\r",
            "\n",
            "\u0085",
            "\u2028",
            "\u202E",
            "\u2066",
            "\u200B",
            "\uFEFF",
            "\uDB40\uDC41",
            "\uD83D",
            "::",
            "::set-output name=x::y",
            "::add-mask::",
            "##",
            "#",
            "vso[task.setvariable variable=x]y",
            "##[command]",
            "##teamcity[buildStop]",
            "[",
            " ",
            "section_start:1:x\r\u001B[0K",
            "travis_fold:start:x\r",
            "error[AQ101]: ",
            "\u0000",
            "\u007F",
            "Zoë",
            "\uD83D\uDE00");

    @Property(seed = "5301", tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void nothingInItIsObeyed_whateverItSays(@ForAll("hostile") String text) {
        String shown = Printable.of(text);

        assertThat(OBEYED.matcher(shown).find()).as(shown).isFalse();
        assertThat(COMMAND.matcher(shown).find()).as(shown).isFalse();
        assertThat(shown.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        assertThat(Printable.of(shown)).isEqualTo(shown);
    }

    @Property(seed = "5302", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noLineBeginsWithForeignText_inADrawnFinding(@ForAll("hostile") String text) {
        SourceText source = new SourceText("specs/" + text + ".yaml", "name: " + text + "\n" + text + "\n");
        String drawn = TextRenderer.render(Diagnostic.of(JobCode.NO_WINDOW, text)
                .at(source.span(6, source.length()), text)
                .related(source.span(0, 4), text)
                .why(text)
                .fix(text));

        assertThat(drawn.split("\n", -1)).allSatisfy(line -> {
            assertThat(OBEYED.matcher(line).find()).as(line).isFalse();
            assertThat(COMMAND.matcher(line).find()).as(line).isFalse();
            assertThat(line)
                    .matches(
                            "error\\[AQ\\d+\\]: .*|error\\[AQ\\d+\\]:| *(-->|:::) specs/.*| *\\d* \\|.*|\\.\\.\\.| * = (why|fix):.*");
        });
    }

    /** The failing twin: as they are, these texts would be obeyed, and the checks above see it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[2J",
                "a\u009Bb",
                "a\rb",
                "a\nb",
                "a\u0085b",
                "a\u2028b",
                "a\u202Eb",
                "\u0007",
                "\b",
                "\uFEFF",
                "::set-output name=x::y",
                "  ::add-mask::x",
                "a ##vso[task.complete]",
                "##[group]x",
                "x##teamcity[buildStop]"
            })
    void rawText_wouldBeObeyed(String text) {
        assertThat(OBEYED.matcher(text).find() || COMMAND.matcher(text).find()).isTrue();
        assertThat(Printable.of(text)).isNotEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'##vso[task.setvariable variable=x]y', '#<U+0023>vso[task.setvariable variable=x]y'",
        "'a ###[error]b', 'a ##<U+0023>[error]b'",
        "'::warning::x', '<U+003A>:warning::x'",
        "'a::b ## c [d] #[e]', 'a::b ## c [d] #[e]'",
        "'Müller & Söhne 😀 नी', 'Müller & Söhne 😀 नी'"
    })
    void changesOnlyWhatDoesSomething(String text, String shown) {
        assertThat(Printable.of(text)).isEqualTo(shown);
    }

    @Test
    void underlinesTheRightPlace_behindACommandInTheLine() {
        SourceText source = new SourceText("a.yaml", "name: \"##vso[x]\" # bad\n");

        assertThat(TextRenderer.render(Diagnostic.of(JobCode.NO_WINDOW, "m").at(source.span(19, 22))))
                .contains("1 | name: \"#<U+0023>vso[x]\" # bad\n  |                           ^^^\n");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(HOSTILE).list().ofMaxSize(6).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().ofMaxLength(12));
    }
}
