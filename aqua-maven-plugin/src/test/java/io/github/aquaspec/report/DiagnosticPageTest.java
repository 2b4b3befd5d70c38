package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.aquaspec.run.failure.AllCodes;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Printable;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code of both modules has its page in the jar, and the page can be read at a prompt. */
class DiagnosticPageTest {

    /** Found by the compiler's output, so that an enum which nobody lists is found too. */
    static Stream<Code> codes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.aquaspec").stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(Code.class))
                        .map(JavaClass::reflect)
                        .flatMap(c -> Stream.of(c.getEnumConstants()))
                        .map(Code.class::cast);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void eachCodeHasItsPage_inTheJar(Code code) {
        DiagnosticPage page = DiagnosticPage.of(code);

        assertThat(page.markdown()).startsWith("# " + code.id() + ": " + page.title() + "\n");
        assertThat(page.title()).isNotBlank();
        assertThat(page.lines())
                .startsWith(code.id() + ": " + page.title(), "")
                .contains("Why")
                .noneMatch(line -> line.startsWith("#") || line.contains("```") || line.contains("]("))
                .noneMatch(line -> line.contains("docs/http"))
                .allSatisfy(line -> assertThat(Printable.of(line)).isEqualTo(line.replace('\t', '␉')));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void eachCodeIsListed(Code code) {
        assertThat(AllCodes.find(code.id())).contains(code);
    }

    @Test
    void fails_whereThereIsNoPage() {
        Code unwritten = () -> new Code.Entry("AQ999", Severity.NOTE, "Nobody has written it.");

        assertThatThrownBy(() -> DiagnosticPage.of(unwritten)).hasMessage("there is no page AQ999.md");
    }

    @Test
    void drawsItsParts() {
        assertThat(PlainPage.of("""
                        # AQ000: A page

                        **Bold** and `a/**` to `**/b`, see [AQ631](AQ631.md), [state](../state.md#the-journal), [it](https://example.org/a).

                        ## What to do

                        - %s
                        - short:

                          ```yaml
                          - name: [a](b.md)

                          # comment
                          ```

                          and so on
                        """.formatted("word ".repeat(20).strip())))
                .isEqualTo(List.of(
                        "AQ000: A page",
                        "",
                        "  Bold and `a/**` to `**/b`, see AQ631, state (docs/state.md#the-journal), it",
                        "  (https://example.org/a).",
                        "",
                        "What to do",
                        "",
                        "  - " + "word ".repeat(19).strip(),
                        "    word",
                        "  - short:",
                        "",
                        "        - name: [a](b.md)",
                        "",
                        "        # comment",
                        "",
                        "    and so on"));
    }
}
