package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.ServerTime;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.run.release.SnapshotAudit;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.model.Output.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where snapshots stand, one in place of the other or one beside the other. */
class SnapshotPlaceTest {

    private static final String DATED = "output: {layout: dated}\n" + Rig.ACCOUNTS;

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @TempDir
    private Path output;

    private Rig rig(String manifest) {
        return new Rig(TENANT.emulator(), TENANT.time(), output).manifest("a", manifest);
    }

    private SnapshotPlace place(Layout layout) {
        return new SnapshotPlace(output.resolve("a"), layout);
    }

    @Test
    void standBesideEachOther_eachUnderTheStartOfItsJob() throws Exception {
        JobOutcome.Published first = rig(DATED).published();
        TENANT.pass(Duration.ofHours(1));
        JobOutcome.Published second = rig(DATED).published();

        assertThat(first.directory().getFileName()).asString().matches("\\d{8}T\\d{6}Z");
        assertThat(first.directory().getFileName().toString())
                .isEqualTo(ServerTime.parse(first.jobStartTime().orElseThrow(), ZoneOffset.UTC)
                        .orElseThrow()
                        .toString()
                        .replaceAll("[-:]", ""));
        assertThat(place(Layout.DATED).published(Disk.local())).containsExactly(first.directory(), second.directory());
        assertThat(Folders.names(output.resolve("a")))
                .as("and nothing else is left")
                .hasSize(2);
    }

    @Test
    void areCheckedEach() throws Exception {
        JobOutcome.Published first = rig(DATED).published();
        TENANT.pass(Duration.ofHours(1));
        JobOutcome.Published second = rig(DATED).published();
        assertThat(audits(Set.of())).extracting(SnapshotAudit::diagnostics).containsExactly(List.of(), List.of());

        Files.writeString(first.directory().resolve("Account.csv"), "changed");

        assertThat(audits(Set.of()))
                .extracting(
                        SnapshotAudit::directory, audit -> audit.diagnostics().isEmpty())
                .containsExactly(tuple(first.directory(), false), tuple(second.directory(), true));
    }

    @Test
    void areMissed_whenTheyMustBeThere() throws Exception {
        JobOutcome.Published first = rig(DATED).published();
        Path gone = output.resolve("a/20260101T000000Z");

        assertThat(audits(Set.of(gone, output.resolve("b"))))
                .extracting(audit ->
                        audit.diagnostics().stream().map(d -> d.code().id()).toList())
                .containsExactly(List.of("AQ752"), List.of());
        assertThat(audits(Set.of(first.directory()))).hasSize(1);
    }

    @Test
    void areFound_alsoWhereAMoveWasInterrupted() throws Exception {
        JobOutcome.Published run = rig(DATED).published();
        Path parked = run.directory().resolveSibling("." + run.directory().getFileName() + ".old");
        Files.move(run.directory(), parked);

        assertThat(place(Layout.DATED).published(Disk.local())).containsExactly(run.directory());
    }

    @Test
    void areNone_whereNothingIs_norWhereSomethingElseIs() throws Exception {
        assertThat(place(Layout.DATED).published(Disk.local())).isEmpty();

        Files.createDirectories(output.resolve("a/notes"));
        assertThat(place(Layout.DATED).published(Disk.local())).isEmpty();
        assertThat(audits(Set.of())).isEmpty();
    }

    @Test
    void doNotStandInOneOfTheOtherLayout() throws Exception {
        rig(DATED).published();
        Rig replacing = rig(Rig.ACCOUNTS);

        assertThat(Outcomes.drawn(replacing.failed())).contains("AQ801", "it holds dated snapshots", "output.layout");
        assertThat(replacing.recorded()).isEmpty();
    }

    @Test
    void doNotStandInOneThatIsReplaced() throws Exception {
        rig(Rig.ACCOUNTS).published();
        Rig dated = rig(DATED);

        assertThat(Outcomes.drawn(dated.failed())).contains("AQ801", "it holds a snapshot that is not dated");
        assertThat(dated.recorded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DATED, Rig.ACCOUNTS})
    void doNotStandWhereAFileIs(String manifest) throws Exception {
        Files.createDirectories(output);
        Path file = Files.writeString(output.resolve("a"), "notes");
        Rig rig = rig(manifest);

        assertThat(Outcomes.drawn(rig.failed())).contains("AQ801", "it is no folder");
        assertThat(rig.recorded()).isEmpty();
        assertThat(file).hasContent("notes");

        Files.move(file, output.resolve("notes"));
        Files.createSymbolicLink(file, output.resolve("notes"));
        assertThat(Outcomes.drawn(rig(manifest).failed())).contains("it is no folder");
    }

    @Test
    void doNotStandBelowAFile() throws Exception {
        Files.delete(output);
        Files.writeString(output, "notes");
        Rig rig = rig(Rig.ACCOUNTS);

        assertThat(Outcomes.drawn(rig.failed())).contains("AQ801", "a: " + output + " is no folder");
        assertThat(rig.recorded()).isEmpty();
        Files.delete(output);
        Files.createDirectory(output); // whoever looks behind each test for secrets wants the folder
    }

    @Test
    void cannotBeNamed_whenTheJobDoesNotSayWhenItBegan() throws Exception {
        for (Optional<String> start : List.of(Optional.<String>empty(), Optional.of("yesterday"))) {
            JobReply job = new JobReply("1", "completed", start, Optional.empty(), JobEcho.NOTHING, List.of());
            JobPlan dated = Plans.plan("a", DATED, output);

            assertThat(catchThrowableOfType(
                            JobFailedException.class, () -> dated.snapshot(job, Optional.of(ZoneOffset.UTC))))
                    .hasMessageContaining("does not say when it began");
            assertThat(Plans.plan("a", Rig.ACCOUNTS, output).snapshot(job, Optional.of(ZoneOffset.UTC)))
                    .isEqualTo(output.resolve("a"));
        }
    }

    @Test
    void cannotBeNamed_whenNobodyKnowsInWhichZoneTheJobBegan() throws Exception {
        JobPlan dated = Plans.plan("a", DATED, output);

        assertThat(catchThrowableOfType(
                                JobFailedException.class,
                                () -> dated.snapshot(begun("2014-09-03 08:20:07"), Optional.empty()))
                        .diagnostics()
                        .get(0)
                        .fix()
                        .orElseThrow())
                .contains("-Daqua.zone");
        assertThat(dated.snapshot(begun("2014-09-03T08:20:07+0900"), Optional.empty()))
                .isEqualTo(output.resolve("a/20140902T232007Z"));
        assertThat(dated.snapshot(begun("2014-09-03 08:20:07"), Optional.of(ZoneId.of("Asia/Tokyo"))))
                .isEqualTo(output.resolve("a/20140902T232007Z"));
    }

    private static JobReply begun(String time) {
        return new JobReply("1", "completed", Optional.of(time), Optional.empty(), JobEcho.NOTHING, List.of());
    }

    @Test
    void areNamedInUtc_inWholeSeconds() {
        assertThat(place(Layout.DATED).at(Instant.parse("2026-01-31T23:59:58.9Z")))
                .isEqualTo(output.resolve("a/20260131T235958Z"));
        assertThat(place(Layout.REPLACE).at(Instant.EPOCH)).isEqualTo(output.resolve("a"));
    }

    private List<SnapshotAudit> audits(Set<Path> expected) {
        return SnapshotAudit.of(Plans.manifestOf("a", DATED), place(Layout.DATED), expected);
    }
}
