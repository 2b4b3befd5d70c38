package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.release.Release;
import io.github.aquaspec.run.release.ThisBuild;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.StateLock;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.WindowRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a release: the snapshot of a manifest, where it is whole, of the manifest as it is, and the last. */
class ReleaseTest {

    private static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);
    private static final ThisBuild NOTHING_DONE = new ThisBuild(Set.of(), Map.of());
    private static final Instant TIME = Instant.parse("2026-11-23T00:00:00Z");

    private static final String MANIFEST = AnswerCheckTest.MANIFEST;

    @TempDir
    private Path folder;

    @Test
    void isTheSnapshot_whereNothingSpeaksAgainstIt() throws Exception {
        run(MANIFEST);

        assertThat(problems(MANIFEST)).isEmpty();
        assertThat(problems(
                        MANIFEST.replace("version: \"1.0\"", "# a comment\ndescription: more words\nversion: '1.0'")))
                .isEmpty();
    }

    /** What a descriptor does not say, the journal does; on another machine nobody does. */
    @Test
    void isRefused_whereTheRequestWasAnother() throws Exception {
        run(MANIFEST);
        String edited = MANIFEST.replace("queries:", "dateTimeUtc: true\nqueries:");

        assertThat(problems(edited)).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(TransferCode.OUTDATED);
            assertThat(found.message()).contains("the request of job ", " was another");
        });
        Files.delete(folder.resolve("states/emulator/a/local/journal.jsonl"));
        assertThat(problems(edited)).isEmpty();
    }

    @Test
    void isRefused_whereTheManifestWasEdited_andPointsAtTheLine() throws Exception {
        run(MANIFEST);

        Diagnostic found =
                problems(MANIFEST.replace("Id, Name from", "Id from")).get(0);

        assertThat(found.code()).isEqualTo(TransferCode.OUTDATED);
        assertThat(found.where().orElseThrow().span().toString()).startsWith("specs/a.yaml:7:");
    }

    @Test
    void isRefused_whereNothingWasPublished_orTheSnapshotIsNotWhole() throws Exception {
        assertThat(codes(problems(MANIFEST))).containsExactly("AQ753");

        run(MANIFEST);
        Path extra = Files.writeString(snapshot().resolve("extra.csv"), "x");
        assertThat(codes(problems(MANIFEST))).containsExactly("AQ751");
        Files.delete(extra);
        assertThat(problems(MANIFEST)).isEmpty();

        Files.writeString(snapshot().resolve("datapackage.json"), "{");
        assertThat(codes(problems(MANIFEST))).contains("AQ751").doesNotContain("AQ754");
    }

    @Test
    void isRefused_whereThisBuildWasToPublish_andDidNot() throws Exception {
        run(MANIFEST);
        ThisBuild missed = new ThisBuild(Set.of(), Map.of(snapshot(), "there are no credentials"));

        assertThat(problems(MANIFEST, missed)).singleElement().satisfies(found -> {
            assertThat(found.code().id()).isEqualTo("AQ752");
            assertThat(found.message()).contains("published nothing of a: there are no credentials");
        });
        assertThat(problems(MANIFEST, new ThisBuild(Set.of(), Map.of(folder.resolve("out/b"), "x"))))
                .isEmpty();
    }

    @Test
    void finishesAMove_thatWasInterrupted() throws Exception {
        run(MANIFEST);
        Files.move(snapshot(), folder.resolve("out/.a.old"));

        assertThat(problems(MANIFEST)).isEmpty();
        assertThat(snapshot().resolve("SHA256SUMS")).exists();
    }

    @Test
    void isHeld_untilItIsWritten() throws Exception {
        run(MANIFEST);
        StateDirectory state = StateDirectory.of(folder.resolve("states"), Rig.EMULATOR, "a");
        try (Release release = release("a", MANIFEST, folder.resolve("states"), NOTHING_DONE)) {
            assertThat(release.problems()).isEmpty();
            assertThat(isFree(state)).isFalse();
        }
        assertThat(isFree(state)).isTrue();
        StateLock run = state.lock("a run");
        try {
            assertThat(codes(problems(MANIFEST))).containsExactly("AQ820");
        } finally {
            run.close();
        }
    }

    @Test
    void isWritten_asItLies() throws Exception {
        run(MANIFEST);
        Path zip = folder.resolve("a.zip");
        try (Release release = release("a", MANIFEST, folder.resolve("states"), NOTHING_DONE)) {
            assertThat(release.write(zip, TIME)).isEmpty();
        }
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.stream().map(Object::toString))
                    .containsExactly("a/Account.csv", "a/Contact.csv", "a/SHA256SUMS", "a/datapackage.json");
        }
    }

    @Test
    void isNotWritten_whereAFileHasChanged_orTheDiskFails() throws Exception {
        run(MANIFEST);
        try (Release release = release("a", MANIFEST, folder.resolve("states"), NOTHING_DONE)) {
            Path noFolder = Files.writeString(folder.resolve("file"), "x").resolve("a.zip");
            assertThat(release.write(noFolder, TIME))
                    .get()
                    .extracting(d -> d.code().id())
                    .isEqualTo("AQ801");
            Files.writeString(snapshot().resolve("Contact.csv"), "changed");
            assertThat(release.write(folder.resolve("a.zip"), TIME)).get().satisfies(found -> {
                assertThat(found.code()).isEqualTo(TransferCode.NOT_WHOLE);
                assertThat(found.message()).contains("Contact.csv has changed while it was copied");
            });
            assertThat(folder.resolve("a.zip")).doesNotExist();
        }
    }

    @Test
    void ofDatedSnapshots_isTheNewest() throws Exception {
        AccountWindows windows = new AccountWindows(TENANT, folder);
        JobOutcome.Published first = windows.upTo(windows.middle()).published();
        windows.upTo(windows.end()).publishedWhateverIsSaid();

        try (Release release = windowed(NOTHING_DONE)) {
            assertThat(release.problems()).isEmpty();
            assertThat(release.snapshots().get(0).directory()).isEqualTo(windows.snapshotUpTo(windows.end()));
        }
        try (Release release = windowed(new ThisBuild(Set.of(first.directory()), Map.of()))) {
            assertThat(release.problems()).singleElement().satisfies(found -> {
                assertThat(found.code().id()).isEqualTo("AQ755");
                assertThat(found.message())
                        .contains(
                                "this build has published " + first.directory().getFileName());
            });
        }
    }

    @Test
    void isRefused_whereAnotherWasPublishedLast() throws Exception {
        AccountWindows windows = new AccountWindows(TENANT, folder);
        windows.upTo(windows.middle()).published();
        JobOutcome.Published last = windows.upTo(windows.end()).publishedWhateverIsSaid();
        Files.move(last.directory(), folder.resolve("elsewhere"));

        try (Release release = windowed(NOTHING_DONE)) {
            assertThat(release.problems()).singleElement().satisfies(found -> {
                assertThat(found.code().id()).isEqualTo("AQ755");
                assertThat(found.message()).contains("published last was the window", "(job " + last.jobId() + ")");
            });
        }
        Files.delete(windows.state().path().resolve("window.json"));
        try (Release release = windowed(NOTHING_DONE)) {
            assertThat(release.problems()).isEmpty();
        }
    }

    /** A damaged snapshot is mended so: by another job, over the same window. */
    @Test
    void isTheLast_whereItsWindowWasExtractedAgain() throws Exception {
        AccountWindows windows = new AccountWindows(TENANT, folder);
        windows.upTo(windows.end()).published();
        windows.rig()
                .windows(new WindowChoice(
                        Optional.empty(), Optional.of(new WindowRange(AccountWindows.INITIAL, windows.end()))))
                .published();

        try (Release release = windowed(NOTHING_DONE)) {
            assertThat(release.problems()).isEmpty();
        }
    }

    @Test
    void isRefused_whereTheWindowIsAskedOtherwise() throws Exception {
        AccountWindows windows = new AccountWindows(TENANT, folder);
        windows.upTo(windows.end()).published();
        String edited = AccountWindows.manifest("").replace("select Id, ", "select Id, Name, ");

        try (Release release = release("a", edited, folder.resolve("states"), NOTHING_DONE)) {
            assertThat(codes(release.problems())).containsExactly("AQ754");
        }
    }

    @Test
    void isRefused_whereTheStateIsDamaged() throws Exception {
        AccountWindows windows = new AccountWindows(TENANT, folder);
        windows.upTo(windows.end().plus(Duration.ofDays(1))).published();
        Files.writeString(windows.state().path().resolve("window.json"), "{");

        try (Release release = windowed(NOTHING_DONE)) {
            assertThat(codes(release.problems())).containsExactly("AQ810");
        }
    }

    @Test
    void isRefused_whereTheSnapshotIsOfAnotherTarget() throws Exception {
        run(Rig.ACCOUNTS);

        assertThat(codes(problemsAt(Optional.of("us")))).containsExactly("AQ756");
        assertThat(problemsAt(Optional.of("us")).get(0).message()).endsWith(" is of emulator, and this build is of us");
        assertThat(problemsAt(Optional.of("emulator"))).isEmpty();
    }

    @Test
    void isRefused_whereTheSnapshotIsOfTheEmulator_andTheBuildNamesNoTarget() throws Exception {
        run(Rig.ACCOUNTS);

        List<Diagnostic> found = problemsAt(Optional.empty());

        assertThat(codes(found)).containsExactly("AQ756");
        assertThat(found.get(0).message()).endsWith(" is of emulator, and this build names no environment");
        assertThat(found.get(0).fix().orElseThrow()).contains("-Daqua.environment=emulator");
    }

    @Test
    void takesASnapshotOfATenant_whereTheBuildNamesNoTarget() throws Exception {
        run(Rig.ACCOUNTS);
        Path descriptor = snapshot().resolve("datapackage.json");
        Files.writeString(descriptor, Files.readString(descriptor).replace("\"emulator\"", "\"us\""));
        renewSums("datapackage.json");

        assertThat(problemsAt(Optional.empty())).isEmpty();
        assertThat(problemsAt(Optional.of("eu")).get(0).fix().orElseThrow()).endsWith("-Daqua.environment=us");
    }

    @Test
    void tellsTheEndpoint_ofASnapshotThatIsOfNoEnvironment() throws Exception {
        run(Rig.ACCOUNTS);
        Path descriptor = snapshot().resolve("datapackage.json");
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replace(
                                "\"aqua:environment\": \"emulator\"",
                                "\"aqua:environment\": \"zuora.example\"," + " \"aqua:entityId\": \"4\""));
        renewSums("datapackage.json");

        assertThat(problemsAt(Optional.of("us")).get(0).fix().orElseThrow())
                .endsWith("-Daqua.endpoint=… of zuora.example -Daqua.entityId=4");
    }

    private static boolean isFree(StateDirectory state) {
        try {
            state.lock("another").close();
            return true;
        } catch (StateException e) {
            return false;
        }
    }

    private Path snapshot() {
        return folder.resolve("out/a");
    }

    private void run(String manifest) throws InterruptedException, IOException {
        new Rig(TENANT.emulator(), TENANT.time(), Files.createDirectories(folder.resolve("out")))
                .remembering(folder.resolve("states"))
                .manifest("a", manifest)
                .published();
    }

    private Release windowed(ThisBuild build) {
        return release("a", AccountWindows.manifest(""), folder.resolve("states"), build);
    }

    private Release release(String id, String manifest, Path states, ThisBuild build) {
        return release(id, manifest, Optional.of(new Planning.Memory(states, Rig.EMULATOR)), build);
    }

    private Release release(String id, String manifest, Optional<Planning.Memory> memory, ThisBuild build) {
        ManifestSet set = new ManifestSet(List.of(Plans.manifestOf(id, manifest)), List.of());
        assertThat(set.hasErrors()).as("%s", set.diagnostics()).isFalse();
        Planning planning = new Planning(folder.resolve("out"), memory, WindowChoice.NEXT, Instant.EPOCH);
        return Release.of(set, planning, List.of(folder.resolve("states")), "a test", build);
    }

    /** What a build at this target finds wrong; one without a target at none. */
    private List<Diagnostic> problemsAt(Optional<String> target) {
        Optional<Planning.Memory> memory = target.map(name -> new Planning.Memory(
                folder.resolve("states"), new TargetIdentity(name, name, Optional.empty(), Optional.empty())));
        try (Release release = release("a", Rig.ACCOUNTS, memory, NOTHING_DONE)) {
            return release.problems();
        }
    }

    private void renewSums(String name) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(snapshot().resolve(name)));
        Path sums = snapshot().resolve("SHA256SUMS");
        Files.writeString(
                sums,
                Files.readString(sums)
                        .replaceAll(
                                "[0-9a-f]{64}(?=  " + name + ")", HexFormat.of().formatHex(digest)));
    }

    private List<Diagnostic> problems(String manifest) {
        return problems(manifest, NOTHING_DONE);
    }

    private List<Diagnostic> problems(String manifest, ThisBuild build) {
        try (Release release = release("a", manifest, folder.resolve("states"), build)) {
            return release.problems();
        }
    }

    private static List<String> codes(List<Diagnostic> found) {
        return found.stream().map(d -> d.code().id()).toList();
    }
}
