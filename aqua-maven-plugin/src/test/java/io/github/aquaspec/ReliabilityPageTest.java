package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.state.JournalEntry;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What docs/reliability.md calls shown is shown: each test, method and build that it names is there. */
class ReliabilityPageTest {

    private static final Page PAGE = Page.of("docs/reliability.md");

    @Test
    void everythingThatItNames_isThere() {
        assertThat(PAGE.named(NamedOnPage.TEST)).hasSizeGreaterThan(30);
        assertThat(PAGE.named(NamedOnPage.BUILD)).isNotEmpty();
        assertThat(NamedOnPage.missing(PAGE)).isEmpty();
    }

    @Test
    void tellsWhatFollows_fromEachStepThatAJournalEndsWith() {
        String page = PAGE.text();
        String table = page.substring(page.indexOf("| the journal says last |"), page.indexOf("A run goes on with"));

        assertThat(JournalEntry.class.getPermittedSubclasses())
                .hasSize(7)
                .allSatisfy(step ->
                        assertThat(table).contains("`" + step.getSimpleName().toLowerCase(Locale.ROOT) + "`"));
    }
}
