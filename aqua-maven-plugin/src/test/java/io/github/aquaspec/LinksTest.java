package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each link of a page to another one of the repository leads to a file, and to a heading, that is there. */
class LinksTest {

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkLeadsSomewhere(Page page) {
        assertThat(page.deadLinks()).isEmpty();
    }

    @Test
    void allPagesAreLookedAt() throws IOException {
        assertThat(pages())
                .contains(
                        Page.of("README.md"),
                        Page.of("ARCHITECTURE.md"),
                        Page.of("docs/faq.md"),
                        Page.of("docs/diagnostics/AQ101.md"));
    }

    @Test
    void aLinkThatLeadsNowhere_isSeen(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.md"), """
                # Two `words`, and more

                ```sh
                # a comment
                ```

                ## Twice
                ## Twice
                """);
        Path page = Files.writeString(folder.resolve("page.md"), """
                # Here
                [file](other.md), [place](other.md#two-words-and-more), [second](other.md#twice-1), [own](#here),
                [folder](../), [web](https://example.com/nowhere#at-all).
                [no file](nothing.md) [no place](other.md#three-words) [comment](other.md#a-comment)
                [third](other.md#twice-2) [`not` own](#there)

                ```text
                [not a link](nothing.md)
                ```
                """);

        assertThat(new Page(page).deadLinks().stream().map(dead -> dead.replace(page + ": ", "")))
                .containsExactly(
                        "](nothing.md)",
                        "](other.md#three-words)",
                        "](other.md#a-comment)",
                        "](other.md#twice-2)",
                        "](#there)");
    }
}
