package io.github.aquaspec.run.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "9", "billing/invoice.items", "A-b_c.d", "a/b/c"})
    void takes_aPathOfPlainNames(String text) {
        assertThat(ManifestId.of(text)).hasValueSatisfying(id -> assertThat(id).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "..", "a/../b", ".a", "-a", "a b", "ä", "a\\b", "a\n"})
    void refuses_whatIsNoFolderEverywhere(String text) {
        assertThat(ManifestId.of(text)).isEmpty();
        assertThatThrownBy(() -> new ManifestId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"a, A, true", "a, a/b, true", "A/b, a, true", "a, ab, false", "a/b, a/c, false", "a/b, ab, false"})
    void clashes_whenTwoCannotStandSideBySide(String one, String other, boolean clash) {
        assertThat(new ManifestId(one).clashesWith(new ManifestId(other))).isEqualTo(clash);
        assertThat(new ManifestId(other).clashesWith(new ManifestId(one))).isEqualTo(clash);
    }

    @Test
    void sorts_byText() {
        assertThat(new ManifestId("a")).isLessThan(new ManifestId("b"));
    }
}
