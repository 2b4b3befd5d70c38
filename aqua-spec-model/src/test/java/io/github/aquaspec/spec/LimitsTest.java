package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is just within a limit is taken, and one more is told. */
class LimitsTest {

    private static final String QUERY = "select Id from Account where Name = '";

    @Test
    void aQueryHas20000Characters() {
        String filling = "x".repeat(20_000 - QUERY.length() - 1);

        assertThat(codes("", QUERY + filling + "'", "")).doesNotContain("AQ302");
        assertThat(codes("", QUERY + filling + "x'", "")).contains("AQ302");
    }

    @Test
    void aNameHas32Characters() {
        assertThat(codes("name: " + "n".repeat(32), "select Id from Account", ""))
                .doesNotContain("AQ209");
        assertThat(codes("name: " + "n".repeat(33), "select Id from Account", ""))
                .contains("AQ209");
    }

    @Test
    void anAddressHasLessThan5000Characters() {
        String address = "notifyUrl: https://example.com/";
        String filling = "n".repeat(4_999 - "https://example.com/".length());

        assertThat(codes(address + filling, "select Id from Account", "")).doesNotContain("AQ213");
        assertThat(codes(address + filling + "n", "select Id from Account", "")).contains("AQ213");
    }

    @Test
    void aRangeOfOneNumberIsNotEmpty() {
        assertThat(codes("", "select Id from Account", "expect: {records: {min: 5, max: 5}}"))
                .doesNotContain("AQ305");
        assertThat(codes("", "select Id from Account", "expect: {records: {min: 5, max: 4}}"))
                .contains("AQ305");
    }

    private static List<String> codes(String job, String query, String rest) {
        return JobSpecs.parse("a.yaml", """
                        version: "1.0"
                        %s
                        queries:
                          - name: Account
                            type: zoqlexport
                            apiVersion: "145.0"
                            query: "%s"
                            %s
                        """.formatted(job, query, rest)).diagnostics().stream()
                .map(finding -> finding.code().id())
                .toList();
    }
}
