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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expect: {columns: [Account.Id, Account.Name]}",
                "expect: {columns: []}",
                "expect: {notNull: [Account.Name]}",
                "expect: {warn: {unique: [Account.Name]}}"
            })
    void isTold_ofColumns_thatTheQueryDoesNotSelect(String expect) {
        assertThat(codes("useQueryLabels: true", expect)).containsOnlyOnce("AQ235");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expect: {columns: [account.id], notNull: [Account.Id], warn: {unique: [Account.Id]}}",
                "expect: {columns: [Account.Id, '']}",
                "expect: {columns: [Account.Id, Account.Deleted]}\n    deleted: {column: Deleted, format: Boolean}",
                "expect: {columns: [Account.Id, Account.Gone]}\n    deleted: {column: Gone, format: Odd}"
            })
    void isNotTold_ofColumns_thatTheResultWillHave_orMayHave(String expect) {
        assertThat(codes("useQueryLabels: true", expect)).doesNotContain("AQ235");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "Id, count(Name)", "${env.COLUMN:-Name}"})
    void isNotTold_ofColumns_whereTheHeaderCannotBeTold(String selected) {
        assertThat(codes("useQueryLabels: true", "expect: {columns: [Account.Name, Account.Id]}", selected))
                .doesNotContain("AQ235");
    }

    private static List<String> codes(String job, String expect) {
        return codes(job, expect, "Id");
    }

    private static List<String> codes(String job, String expect, String selected) {
        return JobSpecs.parse("a.yaml", """
                        %s
                        dateTimeUtc: true
                        queries:
                          - name: Account
                            type: zoqlexport
                            apiVersion: "145.0"
                            query: select %s from Account
                            %s
                        """.formatted(job, selected, expect)).diagnostics().stream()
                .map(finding -> finding.code().id())
                .toList();
    }
}
