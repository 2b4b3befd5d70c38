package io.github.aquaspec.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.Plans;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.verify.cell.FirstColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of the deleted column with its twin. */
class DeletedCheckTest {

    private static final String STATEFUL = "version: \"1.1\"\npartner: p\nproject: q\n";
    private static final List<String> HEADER = List.of("Account.MyDeleted", "Account.Id");

    @Test
    void finds_nothing_inAColumnAsAsked() {
        assertThat(codes(STATEFUL, "Numeric", HEADER, false, Map.of("0", 5L, "1", 2L)))
                .isEmpty();
        assertThat(codes(STATEFUL, "Boolean", HEADER, false, Map.of("false", 5L, "true", 2L)))
                .isEmpty();
        assertThat(codes(STATEFUL, "Numeric", HEADER, true, Map.of("0", 5L))).isEmpty();
        assertThat(codes(STATEFUL, "Numeric", HEADER, true, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Account.MyDeleted, true",
        "account.mydeleted, true",
        "Account.IsDeleted, false",
        "Account.Id, false",
        "MyDeleted, false",
        "Invoice.MyDeleted, false"
    })
    void warns_whenTheColumnDoesNotComeFirst(String first, boolean good) {
        assertThat(codes(STATEFUL, "Numeric", List.of(first, "Account.Name"), false, Map.of("0", 1L)))
                .containsExactlyElementsOf(good ? List.of() : List.of("AQ729"));
    }

    @ParameterizedTest
    @CsvSource({
        "Numeric, 0, true",
        "Numeric, true, false",
        "Numeric, '', false",
        "Boolean, 1, false",
        "Boolean, true, true"
    })
    void warns_whenACellIsNoFlagOfTheFormat(String format, String cell, boolean good) {
        assertThat(codes(STATEFUL, format, HEADER, false, Map.of(cell, 1L)))
                .containsExactlyElementsOf(good ? List.of() : List.of("AQ729"));
    }

    @Test
    void says_whatItHolds() {
        List<String> messages = found(STATEFUL, "Numeric", HEADER, false, Map.of("0", 1L, "N", 1L, "Y", 3L), 0).stream()
                .map(d -> d.message())
                .toList();

        assertThat(messages)
                .containsExactly("the column Account.MyDeleted of query \"A\" holds \"N\", \"Y\", not only 0 and 1");
    }

    @Test
    void warns_whenThereAreTooManyDifferentCells() {
        assertThat(found(STATEFUL, "Numeric", HEADER, false, Map.of("0", 1L), 7))
                .hasSize(1);
    }

    @Test
    void warns_whenAFullLoadOfASessionHoldsDeletedRecords() {
        assertThat(codes(STATEFUL, "Numeric", HEADER, true, Map.of("0", 5L, "1", 2L)))
                .containsExactly("AQ730");
        assertThat(codes(STATEFUL, "Boolean", HEADER, true, Map.of("true", 1L))).containsExactly("AQ730");
    }

    @Test
    void bears_deletedRecordsInAStatelessJob() {
        JobPlan plan = Plans.plan("a", """
                queries:
                  - name: A
                    query: select Id from Account
                    deleted: {column: MyDeleted, format: Numeric, forceExport: true}
                """, Path.of("out"));

        assertThat(check(plan, HEADER, true, new FirstColumn(Map.of("1", 1L), 0))
                        .found())
                .isEmpty();
    }

    @Test
    void takes_eitherPairOfWords_whenTheManifestLeavesTheFormatOut() {
        JobPlan plan = Plans.plan(
                "a",
                STATEFUL + "queries:\n  - {name: A, query: select Id from Account, deleted: {column: MyDeleted}}\n",
                Path.of("out"));

        assertThat(check(plan, HEADER, false, new FirstColumn(Map.of("0", 1L, "1", 1L), 0))
                        .found())
                .isEmpty();
        assertThat(check(plan, HEADER, false, new FirstColumn(Map.of("false", 1L), 0))
                        .found())
                .isEmpty();
        assertThat(check(plan, HEADER, false, new FirstColumn(Map.of("false", 1L, "1", 1L), 0))
                        .found())
                .hasSize(1);
    }

    @Test
    void asks_nothingOfAQueryWithoutDeletedRecords() {
        JobPlan plan =
                Plans.plan("a", STATEFUL + "queries:\n  - {name: A, query: select Id from Account}\n", Path.of("out"));

        assertThat(check(plan, List.of("Account.Id"), true, new FirstColumn(Map.of("x", 1L), 0))
                        .found())
                .isEmpty();
    }

    private static List<String> codes(
            String job, String format, List<String> header, boolean full, Map<String, Long> cells) {
        return found(job, format, header, full, cells, 0).stream()
                .map(d -> d.code().id())
                .toList();
    }

    private static List<io.github.aquaspec.spec.diagnostic.Diagnostic> found(
            String job, String format, List<String> header, boolean full, Map<String, Long> cells, long others) {
        JobPlan plan = Plans.plan(
                "a",
                job + "queries:\n  - {name: A, query: select Id from Account, deleted: {column: MyDeleted, format: "
                        + format + "}}\n",
                Path.of("out"));
        return check(plan, header, full, new FirstColumn(cells, others)).found();
    }

    private static Verdict check(JobPlan plan, List<String> header, boolean full, FirstColumn flags) {
        QueryResult plain =
                Results.result(0, "A.csv", Results.batch("A", "select Id from Account", 1L, full, "145.0"), 1, header);
        Findings findings = new Findings(plan);
        DeletedCheck.of(
                plan,
                new QueryResult(
                        plain.query(),
                        plain.batch(),
                        List.of(new DataFile(
                                plain.files().get(0).content(),
                                plain.files().get(0).stored(),
                                Optional.of(flags))),
                        List.of()),
                findings);
        return findings.verdict();
    }
}
