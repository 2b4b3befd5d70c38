package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/faq.md points at is there. */
class FaqPageTest {

    private static final Page PAGE = Page.of("docs/faq.md");

    @Test
    void everythingThatItNames_isThere() {
        assertThat(PAGE.named(NamedOnPage.TEST)).hasSizeGreaterThan(25);
        assertThat(PAGE.named(NamedOnPage.CODE)).hasSizeGreaterThan(40);
        assertThat(NamedOnPage.missing(PAGE)).isEmpty();
    }

    @Test
    void whatIsNotThere_isSeen(@TempDir Path folder) throws IOException {
        Path planted = Files.writeString(folder.resolve("planted.md"), """
                `FaqPageTest`, `FaqPageTest.everythingThatItNames_isThere`, the build `src/it/readme`, AQ101; and
                `NoSuchTest`, `FaqPageTest.nothingOfTheKind`, the build `src/it/nowhere`, AQ999
                """);

        assertThat(NamedOnPage.missing(new Page(planted)))
                .containsExactly("`NoSuchTest`", "`FaqPageTest.nothingOfTheKind`", "`src/it/nowhere`", "AQ999");
    }
}
