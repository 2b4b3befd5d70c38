package io.github.aquaspec.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.Plans;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.spec.model.WindowRange;
import io.github.aquaspec.verify.cell.CellFinding;
import io.github.aquaspec.verify.cell.CellRules;
import io.github.aquaspec.verify.cell.FoundRecord;
import io.github.aquaspec.verify.cell.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsAskedTest {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-02T00:00:00Z");
    private static final String WINDOWED = "UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                WINDOWED,
                "Status = 'x' and (account.UPDATEDDATE < '${window.to}') and UpdatedDate >= \"${window.from}\"",
            })
    void asksForTheTimeOfTheWindow_byTheColumnThatIsCompared(String where) {
        assertThat(rules("useQueryLabels: true", where, "").range())
                .contains(new TimeRange("Account.UpdatedDate", FROM, TO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UpdatedDate >= ${window.from} and CreatedDate < ${window.to}",
                "UpdatedDate > ${window.from} and UpdatedDate < ${window.to}",
                "UpdatedDate >= ${window.from} or UpdatedDate < ${window.to}",
                "UpdatedDate >= ${window.from}",
            })
    void asksForNoTime_whereRecordsOutsideTheWindowMayComeAsWell(String where) {
        assertThat(rules("useQueryLabels: true", where, "").range()).isEmpty();
    }

    @Test
    void asksForNoTime_whereTheNameOfTheColumnIsNotKnown_orDeletedRecordsComeToo() {
        assertThat(rules("useQueryLabels: false", WINDOWED, "").range()).isEmpty();
        assertThat(rules("useQueryLabels: true", WINDOWED, "deleted: {column: D, format: Numeric, forceExport: true}")
                        .range())
                .isEmpty();
    }

    @Test
    void asksForWhatMustHold_andForWhatShould() {
        CellRules rules = rules(
                "nullReplacement: NULL",
                WINDOWED,
                "expect: {notNull: [a], unique: [b], warn: {notNull: [c], unique: [b, d]}}");

        assertThat(rules.notEmpty()).containsExactlyInAnyOrder("a", "c");
        assertThat(rules.unique()).containsExactlyInAnyOrder("b", "d");
        assertThat(rules.nothing()).isEqualTo("NULL");
        assertThat(rules.flags()).isFalse();
    }

    @Test
    void warns_ofRecordsOutsideTheWindow() {
        JobPlan plan = plan("useQueryLabels: true", WINDOWED, "");
        QueryResult good = Results.result(
                0,
                "Account.csv",
                Results.batch("Account", plan.spec().queries().get(0).query(), 9L, true, "145.0"),
                9,
                List.of("Account.Id"));
        QueryResult odd = new QueryResult(
                0,
                good.batch(),
                good.files(),
                List.of(new CellFinding.Outside("Account.UpdatedDate", 7, List.of(new FoundRecord(0, 3, 120, "a3")))));

        assertThat(ContentCheck.of(plan, good).found()).isEmpty();
        assertThat(ContentCheck.of(plan, good).checks())
                .extracting(QueryCheck::kind)
                .as("no column tells when the records were changed")
                .doesNotContain(QueryCheck.Kind.WINDOW);
        QueryResult timed =
                Results.result(0, "Account.csv", good.batch(), 9, List.of("Account.Id", "Account.updateddate"));
        assertThat(ContentCheck.of(plan, timed).checks())
                .filteredOn(check -> check.kind() == QueryCheck.Kind.WINDOW)
                .extracting(check -> check.found().orElse(""))
                .containsExactly("0 outside");
        assertThat(ContentCheck.of(plan, odd).found()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(TransferCode.OUTSIDE_THE_WINDOW);
            assertThat(found.isError()).isFalse();
            assertThat(found.message())
                    .isEqualTo("7 records of query \"Account\" lie outside the window,"
                            + " the first is record 3 (byte 120, Id a3)");
        });
    }

    private static CellRules rules(String ofJob, String where, String ofQuery) {
        return CellsAsked.of(plan(ofJob, where, ofQuery), 0);
    }

    private static JobPlan plan(String ofJob, String where, String ofQuery) {
        Manifest manifest = Plans.manifestOf("a", """
                version: "1.0"
                %s
                window: {initial: "2026-01-01T00:00:00Z"}
                queries:
                  - name: Account
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: >-
                      select Id from Account where %s
                    %s
                """.formatted(ofJob, where, ofQuery));
        WindowPlan window = new WindowPlan(
                new WindowRange(FROM, TO),
                WindowPlan.Origin.WATERMARK,
                TO,
                false,
                Optional.empty(),
                List.of(),
                Map.of());
        return JobPlan.of(manifest, Path.of("out"), Optional.empty(), Optional.of(window));
    }
}
