package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which values a build lets a manifest read. */
class ValuesTest {

    static Values params(String name, String value) {
        return new Values(Map.of(), Values.READABLE, Map.of(name, value), Map.of(), Map.of(), Values.Unset.FAILS);
    }

    @Test
    void allowsVariablesByPattern() {
        Values values = env(Map.of("AQUA_A", "a", "CI_JOB", "b", "HOME", "c", "X.Y", "d"), "AQUA_*", "CI_JOB", "X.*");

        assertThat(values.env("AQUA_A")).contains("a");
        assertThat(values.env("CI_JOB")).contains("b");
        assertThat(values.env("X.Y")).contains("d");
        assertThat(values.mayRead("AQUA_NOT_SET")).isTrue();
    }

    @Test
    void keepsOtherVariablesOut() {
        Values values = env(Map.of("HOME", "c", "NOT_AQUA_A", "d", "XAY", "e"), "AQUA_*", "X.*");

        assertThat(values.mayRead("HOME")).isFalse();
        assertThat(values.env("HOME")).isEmpty();
        assertThat(values.env("NOT_AQUA_A")).isEmpty();
        assertThat(values.env("XAY")).isEmpty();
    }

    @Test
    void allowsNoVariable_whenThereIsNoPattern() {
        Values values = env(Map.of("AQUA_A", "a", "", "b"));

        assertThat(values.mayRead("AQUA_A")).isFalse();
        assertThat(values.mayRead("")).isFalse();
    }

    private static Values env(Map<String, String> environment, String... readable) {
        return new Values(environment, List.of(readable), Map.of(), Map.of(), Map.of(), Values.Unset.FAILS);
    }
}
