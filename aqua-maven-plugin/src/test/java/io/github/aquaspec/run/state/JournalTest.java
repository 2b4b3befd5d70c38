package io.github.aquaspec.run.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.run.state.JournalEntry.Begun;
import io.github.aquaspec.run.state.JournalEntry.Committed;
import io.github.aquaspec.run.state.JournalEntry.End;
import io.github.aquaspec.run.state.JournalEntry.Ended;
import io.github.aquaspec.run.state.JournalEntry.Intent;
import io.github.aquaspec.run.state.JournalEntry.Published;
import io.github.aquaspec.run.state.JournalEntry.Served;
import io.github.aquaspec.run.state.JournalEntry.Stored;
import io.github.aquaspec.run.state.JournalEntry.Submitted;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.spec.model.WindowRange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal says what was written, whatever happened to its end; anything else it refuses. */
class JournalTest {

    private static final String SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final Begun BEGUN = new Begun(
            States.US,
            new RunKey("8123-snapshot", 2),
            AT,
            Optional.of(States.JOB),
            Optional.of(new WindowRange(AT.minusSeconds(60), AT)),
            true,
            Optional.of(LocalDateTime.parse("2026-11-21T02:00:00")),
            SHA);
    private static final List<JournalEntry> STEPS = List.of(
            BEGUN,
            new Intent("aq1-00", 1, AT),
            new Submitted(States.JOB, Optional.of(new WindowRange(AT.minusSeconds(90), AT))),
            new Stored(
                    new StoredFile("Account Ueberblick.csv", 13, SHA),
                    List.of("f1", "f2"),
                    List.of(new Served(5, SHA, 1), new Served(Long.MAX_VALUE, SHA, 0))),
            new Published(),
            new Committed());

    @TempDir
    private Path root;

    @Test
    void readsWhatItWrote() throws Exception {
        assertThat(JournalText.read(bytes(STEPS)).entries()).isEqualTo(STEPS);
        assertThat(JournalText.read(bytes(List.of(BEGUN, new Ended(End.DROPPED))))
                        .entries())
                .endsWith(new Ended(End.DROPPED));
    }

    @Test
    void isTheSameUpToAnyByte_whereItIsTornOff() throws Exception {
        byte[] whole = bytes(STEPS);
        int lines = 0;
        for (int length = 0; length <= whole.length; length++) {
            JournalText.Content content = JournalText.read(Arrays.copyOf(whole, length));
            lines += length > 0 && whole[length - 1] == '\n' ? 1 : 0;
            assertThat(content.entries()).isEqualTo(STEPS.subList(0, lines));
            assertThat(content.length()).isLessThanOrEqualTo(length);
        }
        assertThat(lines).isEqualTo(STEPS.size());
    }

    @Test
    void takesNoLine_inWhichAnyByteWasChanged() throws Exception {
        byte[] whole = bytes(STEPS);
        int lastLine = whole.length - JournalText.line(STEPS.size(), STEPS.get(STEPS.size() - 1)).length;
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            if (at >= lastLine) {
                assertThat(JournalText.read(changed).entries()).hasSize(STEPS.size() - 1);
            } else {
                assertThatThrownBy(() -> JournalText.read(changed))
                        .as("byte %d", at)
                        .isInstanceOf(MalformedStateException.class);
            }
        }
    }

    @Test
    void refusesALineThatIsMissing_orOfANewerVersion() {
        byte[] without = concat(JournalText.line(1, BEGUN), JournalText.line(3, STEPS.get(2)), new byte[] {});
        assertThatThrownBy(() -> JournalText.read(without)).hasMessage("line 2 is missing");

        assertThatThrownBy(() -> JournalledRun.of(List.of(new Published()))).hasMessage("it does not begin with a run");
        assertThatThrownBy(() -> JournalledRun.of(List.of(BEGUN, BEGUN)))
                .hasMessage("a run begins in the middle of another");
    }

    @Test
    void knowsHowFarARunHasCome() throws Exception {
        assertThat(run(1).mayHaveJob()).isFalse();
        assertThat(run(1).window()).isEqualTo(BEGUN.window());
        assertThat(run(2).mayHaveJob()).isTrue();
        assertThat(run(3).jobId()).contains(States.JOB);
        assertThat(run(3).window().orElseThrow().from()).isEqualTo(AT.minusSeconds(90));
        assertThat(run(4).files()).hasSize(1);
        assertThat(run(4).published()).isFalse();
        assertThat(run(5).published()).isTrue();
        assertThat(run(5).isLive()).isTrue();
        assertThat(run(6).isLive()).isFalse();
    }

    @Test
    void forgetsAJob_whenAnotherIsSent() throws Exception {
        JournalledRun again = JournalledRun.of(
                        List.of(BEGUN, STEPS.get(1), STEPS.get(2), STEPS.get(3), new Intent("aq1-01", 2, AT)))
                .orElseThrow();

        assertThat(again.jobId()).isEmpty();
        assertThat(again.files()).isEmpty();
        assertThat(again.window()).isEqualTo(BEGUN.window());
    }

    @Test
    void namesARunAnew_afterOneOfTheSameName_whateverBecameOfIt() throws Exception {
        for (JournalEntry end : List.of(new Committed(), new Ended(End.FAILED), new Ended(End.FRESH))) {
            Journal journal = state().journal();
            RunKey key = state().nextKey(journal, "nightly");
            state().begin(journal, begun(key));
            assertThat(state().nextKey(state().journal(), "nightly"))
                    .as("while it lives")
                    .isEqualTo(key);
            journal.append(end);
            assertThat(state().nextKey(state().journal(), "nightly")).isEqualTo(key.next());
        }
        Journal journal = state().journal();
        state().begin(journal, begun(RunKey.random()));
        journal.append(new Committed());

        assertThat(state().nextKey(state().journal(), "nightly")).hasToString("nightly/4");
        assertThat(state().nextKey(state().journal(), "other")).hasToString("other");
    }

    @Test
    void goesOnBehindATornLine() throws Exception {
        Path file = root.resolve("us/crm/nightly/local/journal.jsonl");
        Journal journal = state().journal();
        state().begin(journal, begun(RunKey.random()));
        Files.writeString(file, Files.readString(file) + "{\"line\":2,\"st");

        state().journal().append(new Intent("aq1-00", 1, AT));

        assertThat(state().journal().live().orElseThrow().intent()).isPresent();
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void holdsAStepOrNot_whereverTheProcessDies_orTheDiskFails() throws Exception {
        for (FaultyDisk.Fault fault : FaultyDisk.WITHIN_A_PROCESS) {
            for (int at = 1; at <= 3; at++) {
                String id = "append-" + fault + at;
                Journal first = StateDirectory.of(root, States.US, id).journal();
                StateDirectory.of(root, States.US, id).begin(first, begun(RunKey.random()));
                FaultyDisk disk = new FaultyDisk(fault, at);
                try {
                    StateDirectory.of(disk, root, States.US, id).journal().append(new Intent("aq1-00", 1, AT));
                } catch (FaultyDisk.Death | StateException e) {
                    // one or the other, at each change
                }
                Journal after = StateDirectory.of(root, States.US, id).journal();
                assertThat(after.live()).isPresent();
                after.append(new Submitted("j", Optional.empty()));
                assertThat(StateDirectory.of(root, States.US, id).journal().run())
                        .isEqualTo(after.run());
            }
        }
    }

    private StateDirectory state() {
        return StateDirectory.of(root, States.US, "crm/nightly");
    }

    private static Begun begun(RunKey key) {
        return new Begun(
                States.US, key, AT, Optional.empty(), Optional.empty(), false, Optional.empty(), "of a request");
    }

    private static JournalledRun run(int steps) throws MalformedStateException {
        return JournalledRun.of(STEPS.subList(0, steps)).orElseThrow();
    }

    private static byte[] bytes(List<JournalEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            bytes.writeBytes(JournalText.line(i + 1, entries.get(i)));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("\n");
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
