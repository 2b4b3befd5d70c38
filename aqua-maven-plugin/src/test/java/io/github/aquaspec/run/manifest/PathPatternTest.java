package io.github.aquaspec.run.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "**/*.yaml, a.yaml, true",
        "**/*.yaml, x/y/a.yaml, true",
        "**/*.yaml, a.yml, false",
        "**/*.yaml, a.yaml/b, false",
        "*.yaml, x/a.yaml, false",
        "**/.*, .hidden, true",
        "**/.*, x/.hidden, true",
        "**/.*, x/y, false",
        "billing/*, billing/a, true",
        "billing/*, billing/a/b, false",
        "billing/**, billing/a/b, true",
        "**, a/b/c, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a.c, abc, false",
        "'(a)[b]{c}+$', '(a)[b]{c}+$', true",
        "a, A, false",
        "a, ab, false"
    })
    void matches_theWholePath(String pattern, String path, boolean matches) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
    }
}
