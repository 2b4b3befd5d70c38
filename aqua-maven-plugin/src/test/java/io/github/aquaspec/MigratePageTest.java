package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/migrate.md shows can be taken as it is, and what it names is there. */
class MigratePageTest {

    private static final Page PAGE = Page.of("docs/migrate.md");

    static Stream<String> manifests() {
        return Stream.of("yaml", "json").flatMap(language -> PAGE.blocks(language).stream());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void eachManifestIsOne_andNothingIsWrongWithIt(String manifest) {
        assertThat(findings(manifest)).isEmpty();
    }

    @Test
    void aMistakeInAManifest_isSeen() {
        assertThat(manifests()).hasSize(6).allSatisfy(manifest -> {
            assertThat(manifest).contains("version").contains("queries");
            assertThat(findings(manifest.replace("version", "versoin"))).contains("AQ101");
        });
    }

    @Test
    void everythingThatItNames_isThere() {
        assertThat(NamedOnPage.missing(PAGE)).isEmpty();
    }

    private static List<String> findings(String manifest) {
        return JobSpecs.parse(manifest.startsWith("{") ? "a.json" : "a.yaml", manifest).diagnostics().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(finding -> finding.code().id())
                .toList();
    }
}
