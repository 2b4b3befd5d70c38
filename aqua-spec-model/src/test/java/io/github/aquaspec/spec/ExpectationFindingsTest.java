package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected of a result is held against the job, whether it must hold or should. */
class ExpectationFindingsTest {

    private static final String ODD = "{columns: [Account.Id], notNull: [Account.Id], unique: [Account.Id],"
            + " records: {min: 5, max: 1}, load: incremental}";

    @ParameterizedTest
    @ValueSource(strings = {"expect: " + ODD, "expect: {warn: " + ODD + "}"})
    void isTold_whatCouldNeverHold(String expect) {
        assertThat(codes("useQueryLabels: false", expect))
                .containsOnly("AQ227", "AQ230", "AQ305", "AQ218")
                .filteredOn("AQ227"::equals)
                .hasSize(3);
    }

    @Test
    void isTold_ofAFullLoadThatShouldComeEachTime() {
        assertThat(codes("version: \"1.1\"\npartner: p\nproject: q", "expect: {warn: {load: full}}"))
                .contains("AQ223");
    }

    @Test
    void isNotTold_ofAnotherColumn_whereOneCannotBeRead() {
        assertThat(codes("useQueryLabels: false", "expect: {columns: ['', 'Account: Foo', Account.Id]}"))
                .contains("AQ109")
                .doesNotContain("AQ227");
    }

    private static List<String> codes(String job, String expect) {
        return JobSpecs.parse("a.yaml", """
                        %s
                        dateTimeUtc: true
                        queries:
                          - name: Account
                            type: zoqlexport
                            apiVersion: "145.0"
                            query: select Id from Account
                            %s
                        """.formatted(job, expect)).diagnostics().stream()
                .map(finding -> finding.code().id())
                .toList();
    }
}
