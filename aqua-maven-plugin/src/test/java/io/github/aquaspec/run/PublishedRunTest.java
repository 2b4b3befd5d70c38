package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.run.release.SnapshotAudit;
import io.github.aquaspec.snapshot.DenyingDisk;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run leaves when all goes well in the end. */
class PublishedRunTest {

    private static final String UNAUTHORIZED =
            "{\"success\":false,\"reasons\":[{\"code\":90000011,\"message\":\"please sign in first\"}]}";

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config.withPace(new Pace.Polls(2)));

    private static final VirtualTime time = TENANT.time();
    private final AquaEmulator emulator = TENANT.emulator();

    @TempDir
    private Path output;

    private Rig rig;

    @BeforeEach
    void rig() {
        rig = new Rig(emulator, time, output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "gzip", "zip"})
    void publishes_theSameBytes_whateverTheFormat(String format) throws Exception {
        JobOutcome.Published published =
                rig.manifest("a", "format: " + format + "\n" + Rig.ACCOUNTS).published();

        assertThat(published.directory()).isEqualTo(output.resolve("a"));
        assertThat(Folders.tree(output))
                .containsOnlyKeys("/", "a/", "a/Account.csv", "a/datapackage.json", "a/SHA256SUMS");
        List<String> lines = Files.readAllLines(output.resolve("a/Account.csv"));
        assertThat(lines.get(0)).isEqualTo("Account.Id,Account.Name");
        assertThat(lines).hasSize(241);
        assertThat(published.results().get(0).records()).isEqualTo(240);
    }

    @Test
    void tells_whatHappens_inOrder() throws Exception {
        rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(rig.events())
                .filteredOn(event -> !(event instanceof RunEvent.Requested || event instanceof RunEvent.NextLook))
                .extracting(event -> event instanceof RunEvent.StatusChanged changed
                        ? changed.job().statusWord()
                        : event.getClass().getSimpleName())
                .containsExactly(
                        "Started",
                        "Submitted",
                        "executing",
                        "completed",
                        "Fetching",
                        "FileVerified",
                        "Checked",
                        "Checked",
                        "SnapshotPublished",
                        "Ended");
    }

    @Test
    void tells_eachRequest_thatTheServerGot() throws Exception {
        rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(rig.events())
                .filteredOn(
                        event -> event instanceof RunEvent.Requested told && told.step() instanceof RequestStep.Sent)
                .extracting(event -> ((RunEvent.Requested) event).step().request())
                .containsExactlyElementsOf(rig.requests(""));
    }

    @Test
    void sends_theBytesOfThePlan_once() throws Exception {
        rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(rig.recorded())
                .filteredOn(r -> r.method().equals("POST") && r.path().contains("batch-query"))
                .extracting(RecordedRequest::body)
                .containsExactly(Plans.plan("a", Rig.ACCOUNTS, output).request());
        assertThat(rig.requests("GET /v1/files/")).hasSize(1);
    }

    @Test
    void asks_atNoOtherAddress() throws Exception {
        rig.manifest("a", Rig.ACCOUNTS.replace("version: \"1.0\"", "version: \"1.1\"\npartner: p\nproject: asks"))
                .published();

        assertThat(rig.recorded())
                .extracting(request -> request.method() + " " + request.path())
                .allMatch(asked ->
                        asked.matches("POST /oauth/token|POST /v1/batch-query/|GET /v1/batch-query/jobs/[0-9a-f]{32}"
                                + "|GET /v1/batch-query/jobs/partner/p/project/asks|GET /v1/files/[0-9a-f]{32}"))
                .anyMatch(asked -> asked.contains("/partner/"));
    }

    @Test
    void replaces_theSnapshotBefore_asAWhole() throws Exception {
        rig.manifest("a", Rig.ACCOUNTS).published();
        Files.writeString(output.resolve("a/left-over.csv"), "x");

        rig.manifest("a", Rig.ACCOUNTS.replace("name: Account", "name: Customer"))
                .published();

        assertThat(Folders.tree(output))
                .containsOnlyKeys("/", "a/", "a/Customer.csv", "a/datapackage.json", "a/SHA256SUMS");
    }

    @Test
    void doesNotSayNothingIsPublished_whenOnlyTheOldSnapshotCannotBeDeleted(@TempDir Path states) throws Exception {
        rig.remembering(states).manifest("a", Rig.ACCOUNTS).published();
        Path left = output.resolve(".a.old");

        JobOutcome.Published published =
                rig.on(new DenyingDisk(DenyingDisk.Denial.DELETE)).publishedWhateverIsSaid();

        assertThat(Outcomes.codes(published)).containsExactly("AQ805");
        assertThat(published.diagnostics().get(0).message()).contains(left + ": permission denied");
        assertThat(published.isFailed()).isTrue();
        assertThat(published.isRemembered()).isTrue();
        assertThat(left.resolve("SHA256SUMS")).exists();
        assertThat(Outcomes.codes(rig.failed())).as("the next run, at once").containsExactly("AQ805");
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(2);
        assertThat(SnapshotAudit.of(
                        Plans.manifestOf("a", Rig.ACCOUNTS),
                        new SnapshotPlace(output.resolve("a"), Output.Layout.REPLACE),
                        List.of(),
                        new DenyingDisk(DenyingDisk.Denial.DELETE)))
                .flatExtracting(SnapshotAudit::diagnostics)
                .extracting(Diagnostic::code)
                .containsExactly(LocalCode.LEFTOVER);

        assertThat(rig.on(Disk.local()).published().jobId()).isNotEqualTo(published.jobId());
        assertThat(left).doesNotExist();
    }

    @Test
    void goesOn_withANewToken_whenTheOldOneIsRefusedInMidRun() throws Exception {
        emulator.misbehave(new Scenario.Respond(401, UNAUTHORIZED), Occasion.POLLS.next(1));
        emulator.misbehave(new Scenario.Respond(401, UNAUTHORIZED), Occasion.DOWNLOADS.next(1));

        rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(rig.requests("POST /oauth/token")).hasSize(3);
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
    }

    @Test
    void goesOn_whenTheServerIsBusyForAWhile_andWaitsAsLongAsItAsks() throws Exception {
        emulator.misbehave(Scenario.Respond.unavailable(30), Occasion.POLLS.next(3));
        emulator.misbehave(Scenario.Respond.unavailable(7), Occasion.DOWNLOADS.next(4));
        int before = time.pauses().size();

        rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(rig.requests("GET /v1/files/")).hasSize(5);
        assertThat(time.pauses().stream()
                        .skip(before)
                        .filter(p -> p.toSeconds() >= 7)
                        .count())
                .isGreaterThanOrEqualTo(7);
    }

    @Test
    void goesOn_whenTheServerHangsUpOnAQuestion() throws Exception {
        emulator.misbehave(new Scenario.HangUp(false), Occasion.POLLS.next(2));
        emulator.misbehave(new Scenario.HangUp(false), Occasion.DOWNLOADS.next(2));

        rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fetchesAFileAgain_whenItCameCut_andPublishesTheWhole(boolean chunked) throws Exception {
        emulator.misbehave(new Scenario.TruncateFile(100, chunked), Occasion.DOWNLOADS.next(2));

        JobOutcome.Published published = rig.manifest("a", Rig.ACCOUNTS).published();

        assertThat(published.results().get(0).records()).isEqualTo(240);
        assertThat(rig.requests("GET /v1/files/"))
                .hasSize(3)
                .containsOnly(rig.requests("GET /v1/files/").get(0));
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
    }

    @Test
    void publishes_aFileOfEachQuery_alsoWhereNamesRepeatAndResultsAreEmpty() throws Exception {
        JobOutcome.Published published = rig.manifest("two/of-them", """
                version: "1.0"
                useQueryLabels: true
                queries:
                  - {name: A, type: zoqlexport, apiVersion: "145.0", query: "select Id from Account where Id = 'none'"}
                  - {name: A, type: zoqlexport, apiVersion: "145.0", query: "select Id from Contact"}
                """).published();

        assertThat(published.results()).extracting(r -> r.files().get(0).name()).containsExactly("A.csv", "A-2.csv");
        assertThat(output.resolve("two/of-them/A.csv")).hasContent("Account.Id\n");
        assertThat(Files.readAllLines(output.resolve("two/of-them/A-2.csv")).get(0))
                .isEqualTo("Contact.Id");
    }

    @Test
    void runsTheOthers_whenOneFails() throws Exception {
        rig.manifest("a", Rig.ACCOUNTS)
                .manifest("b", Rig.ACCOUNTS.replace("Name", "Nonsense"))
                .manifest("c", Rig.ACCOUNTS);

        List<JobOutcome> outcomes = rig.run();

        assertThat(outcomes).extracting(o -> o.id().text()).containsExactly("a", "b", "c");
        assertThat(outcomes)
                .extracting(o -> o.getClass().getSimpleName())
                .containsExactly("Published", "Failed", "Published");
        assertThat(output.resolve("b")).doesNotExist();
    }

    @Test
    void neverLets_jobsOfOneSessionOverlap() throws Exception {
        String stateful = Rig.ACCOUNTS.replace("version: \"1.0\"", "version: \"1.1\"\npartner: p\nproject: q");
        for (String id : List.of("c", "a", "b")) {
            rig.manifest(id, stateful.replace("name: Account", "name: " + id));
        }

        assertThat(rig.run()).allMatch(o -> o instanceof JobOutcome.Published);

        List<String> order = rig.recorded().stream()
                .filter(r -> !r.path().contains("/jobs/") && !r.path().contains("oauth"))
                .map(r -> r.method().equals("POST") ? r.body().replaceAll("(?s).*\"name\": \"(.)\".*", "$1") : "file")
                .toList();
        assertThat(order).containsExactly("a", "file", "b", "file", "c", "file");
    }

    @Test
    void runsJobs_sideBySide_whenTheyShareNoSession() throws Exception {
        for (String id : List.of("a", "b", "c", "d")) {
            rig.manifest(id, Rig.ACCOUNTS);
        }

        assertThat(rig.run()).allMatch(o -> o instanceof JobOutcome.Published);

        assertThat(rig.requests("POST /v1/batch-query")).hasSize(4);
    }

    @Test
    void warnsOnce_ofAStateItDoesNotKnow_andGoesOn() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("contemplating", Optional.empty()), Occasion.POLLS.next(3));

        JobOutcome outcome = rig.manifest("a", Rig.ACCOUNTS).run().get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(Outcomes.codes(outcome)).containsExactly("AQ616");
    }

    @Test
    void publishesNothing_afterAWarning_whenWarningsStop() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("contemplating", Optional.empty()), Occasion.POLLS.next(3));

        JobOutcome outcome =
                rig.warningsStop().manifest("a", Rig.ACCOUNTS).run().get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(Outcomes.codes(outcome)).containsExactly("AQ616");
        assertThat(rig.directory("a")).doesNotExist();
    }

    @Test
    void leaves_aSnapshot_thatItsOwnAuditAccepts_untilOneByteChanges() throws IOException, InterruptedException {
        rig.manifest("a", Rig.ACCOUNTS).published();

        SnapshotAudit good = audits(true).get(0);
        assertThat(good.diagnostics()).isEmpty();
        assertThat(good.records()).hasValue(240);

        Files.writeString(
                output.resolve("a/Account.csv"),
                Files.readString(output.resolve("a/Account.csv")).replaceFirst("A", "B"));
        assertThat(audits(true).get(0).diagnostics())
                .isNotEmpty()
                .allMatch(d -> d.code() == TransferCode.NOT_WHOLE && d.fix().isPresent());
    }

    @Test
    void audits_nothing_onlyWhereNothingNeedBeThere() {
        assertThat(audits(false)).isEmpty();
        assertThat(audits(true).get(0).diagnostics())
                .extracting(d -> d.code())
                .containsExactly(TransferCode.NOT_PUBLISHED);
    }

    private List<SnapshotAudit> audits(boolean expected) {
        Path place = output.resolve("a");
        return SnapshotAudit.of(
                Plans.manifestOf("a", Rig.ACCOUNTS),
                new SnapshotPlace(place, Output.Layout.REPLACE),
                expected ? List.of(place) : List.of());
    }
}
