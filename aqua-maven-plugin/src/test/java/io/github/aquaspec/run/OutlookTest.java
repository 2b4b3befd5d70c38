package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.RunEvent.GivenUp.Why;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is foreseen of a run, beside what that run then does. */
class OutlookTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final AquaEmulator emulator = TENANT.emulator();
    private static final Instant INITIAL = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2022-01-01T00:00:00Z");
    private static final String WINDOW = """
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2020-01-01T00:00:00Z", lag: PT0S}
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @Test
    void aJobUnderARandomKey_isNotKnownBefore() throws Exception {
        Forecast forecast = rig(Rig.ACCOUNTS).foreseen();

        assertThat(forecast.prospect()).isEqualTo(new Prospect.Submits(Optional.empty()));
        assertThat(key(forecast)).isEqualTo("(follows from the run key, which is random)");
    }

    @Test
    void aJobUnderAKeyFromOutside_isKnown_andTheNextOneToo() throws Exception {
        for (String key : List.of("night", "night/2")) {
            Rig next = rig(Rig.ACCOUNTS).under("night");
            Forecast forecast = next.foreseen();
            next.published();

            assertThat(forecast.prospect()).isEqualTo(new Prospect.Submits(Optional.of(key)));
            assertThat(key(forecast)).isEqualTo(sentKey(next));
        }
    }

    @Test
    void aRunThatWasStopped_isGoneOnWith_andItsRequestStands() throws Exception {
        Rig stopped = rig(Rig.TWO).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(Rig.TWO);
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(((Prospect.GoesOn) forecast.prospect()).before().jobId())
                .hasValue(TENANT.jobs().get(0));
        assertThat(key(forecast)).isEqualTo(sentKey(stopped));
        assertThat(submissions(next)).isEmpty();
    }

    @Test
    void aRequestWithoutAnAnswer_isSentAgain_underTheSameKey() throws Exception {
        rig(Rig.ACCOUNTS).dies(StepDisk.diesAfter("intent"));

        Rig next = rig(Rig.ACCOUNTS);
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(((Prospect.GoesOn) forecast.prospect()).before().jobId()).isEmpty();
        assertThat(key(forecast)).isEqualTo(sentKey(next));
        assertThat(forecast.plan().request()).isEqualTo(body(next));
    }

    @Test
    void aRequestWithoutAnAnswer_thatWasSentADayAgo_isForgotten() throws Exception {
        rig(Rig.ACCOUNTS).dies(StepDisk.diesAfter("intent"));
        TENANT.pass(Duration.ofHours(24));

        Rig next = rig(Rig.ACCOUNTS);
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(instead(forecast)).isEqualTo(Why.GONE).isEqualTo(givenUp(next));
    }

    @Test
    void aWindowThatNobodyAsksForAgain_isDropped() throws Exception {
        window(upTo(FIRST)).published();
        window(again(INITIAL, FIRST)).dies(StepDisk.diesAfter("submitted"));

        Rig next = window(upTo(SECOND));
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(instead(forecast)).isEqualTo(Why.DROPPED).isEqualTo(givenUp(next));
        assertThat(forecast.plan().request()).isEqualTo(body(next));
    }

    @Test
    void aKeyThatAnotherRunHasUsed_countsUp_whenThatOneIsDropped() throws Exception {
        window(upTo(FIRST)).published();
        window(again(INITIAL, FIRST)).under("night").dies(StepDisk.diesAfter("submitted"));

        Rig next = window(upTo(SECOND)).under("night");
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(((Prospect.SubmitsInstead) forecast.prospect()).key()).hasValue("night/2");
        assertThat(key(forecast)).isEqualTo(sentKey(next));
    }

    @Test
    void anEditedManifest_isRefused_asTheRunRefusesIt() throws Exception {
        rig(Rig.TWO).dies(StepDisk.diesAfter("submitted"));

        Rig edited = rig(Rig.TWO.replace("select Id from Contact", "select FirstName from Contact"));
        Forecast forecast = edited.foreseen();

        assertThat(forecast.prospect()).isEqualTo(new Prospect.Refused());
        assertThat(TextRenderer.render(forecast.said()))
                .isEqualTo(TextRenderer.render(edited.failed().diagnostics()));
    }

    @Test
    void aFreshStart_givesUpWhatWasBegun() throws Exception {
        rig(Rig.ACCOUNTS).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(Rig.ACCOUNTS).fresh().under("night");
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(instead(forecast)).isEqualTo(Why.FRESH).isEqualTo(givenUp(next));
        assertThat(((Prospect.SubmitsInstead) forecast.prospect()).key()).isEmpty();
    }

    @Test
    void aFreshStart_publishesTheJobOfASession_thatIsCompleted() throws Exception {
        rig(session("fresh")).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(session("fresh")).fresh();
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(forecast.prospect()).isInstanceOf(Prospect.Settles.class);
        assertThat(TENANT.jobs()).hasSize(1);
    }

    @Test
    void aSessionThatIsHealed_isAskedForEverythingSinceThen_byteForByte() throws Exception {
        rig(session("healed")).published();
        TENANT.pass(Duration.ofHours(1));

        Rig next = rig(session("healed")).heals();
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(forecast.plan().request()).contains("incrementalTime").isEqualTo(body(next));
    }

    @Test
    void aSessionThatIsHealed_inPlaceOfARunThatWasStopped() throws Exception {
        rig(session("healed-2")).published();
        TENANT.pass(Duration.ofHours(1));
        rig(session("healed-2")).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(session("healed-2")).heals();
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(instead(forecast)).isEqualTo(Why.HEALED).isEqualTo(givenUp(next));
        assertThat(forecast.plan().request()).contains("incrementalTime").isEqualTo(body(next));
    }

    @Test
    void aHealedRunThatWasStopped_goesOnWithTheTimeOfThen() throws Exception {
        rig(session("healed-3")).published();
        TENANT.pass(Duration.ofHours(1));
        rig(session("healed-3")).heals().dies(StepDisk.diesAfter("intent"));

        Rig next = rig(session("healed-3"));
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(forecast.plan().request()).contains("incrementalTime").isEqualTo(body(next));
    }

    @Test
    void aChangedQuery_andAnotherProject_areTold_asTheRunTellsThem() throws Exception {
        rig(session("changed")).published();

        for (String other : List.of(session("changed").replace("select Id", "select Id, Name"), session("changed-2"))) {
            Forecast forecast = rig(other).foreseen();

            assertThat(forecast.said())
                    .singleElement()
                    .satisfies(found -> assertThat(found.code().id()).isIn("AQ623", "AQ624"));
        }
        Rig next = rig(session("changed-2"));
        Forecast forecast = next.foreseen();
        assertThat(TextRenderer.render(next.run().get(0).diagnostics()))
                .isEqualTo(TextRenderer.render(forecast.said()));
    }

    @Test
    void theQueriesThatASessionRepeats_areThoseOfThePublishedRun() throws Exception {
        rig(session("repeated")).published();
        String repeating = session("repeated").replaceFirst("queries: .*", "queries: []");

        Rig next = rig(repeating);
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(forecast.plan().dataFile(0)).isEqualTo("Account.csv");
        assertThat(forecast.plan().request()).contains("\"queries\": []").isEqualTo(body(next));
    }

    @Test
    void deletionsThatASessionHasForgotten_areTold_asTheRunTellsThem() throws Exception {
        String deleting = session("deleting")
                .replace("from Account\"", "from Account\", deleted: {column: Gone, format: Boolean}");
        rig(deleting).published();
        TENANT.pass(Duration.ofDays(31));

        Rig next = rig(deleting);
        Forecast forecast = next.foreseen();

        assertThat(forecast.said()).extracting(found -> found.code().id()).containsExactly("AQ530");
        assertThat(TextRenderer.render(next.run().get(0).diagnostics()))
                .isEqualTo(TextRenderer.render(forecast.said()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60, 170})
    void theRequests_areThoseThatTheRunMakes(int waits) throws Exception {
        Rig rig = rig(Rig.TWO).clockOfTheMachine(TENANT.time());
        Forecast forecast = rig.foreseen();
        Instant begun = TENANT.time().instant();
        if (waits > 0) {
            emulator.misbehave(new Scenario.JobStatus("executing", Optional.empty()), Occasion.POLLS.next(waits));
        }

        rig.published();

        Duration job = Duration.between(begun, TENANT.time().instant());
        assertThat(forecast.requests().of(job)).isEqualTo(rig.recorded().size());
    }

    @Test
    void theRequestsOfASession_andUnderAKeyFromOutside_andOfARunThatGoesOn() throws Exception {
        sameRequests(rig(session("counted")).under("night"));
        rig(session("counted")).dies(StepDisk.diesAfter("submitted"));
        sameRequests(rig(session("counted")));
        rig(session("counted")).dies(StepDisk.diesAfter("intent"));
        sameRequests(rig(session("counted")));
    }

    @Test
    void theMostRequests_areThoseOfAJobThatIsNotWaitedForAnyLonger() throws Exception {
        Rig rig = rig("timeout: PT2H\n" + Rig.ACCOUNTS).clockOfTheMachine(TENANT.time());
        Forecast forecast = rig.foreseen();
        emulator.misbehave(new Scenario.JobStatus("executing", Optional.empty()), Occasion.POLLS);

        assertThat(Outcomes.codes(rig.failed())).containsExactly("AQ608");
        assertThat(rig.recorded()).hasSize((int) forecast.requests().of(Duration.ofHours(3)));
        assertThat(forecast.requests().most())
                .isGreaterThanOrEqualTo(rig.recorded().size());
    }

    private void sameRequests(Rig rig) throws Exception {
        Forecast forecast = rig.foreseen();
        Instant begun = TENANT.time().instant();

        rig.published();

        Duration job = Duration.between(begun, TENANT.time().instant());
        assertThat(rig.recorded()).hasSize((int) forecast.requests().of(job));
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, TENANT.time(), output).remembering(states).manifest("a", manifest);
    }

    private Rig window(WindowChoice choice) {
        return rig(WINDOW).windows(choice);
    }

    private static WindowChoice upTo(Instant asOf) {
        return new WindowChoice(Optional.of(asOf), Optional.empty());
    }

    private static WindowChoice again(Instant from, Instant to) {
        return new WindowChoice(Optional.empty(), Optional.of(new WindowRange(from, to)));
    }

    private static String session(String project) {
        return """
                version: "1.1"
                partner: gooddata
                project: %s
                useQueryLabels: true
                queries: [{name: Account, apiVersion: "145.0", query: "select Id from Account"}]
                """.formatted(project);
    }

    private static String key(Forecast forecast) {
        String name = "Idempotency-Key: ";
        return forecast.head().stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    private static Why instead(Forecast forecast) {
        return ((Prospect.SubmitsInstead) forecast.prospect()).why();
    }

    private static Why givenUp(Rig rig) {
        return rig.events().stream()
                .filter(RunEvent.GivenUp.class::isInstance)
                .map(event -> ((RunEvent.GivenUp) event).why())
                .findFirst()
                .orElseThrow();
    }

    private static String sentKey(Rig rig) {
        return submissions(rig).get(0).headers().get("Idempotency-Key").get(0);
    }

    private static String body(Rig rig) {
        return submissions(rig).get(0).body();
    }

    private static List<RecordedRequest> submissions(Rig rig) {
        return rig.recorded().stream()
                .filter(request -> request.path().equals("/v1/batch-query/"))
                .toList();
    }
}
