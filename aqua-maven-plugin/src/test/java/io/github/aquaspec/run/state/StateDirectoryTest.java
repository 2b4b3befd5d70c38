package io.github.aquaspec.run.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a manifest, and what happens to it when disks, people or other runs interfere. */
class StateDirectoryTest {

    private static final WindowPublished FIRST = States.window("2020-01-01T00:00:00Z", "2026-11-21T00:00:00Z");
    private static final WindowPublished SECOND = States.window("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z");
    private static final Instant SUBMITTED = Instant.parse("2026-11-22T02:00:00.123Z");

    @TempDir
    private Path root;

    private StateDirectory state() {
        return StateDirectory.of(root, States.US, "crm/nightly");
    }

    private Path file() {
        return root.resolve("us/crm/nightly/window.json");
    }

    @Test
    void remembersNothing_andLeavesNoTrace_untilSomethingIsPublished() throws Exception {
        assertThat(state().published()).isEmpty();
        assertThat(state().jobId()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void writesTheWindow_asItIsDocumented() throws Exception {
        state().commit(Optional.empty(), FIRST);

        assertThat(file()).hasContent("""
                {
                  "format": 1,
                  "target": {
                    "name": "us",
                    "host": "rest.zuora.com",
                    "entity": "4",
                    "orgs": "org-a,org-b"
                  },
                  "jobId": "2c92c0f96bd69165016bdcbdd6ce2f1a",
                  "window": {
                    "from": "2020-01-01T00:00:00Z",
                    "to": "2026-11-21T00:00:00Z",
                    "queries": [
                      {
                        "name": "Account",
                        "query": "select Id from Account",
                        "type": "zoqlexport"
                      }
                    ]
                  }
                }
                """);
        assertThat(state().published()).contains(FIRST);
        assertThat(FIRST.watermark()).isEqualTo("2026-11-21T00:00:00Z");
    }

    @Test
    void writesTheSession_asItIsDocumented() throws Exception {
        state().commit(Optional.empty(), States.session());

        assertThat(file()).content().contains("""
                  "session": {
                    "partner": "gooddata",
                    "project": "aquatest64",
                    "watermark": "2026-11-22T01:50:00Z",
                    "queries": [
                      {
                        "name": "Account",
                        "query": "select Id from Account",
                        "type": "zoqlexport",
                        "deleted": {
                          "column": "MyDeleted",
                          "format": "Numeric"
                        }
                      },
                      {
                        "query": "select Id from Invoice",
                        "type": "zoql"
                      }
                    ]
                  }
                """);
        assertThat(state().published()).contains(States.session());
    }

    @Test
    void readsTheFileThatTheDocumentationShows() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "state.md"));
        String shown = page.substring(page.indexOf("```json\n") + 8);
        TargetIdentity us = new TargetIdentity("us", "rest.zuora.com", Optional.empty(), Optional.empty());
        StateDirectory state = StateDirectory.of(root, us, "a");
        Files.createDirectories(state.path());
        String json = shown.substring(0, shown.indexOf("```"));
        Files.writeString(state.path().resolve("window.json"), json);

        assertThat(StateWriter.write(state.published().orElseThrow()))
                .asString(UTF_8)
                .isEqualTo(json);
    }

    @Test
    void keepsWhatIsOfThisMachine_outOfVersionControl() throws Exception {
        state().commit(Optional.empty(), FIRST);
        States.published(state(), States.JOB, SUBMITTED);
        States.submitted(state(), States.JOB, SUBMITTED);

        assertThat(root.resolve("us/crm/nightly/local/.gitignore")).hasContent("*\n");
        assertThat(names())
                .containsExactly("local/.gitignore", "local/history.json", "local/journal.jsonl", "window.json");
    }

    @Test
    void commits_overWhatTheRunStartedFrom() throws Exception {
        state().commit(Optional.empty(), FIRST);
        state().commit(Optional.of(FIRST), SECOND);

        assertThat(state().published()).contains(SECOND);
    }

    @Test
    void refusesToCommit_overWhatAnotherRunPublished_andNamesBoth() throws Exception {
        state().commit(Optional.empty(), FIRST);

        Diagnostic found = refused(() -> state().commit(Optional.empty(), SECOND));

        assertThat(found.code()).isEqualTo(StateCode.CHANGED);
        assertThat(found.message())
                .contains("holds the window 2020-01-01T00:00:00Z to 2026-11-21T00:00:00Z (job " + States.JOB + ")")
                .contains("started from nothing");
        assertThat(state().published()).contains(FIRST);
    }

    @Test
    void refusesToCommit_whenTheStateIsGone() {
        assertThat(refused(() -> state().commit(Optional.of(FIRST), SECOND)).code())
                .isEqualTo(StateCode.CHANGED);
        assertThat(root).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us-na,rest.zuora.com,4,org-a",
                "us,proxy.example.com,4,org-a",
                "us,rest.zuora.com,5,org-a",
                "us,rest.zuora.com,4,org-b",
            })
    void refusesTheStateOfAnotherTarget_evenUnderTheSameFolder(String other) throws Exception {
        String[] parts = other.split(",", -1);
        TargetIdentity theirs = new TargetIdentity(parts[0], parts[1], Optional.of(parts[2]), Optional.of(parts[3]));
        TargetIdentity ours = new TargetIdentity("us", "rest.zuora.com", Optional.of("4"), Optional.of("org-a"));
        StateDirectory written = StateDirectory.of(root, theirs, "a");
        written.commit(Optional.empty(), States.window(theirs, FIRST.from(), FIRST.to()));
        States.submitted(written, States.JOB, SUBMITTED);
        StateDirectory read = StateDirectory.of(root, ours, "a");
        if (!written.path().equals(read.path())) {
            Files.move(written.path().getParent(), read.path().getParent());
        }

        Diagnostic found = refused(read::published);

        assertThat(found.code()).isEqualTo(StateCode.OTHER_TARGET);
        assertThat(found.message()).contains(theirs.toString(), ours.toString());
        assertThat(refused(read::jobId).code()).isEqualTo(StateCode.OTHER_TARGET);
        assertThat(refused(() -> read.commit(Optional.empty(), States.window(ours, FIRST.from(), FIRST.to())))
                        .code())
                .isEqualTo(StateCode.OTHER_TARGET);
    }

    @Test
    void keepsTargetsApart_ofWhichNoneIsForced() throws Exception {
        TargetIdentity plain = new TargetIdentity("[::1]", "[::1]", Optional.empty(), Optional.empty());
        StateDirectory other = StateDirectory.of(root, plain, "crm/nightly");
        state().commit(Optional.empty(), FIRST);

        assertThat(other.published()).isEmpty();
        assertThat(other.path()).isEqualTo(root.resolve("___1_/crm/nightly"));
        assertThatIllegalArgumentException().isThrownBy(() -> other.commit(Optional.empty(), FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/../b", "/a", "a/", ".a", "a\\b"})
    void takesNoIdThatLeadsElsewhere(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> StateDirectory.of(root, States.US, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"format\": 1|\"format\": 0|there is no format 0",
                "\"format\": 1,||`format` is missing",
                "\"from\": \"2020|\"from\": \"2020-x|`from` is \"2020-x",
                "2026-11-21T00:00:00Z|2026-11-21T00:00:00.5Z|of whole seconds",
                "2026-11-21T00:00:00Z|2019-11-21T00:00:00Z|a window ends after it begins",
                "\"to\":|\"till\":|`to` is missing",
                "\"jobId\": \"2c92c0f96bd69165016bdcbdd6ce2f1a\"|\"jobId\": 12|`jobId` is no text",
                "\"jobId\":|\"note\": \"x\", \"jobId\":|it holds `note`",
                "\"jobId\":|\"format\": 1, \"jobId\":|it is not JSON near line",
                "<<<|<<<|",
            })
    void saysWhatIsWrongWithADamagedFile_andHowToMendIt(String change) throws Exception {
        String[] parts = change.split("\\|", -1);
        state().commit(Optional.empty(), FIRST);
        String content = Files.readString(file());
        Files.writeString(
                file(), parts[0].equals("<<<") ? "<<<<<<< HEAD\n" + content : content.replace(parts[0], parts[1]));

        Diagnostic found = refused(() -> state().published());

        assertThat(found.code()).isEqualTo(StateCode.DAMAGED);
        assertThat(found.message()).startsWith(file() + " is damaged: ").contains(parts[2]);
        assertThat(found.fix().orElseThrow()).contains("version control", "aqua:window", "docs/state.md");
        assertThat(refused(() -> state().commit(Optional.of(FIRST), SECOND)).code())
                .isEqualTo(StateCode.DAMAGED);
    }

    @Test
    void leavesAloneWhatANewerVersionHasWritten() throws Exception {
        state().commit(Optional.empty(), FIRST);
        Files.writeString(
                file(), Files.readString(file()).replace("\"format\": 1", "\"format\": 2, \"of\": \"the future\""));

        for (Diagnostic found : List.of(refused(() -> state().published()))) {
            assertThat(found.message())
                    .contains("was written by a newer version of this plugin: it is of format 2")
                    .doesNotContain("damaged");
            assertThat(found.fix().orElseThrow())
                    .startsWith("use the version that wrote it")
                    .doesNotContain("delet");
        }
    }

    @Test
    void refusesALink_andAFolder() throws Exception {
        Files.createDirectories(file());
        assertThat(refused(() -> state().published()).code()).isEqualTo(StateCode.UNUSABLE);

        Files.delete(file());
        Files.createSymbolicLink(file(), Files.writeString(root.resolve("elsewhere.json"), "{}"));
        assertThat(refused(() -> state().published()).message()).contains("cannot read " + file());
    }

    @Test
    void holdsTheOldOrTheNew_whereverTheProcessDies() throws Exception {
        FaultyDisk counting = FaultyDisk.counting();
        on(counting, "count").commit(Optional.empty(), FIRST);
        int first = counting.changes();
        on(counting, "count").commit(Optional.of(FIRST), SECOND);
        int second = counting.changes() - first;
        assertThat(second).isGreaterThanOrEqualTo(5);
        for (FaultyDisk.Fault fault : FaultyDisk.WITHIN_A_PROCESS) {
            for (int at = 1; at <= first; at++) {
                String id = "first-" + fault + at;
                boolean done = commits(on(new FaultyDisk(fault, at), id), Optional.empty(), FIRST);
                assertWhole(id, done, Optional.empty(), FIRST);
            }
            for (int at = 1; at <= second; at++) {
                String id = "second-" + fault + at;
                on(Disk.local(), id).commit(Optional.empty(), FIRST);
                boolean done = commits(on(new FaultyDisk(fault, at), id), Optional.of(FIRST), SECOND);
                assertWhole(id, done, Optional.of(FIRST), SECOND);
            }
        }
    }

    private void assertWhole(String id, boolean done, Optional<Published> before, Published after) throws Exception {
        Optional<Published> found = on(Disk.local(), id).published();
        assertThat(found).as(id).isIn(before, Optional.of(after));
        assertThat(!done || found.equals(Optional.of(after)))
                .as("a commit that returns lasts")
                .isTrue();
        try (Stream<Path> here = Files.list(on(Disk.local(), id).path())) {
            assertThat(here.map(p -> p.getFileName().toString()))
                    .as("nothing half done where it might be committed")
                    .isSubsetOf("local", "window.json");
        }
        on(Disk.local(), id).commit(found, SECOND);
        assertThat(on(Disk.local(), id).published()).contains(SECOND);
    }

    private static boolean commits(StateDirectory state, Optional<Published> expected, Published next) {
        try {
            state.commit(expected, next);
            return true;
        } catch (FaultyDisk.Death | StateException e) {
            return false;
        }
    }

    private StateDirectory on(Disk disk, String id) throws Exception {
        Files.createDirectories(root.resolve("us").resolve(id));
        return StateDirectory.of(disk, root, States.US, id);
    }

    @FunctionalInterface
    private interface Act {
        void run() throws StateException;
    }

    private static Diagnostic refused(Act act) {
        StateException refused = catchThrowableOfType(StateException.class, act::run);
        assertThat(refused).isNotNull();
        assertThat(refused.diagnostic().fix()).isPresent();
        return refused.diagnostic();
    }

    private List<String> names() throws Exception {
        Path folder = state().path();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
