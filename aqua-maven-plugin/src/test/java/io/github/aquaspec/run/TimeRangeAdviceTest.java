package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.check.TimeRangeAdvice;
import io.github.aquaspec.run.check.Verdict;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeAdviceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final String DELETED = "deleted: {column: Gone, format: Boolean, forceExport: true}";
    private static final String WINDOW = """
            window: {initial: "2020-01-01T00:00:00Z"}
            queries:
              - name: A
                query: select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
                %s
            """;

    @TempDir
    private Path states;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UpdatedDate < '2026-11-22T00:00:01Z'",
                "UpdatedDate <= '2026-11-22T01:00:01+01:00'",
                "'2027-01-01T00:00:00Z' > UpdatedDate",
                "UpdatedDate < '2026-11-23'",
                "UpdatedDate < '2026-11-22T14:00:01'",
                "UpdatedDate < 'now'",
                "UpdatedDate < 'now - 1 hour'",
                "UpdatedDate < 'today + 2 days'",
                "(Name = 'x' and UpdatedDate < 'now')"
            })
    void warns_whereARangeEndsTooCloseToNow(String condition) {
        assertThat(found(query(condition, ""))).extracting(d -> d.code().id()).containsExactly("AQ529");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UpdatedDate < '2026-11-22T00:00:00Z'",
                "UpdatedDate < '2026-11-22T14:00:00'",
                "UpdatedDate < '2026-11-22'",
                "UpdatedDate < 'now - 2 hours'",
                "UpdatedDate < 'today'",
                "UpdatedDate >= '2026-11-22T01:00:00Z'",
                "CreatedDate < '2026-11-22T01:00:00Z'",
                "Name = 'x' or UpdatedDate < 'now'",
                "UpdatedDate = 'now'",
                "Name < 'now'"
            })
    void isSilent_whereItEndsInTime_orNobodyCanTell(String condition) {
        assertThat(found(query(condition, ""))).isEmpty();
    }

    @Test
    void pointsAtTheBound_andAtTheDeletedColumn() {
        List<Diagnostic> found =
                found(query("UpdatedDate >= '2026-10-01T00:00:00Z' and UpdatedDate < '2026-11-22T01:00:00Z'", DELETED));

        assertThat(found.get(0).where().orElseThrow().span().text()).isEqualTo("'2026-10-01T00:00:00Z'");
        assertThat(found.get(0).message())
                .isEqualTo("records that were deleted before 2026-10-23T02:00:00Z are missing from this job");
        assertThat(found.get(0).related().get(0).span().text()).isEqualTo("deleted");
        assertThat(found.get(1).where().orElseThrow().span().text()).isEqualTo("'2026-11-22T01:00:00Z'");
    }

    @Test
    void warns_ofABoundThatAParameterGives() {
        List<Diagnostic> found = found("""
                params: {to: {type: dateTime, default: "2027-01-01T00:00:00Z"}}
                queries: [{name: A, query: "select Id from Account where UpdatedDate < ${param.to}"}]
                """);

        assertThat(found).extracting(d -> d.code().id()).containsExactly("AQ529");
        assertThat(found.get(0).where().orElseThrow().span().text()).isEqualTo("${param.to}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UpdatedDate >= '2026-10-23T01:59:59Z'",
                "UpdatedDate > '2026-10-21'",
                "UpdatedDate >= 'now - 31 days'",
            })
    void warns_whereDeletionsAreGone(String condition) {
        assertThat(found(query(condition, DELETED)))
                .extracting(d -> d.code().id())
                .containsExactly("AQ530");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UpdatedDate >= '2026-10-23T02:00:00Z'",
                "UpdatedDate >= '2026-10-23'",
                "UpdatedDate >= 'now - 30 days'",
                "Name = 'x'"
            })
    void isSilent_whereDeletionsAreKept_orEverythingIsAskedFor(String condition) {
        assertThat(found(query(condition, DELETED))).isEmpty();
    }

    @Test
    void isSilent_whereNoDeletedRecordsAreAskedFor() {
        assertThat(found(query("UpdatedDate >= '2020-01-01T00:00:00Z'", ""))).isEmpty();
    }

    @Test
    void notes_thatAFirstWindowHoldsNoOldDeletions_andWarnsOfALaterOne() throws Exception {
        assertThat(found(window(WindowChoice.NEXT)))
                .singleElement()
                .extracting(Diagnostic::severity)
                .isEqualTo(Severity.NOTE);

        published("2026-10-01T00:00:00Z");

        assertThat(found(window(WindowChoice.NEXT)))
                .singleElement()
                .satisfies(
                        d -> assertThat(d.where().orElseThrow().span().text()).isEqualTo("${window.from}"))
                .extracting(Diagnostic::severity)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void isSilent_ofAWindowThatWasPublishedSince_andOfItsEnd() throws Exception {
        published("2026-11-21T00:00:00Z");

        assertThat(found(window(WindowChoice.NEXT))).isEmpty();
    }

    @Test
    void goesByTheInstantOfTheRun_forTheNextWindow_andByTheClockForOneAgain() throws Exception {
        published("2026-06-01T00:00:00Z");
        Instant then = Instant.parse("2026-06-20T00:00:00Z");

        assertThat(found(window(new WindowChoice(Optional.of(then), Optional.empty()))))
                .isEmpty();
        assertThat(found(window(new WindowChoice(
                        Optional.empty(), Optional.of(new WindowRange(Instant.parse("2026-06-01T00:00:00Z"), then))))))
                .extracting(d -> d.code().id())
                .containsExactly("AQ530");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-23T01:59:59Z, crm, 1", "2026-10-23T02:00:00Z, crm, 0", "2026-01-01T00:00:00Z, other, 0"})
    void warns_whereASessionGoesOnFromBefore(Instant watermark, String project, int warnings) {
        String text = """
                version: 1.1
                partner: acme
                project: crm
                queries:
                  - {name: A, query: select Id from Account, deleted: {column: Gone, format: Boolean}}
                  - {name: B, query: select Id from Invoice}
                """;
        Published before = new SessionPublished(
                Rig.EMULATOR,
                "acme",
                project,
                "1",
                watermark,
                List.of(new PublishedQuery(
                        Optional.of("A"), "select Id from Account", QueryType.ZOQLEXPORT, Optional.empty())));

        List<Diagnostic> found = TimeRangeAdvice.ofSession(
                        Plans.plan("a", text, Path.of("out")), Optional.of(before), NOW)
                .found();

        assertThat(found)
                .hasSize(warnings)
                .allSatisfy(
                        d -> assertThat(d.where().orElseThrow().span().text()).isEqualTo("deleted"));
    }

    @Test
    void isAccepted_byTheQuery_orByTheJob() {
        String query = query("UpdatedDate < 'now'", "suppress: [{code: AQ529, reason: they overlap}]");
        String job = "suppress: [{code: AQ529, reason: they overlap}]\n" + query("UpdatedDate < 'now'", "");

        for (String text : List.of(query, job)) {
            Verdict verdict = TimeRangeAdvice.of(Plans.plan("a", text, Path.of("out")), NOW);

            assertThat(verdict.found()).isEmpty();
            assertThat(verdict.accepted()).extracting(Suppressed::reason).containsExactly("they overlap");
        }
    }

    private void published(String to) throws Exception {
        StateDirectory.of(states, Rig.EMULATOR, "a")
                .commit(
                        Optional.empty(),
                        new WindowPublished(
                                Rig.EMULATOR,
                                "1",
                                Instant.EPOCH,
                                Instant.parse(to),
                                List.of(PublishedQuery.of(Plans.manifestOf("a", WINDOW.formatted(DELETED))
                                        .loaded()
                                        .value()
                                        .orElseThrow()
                                        .queries()
                                        .get(0))),
                                List.of()));
    }

    private JobPlan window(WindowChoice choice) {
        Planning planning =
                new Planning(Path.of("out"), Optional.of(new Planning.Memory(states, Rig.EMULATOR)), choice, NOW);
        return ((Planned.Ready) planning.plan(Plans.manifestOf("a", WINDOW.formatted(DELETED)))).plan();
    }

    private static String query(String condition, String more) {
        return """
                queries:
                  - name: A
                    query: "select Id from Account where %s"
                    %s
                """.formatted(condition, more);
    }

    private static List<Diagnostic> found(String text) {
        return found(Plans.plan("a", text, Path.of("out")));
    }

    private static List<Diagnostic> found(JobPlan plan) {
        return TimeRangeAdvice.of(plan, NOW).found();
    }
}
