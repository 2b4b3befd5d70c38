package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/protocol-coverage.md names is there, and no row claims what nothing shows. */
class ProtocolPageTest {

    private static final Page PAGE = Page.of("docs/protocol-coverage.md");
    private static final String SHOWN = "| shown by |";

    @Test
    void everythingThatItNames_isThere() {
        assertThat(PAGE.named(NamedOnPage.TEST)).hasSizeGreaterThan(200);
        assertThat(PAGE.named(NamedOnPage.BUILD)).isNotEmpty();
        assertThat(PAGE.named(NamedOnPage.CODE)).hasSizeGreaterThan(100);
        assertThat(NamedOnPage.missing(PAGE)).isEmpty();
    }

    @Test
    void everyRowEndsWithATest_whereTheTableHasThem() {
        assertThat(rowsWithoutATest(PAGE.text())).isEmpty();
        assertThat(rowsWithoutATest("| a " + SHOWN + "\n|---|---|\n| b | `ATest` |\n| c | – |\n\n| not in it |"))
                .containsExactly("| c | – |");
    }

    private static List<String> rowsWithoutATest(String page) {
        List<String> rows = new ArrayList<>();
        boolean shown = false;
        for (String line : page.lines().toList()) {
            boolean head = line.endsWith(SHOWN);
            shown = head || (shown && line.startsWith("|"));
            if (shown && !head && !line.startsWith("|---") && !line.matches(".*\\|( `\\w+Test(\\.\\w+)?`,?)+ \\|")) {
                rows.add(line);
            }
        }
        return rows;
    }
}
