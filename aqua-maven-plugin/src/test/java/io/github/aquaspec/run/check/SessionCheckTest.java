package io.github.aquaspec.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.Plans;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Expect.Load;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session's job repeats of its request, against what was asked. */
class SessionCheckTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        "acme, Nightly, 600, true",
        "acme, nightly, 600, true",
        ", , , true",
        "ACME, Nightly, 600, false",
        "acme, other, 600, false",
        "acme, Nightly, 0, false"
    })
    void compares_theSession_withCaseButForTheProject(String partner, String project, Integer offset, boolean same) {
        JobPlan plan = plan("offset: 600\n");
        JobEcho echo = echo(partner, project, offset, null);

        assertThat(codes(plan, echo, PACIFIC)).containsExactlyElementsOf(same ? List.of() : List.of("AQ727"));
    }

    @Test
    void bears_anOffsetOfTheTenant_whereTheManifestNamesNone() {
        assertThat(codes(plan(""), echo("acme", "Nightly", 300, null), PACIFIC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2015-01-21 10:30:01, 1421865001000, true",
        "2015-01-21 10:30:01, 2015-01-21 10:30:01, true",
        "2015-01-21 10:30:01, 2015-01-21T18:30:01+0000, true",
        "2015-01-21 10:30:01, 1421836201000, false",
        "2015-01-21 10:30:01, yesterday, false",
        "2015-01-21 10:30:01, , false",
        // The hour that comes twice: either reading is what was asked.
        "2026-11-01 01:30:00, 1793521800000, true",
        "2026-11-01 01:30:00, 1793525400000, true",
        "2026-11-01 01:30:00, 1793529000000, false"
    })
    void compares_theTime_inTheZoneOfTheDataCentre(String asked, String echoed, boolean same) {
        JobPlan plan = plan("incrementalTime: \"" + asked + "\"\n");

        assertThat(codes(plan, echo("acme", "Nightly", null, echoed), PACIFIC))
                .containsExactlyElementsOf(same ? List.of() : List.of("AQ727"));
    }

    @Test
    void says_bothTimes_atTheLine() {
        JobPlan plan = plan("incrementalTime: \"2015-01-21 10:30:01\"\n");

        Diagnostic found = check(plan, echo("acme", "Nightly", null, "1421836201000"), PACIFIC)
                .found()
                .get(0);

        assertThat(found.message())
                .isEqualTo("the job was asked for incrementalTime \"2015-01-21 10:30:01\" (America/Los_Angeles), and"
                        + " repeats 2015-01-21T10:30:01Z");
        assertThat(found.where().orElseThrow().span()).hasToString("specs/a.yaml:4:18");
    }

    @Test
    void compares_noTime_whereNobodyKnowsTheZone() {
        JobPlan plan = plan("incrementalTime: \"2015-01-21 10:30:01\"\n");

        assertThat(codes(plan, echo("acme", "Nightly", null, "1421836201000"), null))
                .isEmpty();
        assertThat(codes(plan, echo("acme", "Nightly", null, null), null)).containsExactly("AQ727");
    }

    @Test
    void asks_nothingOfAStatelessJob() {
        JobPlan plan = Plans.plan("a", "queries: [{name: A, query: select Id from Account}]", Path.of("out"));

        assertThat(codes(plan, echo("other", "other", 7, "1"), PACIFIC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, true, ''",
        "FULL, false, AQ728",
        "INCREMENTAL, false, ''",
        "INCREMENTAL, true, AQ728",
        "ANY, true, ''",
        "ANY, false, ''"
    })
    void compares_theLoad_withWhatTheStateLetsExpect(Load expected, boolean full, String code) {
        assertThat(loads(plan(""), expected, full))
                .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void leaves_theLoadToTheManifest_whereThatSaysSomething() {
        JobPlan plan = Plans.plan(
                "a",
                "version: \"1.1\"\npartner: acme\nproject: Nightly\n"
                        + "queries: [{name: A, query: select Id from Account, expect: {load: any}}]",
                Path.of("out"));

        assertThat(loads(plan, Load.INCREMENTAL, true)).isEmpty();
    }

    @Test
    void accepts_whatTheManifestSilences() {
        JobPlan plan = plan("offset: 600\nsuppress: [{code: AQ727, reason: known}]\n");

        Verdict verdict = check(plan, echo("acme", "Nightly", 0, null), PACIFIC);

        assertThat(verdict.found()).isEmpty();
        assertThat(verdict.accepted()).hasSize(1);
    }

    private static List<String> loads(JobPlan plan, Load expected, boolean full) {
        QueryResult result = Results.result(
                0, "A.csv", Results.batch("A", "select Id from Account", 1L, full, "145.0"), 1, List.of("Account.Id"));
        return SessionCheck.of(plan, job(JobEcho.NOTHING), List.of(result), List.of(expected), Optional.of(PACIFIC))
                .found()
                .stream()
                .map(d -> d.code().id())
                .toList();
    }

    private static List<String> codes(JobPlan plan, JobEcho echo, ZoneId zone) {
        return check(plan, echo, zone).found().stream().map(d -> d.code().id()).toList();
    }

    private static Verdict check(JobPlan plan, JobEcho echo, ZoneId zone) {
        return SessionCheck.of(plan, job(echo), List.of(), List.of(), Optional.ofNullable(zone));
    }

    private static JobReply job(JobEcho echo) {
        return new JobReply("j", "completed", Optional.empty(), Optional.empty(), echo, List.of());
    }

    private static JobEcho echo(String partner, String project, Integer offset, String incrementalTime) {
        return new JobEcho(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(partner),
                Optional.ofNullable(project),
                Optional.ofNullable(offset),
                Optional.ofNullable(incrementalTime));
    }

    private static JobPlan plan(String more) {
        return Plans.plan(
                "a",
                "version: \"1.1\"\npartner: acme\nproject: Nightly\n" + more
                        + "queries: [{name: A, query: select Id from Account}]",
                Path.of("out"));
    }
}
