package io.github.aquaspec.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.model.JobSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectedColumnsTest {

    @Test
    void tells_theHeader_withTheObjectBeforeEachField() {
        SelectedColumns selected =
                of("select Id, Account.Name, BillToContact.City, max(Balance) as \"Most\" from Account"
                                + " group by Id, Account.Name, BillToContact.City")
                        .orElseThrow();

        List<String> header = List.of("Account.Id", "Account.Name", "BillToContact.City", "Most");
        assertThat(selected.missing(header)).isEmpty();
        assertThat(selected.extra(header)).isEmpty();
        assertThat(selected.missing(List.of("Account.Id")))
                .containsExactly("Account.Name", "BillToContact.City", "Most");
        assertThat(selected.extra(List.of("Account.Id", "Account.Balance"))).containsExactly("Account.Balance");
    }

    @Test
    void ignores_caseAndOrder() {
        assertThat(of("select MRR, ID from Account").orElseThrow().missing(List.of("Account.Id", "Account.Mrr")))
                .isEmpty();
    }

    @Test
    void counts_theDeletedColumn() {
        assertThat(of("select Id from Account\n    deleted: {column: Gone, format: Numeric, forceExport: true}")
                        .orElseThrow()
                        .missing(List.of("Account.Id")))
                .containsExactly("Account.Gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from Account",
                "select Id, BillToContact.* from Account",
                "select count(Id) from Account",
                "select Id from Account\n    type: zoql"
            })
    void says_nothing_whereItCannotBeTold(String query) {
        assertThat(of(query)).isEmpty();
    }

    @Test
    void says_nothing_ofLabels() {
        JobSpec job = job("useQueryLabels: false\n", "select Id from Account");

        assertThat(SelectedColumns.of(job, job.queries().get(0))).isEmpty();
    }

    private static Optional<SelectedColumns> of(String query) {
        JobSpec job = job("useQueryLabels: true\n", query);
        return SelectedColumns.of(job, job.queries().get(0));
    }

    private static JobSpec job(String flags, String query) {
        return JobSpecs.parse("a.yaml", flags + "queries:\n  - name: A\n    query: " + query + "\n")
                .value()
                .orElseThrow();
    }
}
