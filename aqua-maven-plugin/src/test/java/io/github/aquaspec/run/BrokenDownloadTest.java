package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.Retry;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what Zuora announced: fetched again a few times, then refused as a whole. */
class BrokenDownloadTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final VirtualTime time = TENANT.time();
    private final AquaEmulator emulator = TENANT.emulator();

    @TempDir
    private Path output;

    private Rig rig;

    @BeforeEach
    void publishOne() throws Exception {
        new Rig(emulator, time, output).manifest("a", Rig.ACCOUNTS).published();
        rig = new Rig(emulator, time, output);
    }

    static Stream<Arguments> damage() {
        return Stream.of(
                Arguments.of("csv", new Scenario.TruncateFile(100, false), "AQ701", Retry.NOW, 4),
                Arguments.of("gzip", new Scenario.TruncateFile(100, false), "AQ701", Retry.NOW, 4),
                Arguments.of("gzip", new Scenario.TruncateFile(100, true), "AQ702", Retry.NOW, 4),
                Arguments.of("zip", new Scenario.TruncateFile(100, true), "AQ702", Retry.NOW, 4),
                Arguments.of("csv", new Scenario.TruncateFile(100, true), "AQ704", Retry.NOW, 4),
                Arguments.of("gzip", new Scenario.TruncateFile(0, true), "AQ703", Retry.NOW, 4),
                Arguments.of("gzip", new Scenario.AppendToFile("<<<"), "AQ702", Retry.NOW, 4),
                Arguments.of("csv", new Scenario.AppendToFile("1,2,3\n"), "AQ704", Retry.NOW, 4),
                Arguments.of("csv", new Scenario.AppendToFile("1,2\n"), "AQ705", Retry.NOW, 4),
                Arguments.of("zip", new Scenario.SecondZipEntry("b.csv", "Id\n1\n"), "AQ702", Retry.NOW, 4),
                Arguments.of("gzip", Scenario.Respond.loginPage(), "AQ703", Retry.NEVER, 4),
                Arguments.of("csv", Scenario.Respond.loginPage(), "AQ703", Retry.NEVER, 4),
                Arguments.of("csv", body("application/json", "{\"success\":false}"), "AQ703", Retry.NEVER, 4),
                Arguments.of("csv", body("application/xml", "<?xml version=\"1.0\"?><e/>"), "AQ703", Retry.NEVER, 4),
                Arguments.of("csv", Scenario.Respond.tooLarge(), "AQ706", Retry.NEVER, 1),
                Arguments.of("csv", new Scenario.Respond(403, "no"), "AQ604", Retry.NEVER, 1),
                Arguments.of("csv", new Scenario.Respond(404, "gone"), "AQ707", Retry.NOW, 1),
                Arguments.of("csv", Scenario.Respond.unavailable(1), "AQ614", Retry.LATER, 20),
                Arguments.of("csv", new Scenario.HangUp(false), "AQ701", Retry.NOW, 4));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("damage")
    void refusesAFile_afterBoundedTries_andSaysWhoseItIs(
            String format, Scenario scenario, String code, Retry retry, int requests) throws Exception {
        emulator.misbehave(scenario, Occasion.DOWNLOADS);

        JobOutcome.Failed failed =
                rig.manifest("a", "format: " + format + "\n" + Rig.ACCOUNTS).failed();

        assertThat(Outcomes.codes(failed)).containsExactly(code);
        assertThat(failed.retry()).isEqualTo(retry);
        assertThat(rig.requests("GET /v1/files/")).hasSize(requests);
        assertThat(failed.diagnostics().get(0).where().orElseThrow().span()).hasToString("specs/a.yaml:8:12");
    }

    @Test
    void tells_whyAFileIsFetchedAgain_andWhichCheckItFailsInTheEnd() throws Exception {
        emulator.misbehave(new Scenario.TruncateFile(100, true), Occasion.DOWNLOADS);

        rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(rig.recorded())
                .filteredOn(request -> request.path().startsWith("/v1/files/"))
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKeys("Range", "If-None-Match"));
        assertThat(rig.events())
                .filteredOn(RunEvent.FetchedAgain.class::isInstance)
                .hasSize(3)
                .allSatisfy(event -> assertThat(
                                ((RunEvent.FetchedAgain) event).trouble().code().id())
                        .isEqualTo("AQ702"));
        assertThat(rig.events())
                .filteredOn(RunEvent.Checked.class::isInstance)
                .flatExtracting(event -> ((RunEvent.Checked) event).checks())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.kind()).isEqualTo(QueryCheck.Kind.INTEGRITY);
                    assertThat(check.result()).isEqualTo(QueryCheck.Result.FAILED);
                });
    }

    @Test
    void tells_aFileThatLacksRecords_isFetchedAgain() throws Exception {
        emulator.misbehave(new Scenario.AppendToFile("1,2\n"), Occasion.DOWNLOADS);

        rig.manifest("a", "format: csv\n" + Rig.ACCOUNTS).failed();

        assertThat(rig.events())
                .filteredOn(RunEvent.FetchedAgain.class::isInstance)
                .extracting(event ->
                        ((RunEvent.FetchedAgain) event).trouble().code().id())
                .containsExactly("AQ705", "AQ705", "AQ705");
    }

    @Test
    void saysWhatCame_inPlaceOfData() throws Exception {
        emulator.misbehave(Scenario.Respond.loginPage(), Occasion.DOWNLOADS);

        assertThat(Outcomes.drawn(rig.manifest("a", Rig.ACCOUNTS).failed())).isEqualTo("""
                error[AQ703]: the result of query "Account" is not data: expected gzip, found HTML or XML
                 --> specs/a.yaml:7:12
                  |
                7 |     query: select Id, Name from Account
                  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the result of this query
                  |
                  = why: Error pages come with HTTP 200 too; they are never published as data. File <file> begins with: <!DOCTYPE html>.<html><head><title>Log in</title></head><body><form></form></body></html>.
                  = fix: check what stands between here and Zuora: a proxy, a login page, another base URL
                """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 240})
    void refusesAFile_whoseNumberOfRecordsIsNotTheAnnouncedOne(long delta) throws Exception {
        emulator.misbehave(new Scenario.WrongRecordCount(delta));

        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ705]: the result of query "Account" holds 240 records, Zuora announces %d
                 --> specs/a.yaml:7:12
                  |
                7 |     query: select Id, Name from Account
                  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  |
                  = why: Zuora announces how many records it wrote; another number means that the file is not that result.
                  = fix: run again; where it stays, give Zuora Support the file id <file>
                """.formatted(240 + delta));
        assertThat(failed.retry()).isEqualTo(Retry.NOW);
    }

    @Test
    void beginsNoOtherDownload_whenOneIsForbidden() throws Exception {
        emulator.misbehave(new Scenario.Respond(403, "no"), Occasion.DOWNLOADS.next(1));

        JobOutcome.Failed failed =
                rig.oneDownloadAtATime().manifest("a", Rig.ACCOUNTS + """
                          - {name: C, type: zoqlexport, apiVersion: "145.0", query: select Id from Contact}
                          - {name: I, type: zoqlexport, apiVersion: "145.0", query: select Id from Invoice}
                        """).failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ604]: could not download file <file>: not permitted (HTTP 403)
                 --> specs/a.yaml:7:12
                  |
                7 |     query: select Id, Name from Account
                  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the result of this query
                  |
                  = why: The user behind these credentials may not do this. The answer was: no; request id <request>
                  = fix: give the API user the reporting permission "Enable DataSource Exports", and access to the object
                """);
        assertThat(rig.requests("GET /v1/files/"))
                .as("downloads that were not begun stay undone")
                .hasSize(1);
    }

    @Test
    void hides_aCredential_thatAPageInPlaceOfDataShows() throws Exception {
        emulator.misbehave(body("text/html", "<html>" + Rig.SECRET + "</html>"), Occasion.DOWNLOADS);

        JobOutcome.Failed failed = rig.manifest("a", Rig.ACCOUNTS).failed();

        assertThat(failed.diagnostics().get(0).why()).contains("••••");
    }

    private static Scenario body(String type, String body) {
        return new Scenario.Respond(200, Map.of("Content-Type", type), body, false);
    }
}
