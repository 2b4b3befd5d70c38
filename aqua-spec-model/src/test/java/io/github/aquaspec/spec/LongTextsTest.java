package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Manifests as large as may be, or a third of it where there is no time, each of one thing that comes again and again. Whoever looks at all of it for each of its
 * parts does not end before the test has waited too long, or has no memory left.
 */
class LongTextsTest {

    private static final int LONG = Boolean.getBoolean("aqua.proof") ? 1_500_000 : 500_000;

    static Stream<Arguments> texts() {
        return Stream.of(
                text(
                        "a value compared with many",
                        "zoqlexport",
                        "select Id from Account where '" + "x".repeat(60_000) + "' in (" + "1,".repeat(LONG / 4)
                                + "1)"),
                text(
                        "values that are many",
                        "zoqlexport",
                        "select Id from Account where Id in (" + "1,".repeat(LONG / 2) + "1)"),
                text("aliases", "zoqlexport", "select " + "a as b,".repeat(LONG / 7) + "a as b from Account"),
                text(
                        "ends of a window",
                        "zoqlexport",
                        "select Id from Account where " + "a>${window.to} or ".repeat(LONG / 40) + "a>${window.to}"),
                text(
                        "a way round a window, deep in parentheses",
                        "zoqlexport",
                        "select Id from Account where " + "Id = 'b' and (".repeat(90) + "Id = 'a' or a > ${window.to}"
                                + ")".repeat(90)),
                text(
                        "conditions of a session",
                        "zoqlexport",
                        "select Id from Account where "
                                + "UpdatedDate >= ${window.from} and Status = 'x' and ".repeat(LONG / 80) + "Id = 'x'"),
                text(
                        "keywords",
                        "zoql",
                        "SELECT Id FROM Account WHERE " + "Name = 'x' AND ".repeat(LONG / 16) + "Name = 'x'"),
                Arguments.of(
                        "placeholders that are not closed", "token: \"" + "${".repeat(LONG / 2) + "\"\nqueries: []"),
                Arguments.of("addresses", "notifyUrl: \"" + "://a:".repeat(LONG / 5) + "\"\nqueries: []"),
                Arguments.of("misspelt keys", misspelt() + "queries: []"));
    }

    private static Arguments text(String name, String type, String query) {
        return Arguments.of(name, """
                version: "1.0"
                window: {initial: "2020-01-01T00:00:00Z"}
                queries:
                  - name: Account
                    type: %s
                    query: |-
                      %s
                """.formatted(type, query));
    }

    private static String misspelt() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < LONG / 50; i++) {
            keys.append("nam").append(Integer.toString(i, 36)).append(": x\n");
        }
        return keys.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void areReadToTheirEnd(String name, String text) {
        assertThat(JobSpecs.parse("long.yaml", text).diagnostics()).as(name).isNotEmpty();
    }
}
