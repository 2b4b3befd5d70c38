package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.model.WindowRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Run after run, each record is in the snapshot of its window: never left out, never twice. */
class WindowRunTest {

    private static final Instant INITIAL = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration LAG = Duration.ofHours(2);

    private static final String ALL = """
            useQueryLabels: true
            dateTimeUtc: true
            queries: [{name: Account, apiVersion: "145.0", query: "select Id, UpdatedDate from Account"}]
            """;

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    /** When each account was changed, oldest first. */
    private static final Map<String, Instant> CHANGED = new TreeMap<>();

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private Instant middle;
    private Instant end;

    @BeforeAll
    static void askWhatThereIs(@TempDir Path folder) throws Exception {
        new Rig(TENANT.emulator(), TENANT.time(), folder).manifest("all", ALL).published();
        CHANGED.putAll(rows(folder.resolve("all/Account.csv")));
    }

    @BeforeEach
    void chooseTheInstantOfARecord() {
        List<Instant> instants = CHANGED.values().stream().sorted().toList();
        middle = instants.get(instants.size() / 2).truncatedTo(ChronoUnit.SECONDS);
        end = instants.get(instants.size() - 1).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        assertThat(end).isBefore(TENANT.time().instant().minus(LAG));
    }

    private static String manifest(String window) {
        return """
                name: windows
                useQueryLabels: true
                dateTimeUtc: true
                window: {initial: "2000-01-01T00:00:00Z"%s}
                output: {layout: dated}
                queries:
                  - name: Account
                    apiVersion: "145.0"
                    query: >-
                      select Id, UpdatedDate from Account
                      where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
                """.formatted(window);
    }

    private Rig rig() {
        return rig(manifest(""));
    }

    private Rig rig(String manifest) {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .remembering(states)
                .manifest("a", manifest);
    }

    private Rig upTo(Instant to) {
        return rig().windows(asOf(to.plus(LAG)));
    }

    private static WindowChoice asOf(Instant now) {
        return new WindowChoice(Optional.of(now), Optional.empty());
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }

    private static Map<String, Instant> rows(Path file) throws IOException {
        Map<String, Instant> rows = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            rows.put(
                    cells[0],
                    OffsetDateTime.parse(cells[1].replaceAll("\\+0000$", "Z")).toInstant());
        }
        return rows;
    }

    private static Map<String, Instant> rows(JobOutcome.Published run) throws IOException {
        return rows(run.directory().resolve("Account.csv"));
    }

    private static List<String> ids(Instant from, Instant to) {
        return CHANGED.entrySet().stream()
                .filter(e -> !e.getValue().isBefore(from) && e.getValue().isBefore(to))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void twoRuns_holdEachRecordOnce_alsoThoseOfTheSecondBetweenThem() throws Exception {
        Collection<String> before = rows(upTo(middle).published()).keySet();
        Collection<String> behind = rows(upTo(end).published()).keySet();

        assertThat(before)
                .containsExactlyInAnyOrderElementsOf(ids(INITIAL, middle))
                .isNotEmpty();
        assertThat(behind).containsExactlyInAnyOrderElementsOf(ids(middle, end)).isNotEmpty();
        assertThat(behind).as("of the very second").containsAll(ids(middle, middle.plusSeconds(1)));
        List<String> both = new ArrayList<>(before);
        both.addAll(behind);
        assertThat(both).containsExactlyInAnyOrderElementsOf(CHANGED.keySet());
    }

    @Test
    void aBoundaryASecondLater_putsTheRecordOnItsOtherSide() throws Exception {
        Collection<String> before =
                rows(upTo(middle.plusSeconds(1)).published()).keySet();
        Collection<String> behind = rows(upTo(end).published()).keySet();

        assertThat(before).containsAll(ids(middle, middle.plusSeconds(1)));
        assertThat(behind).doesNotContainAnyElementsOf(before).hasSize(CHANGED.size() - before.size());
    }

    @Test
    void theFirstRun_beginsAtInitial_andRemembersTheWindow_andTheJob() throws Exception {
        Rig rig = upTo(middle);

        JobOutcome.Published run = rig.published();

        assertThat(state().published())
                .contains(new WindowPublished(
                        Rig.EMULATOR,
                        run.jobId(),
                        INITIAL,
                        middle,
                        List.of(new PublishedQuery(
                                Optional.of("Account"),
                                "select Id, UpdatedDate from Account"
                                        + " where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}",
                                QueryType.ZOQLEXPORT,
                                Optional.empty()))));
        assertThat(state().job()).map(KnownJob::jobId).contains(run.jobId());
        assertThat(state().job()).map(KnownJob::published).contains(true);
        assertThat(window(rig)).returns(WindowPlan.Origin.INITIAL, WindowPlan::origin);
    }

    @Test
    void anOverlap_reachesBackIntoTheWindowBefore() throws Exception {
        Rig first = rig(manifest(", overlap: P2D")).windows(asOf(middle.plus(LAG)));
        Rig second = rig(manifest(", overlap: P2D")).windows(asOf(end.plus(LAG)));

        first.published();
        Map<String, Instant> rows = rows(second.published());

        assertThat(window(first).range().from()).as("nothing to reach back to").isEqualTo(INITIAL);
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(ids(middle.minus(Duration.ofDays(2)), end));
        assertThat(state().published()).map(Published::watermark).contains(end);
    }

    @Test
    void endsByTheClock_lessTheLag_inWholeSeconds() throws Exception {
        Rig rig = rig(manifest(", lag: PT30M"));
        Instant now = TENANT.time().instant();
        TENANT.time().of(Duration.ofMillis(700));

        rig.published();

        assertThat(window(rig).range().to())
                .isEqualTo(now.plusMillis(700).minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void theDescriptorNamesTheWindow_andTheFolderItsEnd() throws Exception {
        JobOutcome.Published run = upTo(middle).published();

        JsonNode descriptor = new ObjectMapper()
                .readTree(run.directory().resolve("datapackage.json").toFile());
        assertThat(descriptor.at("/aqua:window/from").asText()).isEqualTo(INITIAL.toString());
        assertThat(descriptor.at("/aqua:window/to").asText()).isEqualTo(middle.toString());
        assertThat(descriptor.at("/resources/0/aqua:query").asText())
                .contains("UpdatedDate >= '" + INITIAL + "' and UpdatedDate < '" + middle + "'");
        assertThat(run.directory())
                .isEqualTo(output.resolve("a").resolve(middle.toString().replaceAll("[-:]", "")));
    }

    @Test
    void aRunThatFails_leavesTheWatermark_andTheNextRepeatsItsWindow() throws Exception {
        upTo(middle).published();
        Optional<Published> before = state().published();

        TENANT.emulator().misbehave(new Scenario.WrongRecordCount(-1));
        JobOutcome.Failed failed = upTo(end).failed();
        assertThat(state().published()).isEqualTo(before);
        assertThat(state().job()).map(KnownJob::jobId).isEqualTo(failed.jobId());
        assertThat(state().job()).map(KnownJob::published).contains(false);

        TENANT.emulator().behave();
        assertThat(rows(upTo(end).published()).keySet()).containsExactlyInAnyOrderElementsOf(ids(middle, end));
    }

    @Test
    void aPublishThatFails_leavesTheWatermark() throws Exception {
        upTo(middle).published();
        Optional<Published> before = state().published();
        Files.createDirectories(output.resolve("a")
                .resolve(end.toString().replaceAll("[-:]", ""))
                .resolve("mine"));

        JobOutcome.Failed failed = upTo(end).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ801");
        assertThat(state().published()).isEqualTo(before);
    }

    @Test
    void aRunKilledBetweenPublishingAndCommitting_isRepeated_withTheSameResult() throws Exception {
        upTo(middle).published();
        Published before = state().published().orElseThrow();
        JobOutcome.Published first = upTo(end).published();
        Map<String, Instant> rows = rows(first);
        Published after = state().published().orElseThrow();
        Files.delete(state().path().resolve("window.json"));
        state().commit(Optional.empty(), before);

        JobOutcome.Published again = upTo(end).published();

        assertThat(again.directory()).isEqualTo(first.directory());
        assertThat(rows(again)).isEqualTo(rows);
        assertThat(state().published()).map(Published::watermark).contains(after.watermark());
        assertThat(Folders.names(output.resolve("a"))).hasSize(2);
    }

    @Test
    void aWindowExtractedAgain_replacesItsSnapshot_andLeavesTheWatermark() throws Exception {
        upTo(middle).published();
        upTo(end).published();
        Optional<Published> before = state().published();
        Rig again = rig().windows(new WindowChoice(Optional.empty(), Optional.of(new WindowRange(INITIAL, middle))));

        JobOutcome.Published run = again.published();

        assertThat(rows(run).keySet()).containsExactlyInAnyOrderElementsOf(ids(INITIAL, middle));
        assertThat(window(again).origin()).isEqualTo(WindowPlan.Origin.GIVEN);
        assertThat(state().published()).isEqualTo(before);
        assertThat(Folders.names(output.resolve("a"))).hasSize(2);
    }

    @Test
    void warnsOnce_ofAQueryThatIsNewToTheWindow() throws Exception {
        String wider = manifest("").replace("select Id, UpdatedDate", "select Id, UpdatedDate, Name");
        upTo(middle).published();

        JobOutcome first = rig(wider).windows(asOf(end.plus(LAG))).run().get(0);
        JobOutcome second =
                rig(wider).windows(asOf(end.plus(LAG).plusSeconds(1))).run().get(0);

        assertThat(Outcomes.drawn(first.diagnostics().get(0), Optional.empty()))
                .startsWith("warning[AQ817]: the query of `Account.csv` is not one of those published last, and the"
                        + " window begins at " + middle)
                .contains("-Daqua.select=a -Daqua.window.from=" + INITIAL + " -Daqua.window.to=" + middle
                        + " -Daqua.outputDirectory=target/aqua-again");
        assertThat(first).isInstanceOf(JobOutcome.Published.class);
        assertThat(first.isFailed()).isFalse();
        assertThat(second.diagnostics()).isEmpty();
    }

    @Test
    void sendsNothing_forAQueryThatIsNewToTheWindow_whenWarningsStop() throws Exception {
        upTo(middle).published();
        Rig rig = rig(manifest("").replace("name: Account", "name: Customer"))
                .windows(asOf(end.plus(LAG)))
                .warningsStop();
        assertThat(rig.run().get(0)).as("another name").isInstanceOf(JobOutcome.Published.class);
        Rig changed =
                rig(manifest("").replace("select Id,", "select Id, Name,")).warningsStop();

        assertThat(Outcomes.codes(changed.failed())).containsExactly("AQ817");
        assertThat(changed.recorded()).isEmpty();
    }

    @Test
    void skips_whereNothingIsNew_withoutARequest() throws Exception {
        upTo(end).published();
        Optional<Published> before = state().published();
        for (Instant to : List.of(end, middle)) {
            Rig rig = rig(manifest(", overlap: P2D")).windows(asOf(to.plus(LAG)));

            JobOutcome outcome = rig.run().get(0);

            assertThat(outcome).isInstanceOf(JobOutcome.Skipped.class);
            assertThat(Outcomes.codes(outcome)).containsExactly("AQ815");
            assertThat(((JobOutcome.Skipped) outcome).reason())
                    .isEqualTo("nothing new: published up to " + end + ", and the next window would end at " + to);
            assertThat(rig.recorded()).isEmpty();
            assertThat(state().published()).isEqualTo(before);
        }
    }

    @Test
    void skips_whereTheFirstWindowHasNotBegun() throws Exception {
        JobOutcome outcome =
                rig(manifest("").replace("2000-01-01", "2062-01-01")).run().get(0);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ815");
        assertThat(((JobOutcome.Skipped) outcome).reason())
                .startsWith(
                        "nothing until 2062-01-01T02:00:00Z: the first window begins at 2062-01-01T00:00:00Z, and it"
                                + " would end at ");
        assertThat(state().path()).doesNotExist();
    }

    @Test
    void refusesAStateThatIsAheadOfNow_withoutARequest() throws Exception {
        Instant now = TENANT.time().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant ahead = now.plus(Duration.ofMinutes(6));
        state().commit(Optional.empty(), published(ahead));
        Rig rig = rig();

        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ819");
        assertThat(failed.diagnostics().get(0).message())
                .contains("everything up to " + ahead + " is published", "it is " + now);
        assertThat(rig.recorded()).isEmpty();
        assertThat(Outcomes.codes(rig().windows(asOf(end)).run().get(0)))
                .as("by an instant that was chosen")
                .containsExactly("AQ815");
    }

    @Test
    void takesAStateThatIsAheadOfNowALittle() throws Exception {
        state().commit(
                        Optional.empty(),
                        published(TENANT.time()
                                .instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plus(Duration.ofMinutes(4))));

        assertThat(Outcomes.codes(rig().run().get(0))).containsExactly("AQ815");
    }

    private static WindowPublished published(Instant to) {
        PublishedQuery query =
                new PublishedQuery(Optional.empty(), "select Id from Account", QueryType.ZOQLEXPORT, Optional.empty());
        return new WindowPublished(Rig.EMULATOR, "1", INITIAL, to, List.of(query));
    }

    @Test
    void publishesNothing_whenAnotherRunHasPublishedMeanwhile() throws Exception {
        Files.createDirectories(output.resolve("a"));
        Rig rig = upTo(end);
        Path other = states.resolve("other");
        new Rig(TENANT.emulator(), TENANT.time(), output.resolve("other"))
                .remembering(other)
                .manifest("a", manifest(""))
                .windows(asOf(middle.plus(LAG)))
                .published();
        rig.whenSubmitted(() -> Files.copy(
                other.resolve("emulator/a/window.json"), state().path().resolve("window.json")));

        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ812");
        assertThat(failed.diagnostics().get(0).message())
                .contains("holds the window " + INITIAL + " to " + middle)
                .contains("started from nothing");
        assertThat(state().published()).map(Published::watermark).contains(middle);
    }

    @Test
    void saysThatWhatStandsThereIsNotRemembered_whenTheStateCannotBeWritten() throws Exception {
        Rig rig = upTo(middle);
        Path local = state().path().resolve("local");
        rig.whenVerified(() -> {
            for (String name : Folders.names(local)) {
                Files.delete(local.resolve(name));
            }
            Files.delete(local);
            Files.writeString(local, "no folder");
        });

        JobOutcome outcome = rig.run().get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(outcome.isFailed()).isTrue();
        assertThat(outcome.diagnostics())
                .extracting(d -> d.code().id() + " " + d.severity().word())
                .containsExactly("AQ813 error");
        assertThat(((JobOutcome.Published) outcome).directory()).isDirectory();
        assertThat(state().published()).isEmpty();
    }

    @Test
    void refusesTheStateOfASession() throws Exception {
        state().commit(
                        Optional.empty(),
                        new SessionPublished(
                                Rig.EMULATOR,
                                "p",
                                "q",
                                "1",
                                middle,
                                List.of(new PublishedQuery(
                                        Optional.empty(),
                                        "select Id from Account",
                                        QueryType.ZOQL,
                                        Optional.empty()))));

        JobOutcome.Failed failed = rig().failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ814");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains(middle.toString());
    }

    @Test
    void refusesAClockThatIsOff_beforeAnythingIsSubmitted() throws Exception {
        for (Duration off : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6))) {
            Rig rig = rig().clockOfTheMachine(Clock.offset(Clock.systemUTC(), off));

            JobOutcome.Failed failed = rig.failed();

            assertThat(Outcomes.codes(failed)).containsExactly("AQ816");
            assertThat(failed.diagnostics().get(0).message())
                    .as("whole seconds")
                    .containsPattern("clock is PT\\d+M(\\d+S)? ");
            assertThat(rig.requests("POST /v1/batch-query")).isEmpty();
            assertThat(state().published()).isEmpty();
        }
    }

    @Test
    void takesAClockThatIsOffALittle_andOneThatDecidesNothing() throws Exception {
        rig().clockOfTheMachine(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(4)))
                .published();

        Files.delete(state().path().resolve("window.json"));
        upTo(middle)
                .clockOfTheMachine(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)))
                .published();
    }

    @Test
    void refusesAnInstantInTheServersFuture() throws Exception {
        Instant tomorrow = TENANT.time().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        JobOutcome.Failed failed = rig().windows(asOf(tomorrow)).failed();
        assertThat(Outcomes.codes(failed)).containsExactly("AQ816");
        assertThat(failed.diagnostics().get(0).message())
                .as("whole seconds")
                .matches(".* at the server it is \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Outcomes.codes(rig().windows(
                                new WindowChoice(Optional.empty(), Optional.of(new WindowRange(INITIAL, tomorrow))))
                        .failed()))
                .containsExactly("AQ816");
    }

    private static WindowPlan window(Rig rig) {
        RunEvent.Started started = (RunEvent.Started) rig.events().get(0);
        return started.plan().window().orElseThrow();
    }
}
