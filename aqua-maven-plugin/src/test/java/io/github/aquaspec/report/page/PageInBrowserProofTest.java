package io.github.aquaspec.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real browser shows the page: it fits a desk and a phone, asks nobody for anything, and complains of nothing. The short
 * form is {@code HostilePageTest}; pictures to look at are left in {@code target/page}.
 */
@EnabledIfSystemProperty(named = "aqua.readers", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserProofTest {

    private static final Path PICTURES = Path.of("target", "page");

    private Browser browser;
    private BrowserTab tab;

    @TempDir
    private Path build;

    @BeforeAll
    void start(@TempDir Path profile) throws Exception {
        browser = Browser.start(profile);
        tab = browser.tab();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    private void show(String name, int width, String scheme) throws Exception {
        Path page = HtmlReport.write(build.resolve("target/aqua-reports"), build)
                .orElseThrow()
                .file();
        tab.show(page, width, 800, scheme);
        tab.picture(PICTURES.resolve(name + "-" + width + "-" + scheme + ".png"), 0, width, Math.min(height(), 12_000));

        assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(tab.requests()).containsExactly(page.toUri().toString());
        assertThat(tab.complaints()).isEmpty();
    }

    private int height() throws IOException, InterruptedException {
        return tab.value("document.documentElement.scrollHeight").asInt();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "1024, light", "768, dark", "375, light", "375, dark"})
    void fitsTheScreen_andAsksNobody(int width, String scheme) throws Exception {
        Drawn.story(build);

        show("story", width, scheme);

        assertThat(tab.value("getComputedStyle(document.body).backgroundColor").asText())
                .isEqualTo(scheme.equals("dark") ? "rgb(24, 23, 21)" : "rgb(252, 251, 248)");
        assertThat(tab.value("document.querySelectorAll('svg.timeline rect').length")
                        .asInt())
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("io.github.aquaspec.report.page.HostileReceipts#texts")
    void fitsAPhone_whateverReceiptsHold(String text) throws Exception {
        HostileReceipts.put(Drawn.story(build), text);
        int number = HostileReceipts.TEXTS.indexOf(text);

        show("hostile-" + number, 375, "light");
        tab.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isEqualTo(375);
        assertThat(tab.value("document.scripts.length").asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.github.aquaspec.report.page.HostileReceipts#texts")
    void fitsADesk_whateverReceiptsHold(String text) throws Exception {
        HostileReceipts.put(Drawn.story(build), text);
        int number = HostileReceipts.TEXTS.indexOf(text);

        show("hostile-" + number, 1280, "dark");
        tab.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isEqualTo(1280);
    }

    @Test
    void takesOtherStylesForNone() throws Exception {
        Path page = HtmlReport.write(Drawn.story(build), build).orElseThrow().file();
        Files.writeString(page, Files.readString(page).replace("--paper: #fcfbf8", "--paper: #f00"));

        tab.show(page, 1280, 800, "light");

        assertThat(tab.complaints()).isNotEmpty();
        assertThat(tab.value("getComputedStyle(document.body).backgroundColor").asText())
                .isEqualTo("rgba(0, 0, 0, 0)");
    }

    @Test
    void seesWhatIsTooWide_andWhatAsks() throws Exception {
        Path page = Files.writeString(
                build.resolve("wide.html"),
                "<!DOCTYPE html><p style='width: 900px'>wide</p><img src='missing.png'><script>console.log(1)</script>");

        tab.show(page, 375, 800, "light");

        assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isGreaterThan(375);
        assertThat(tab.requests()).hasSize(2);
        assertThat(tab.complaints()).isNotEmpty();
    }
}
