package io.github.aquaspec.run.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.run.state.JournalEntry.Begun;
import io.github.aquaspec.run.state.JournalEntry.Committed;
import io.github.aquaspec.run.state.JournalEntry.End;
import io.github.aquaspec.run.state.JournalEntry.Ended;
import io.github.aquaspec.run.state.JournalEntry.Served;
import io.github.aquaspec.run.state.JournalEntry.Stored;
import io.github.aquaspec.run.state.JournalEntry.Submitted;
import io.github.aquaspec.snapshot.StoredFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final String SHA = "0".repeat(64);
    private static final RunHistory NONE = new RunHistory(States.US, List.of());

    @Test
    void remembers_whatWasPublished_andWhen() throws Exception {
        RunHistory history = NONE.with(published("nightly", 1, stored("a.csv", 1), stored("a.csv", 2)));

        assertThat(history.published())
                .containsExactly(new EndedRun(
                        new RunKey("nightly", 1),
                        "committed",
                        Optional.of("j"),
                        Optional.of(NOW),
                        List.of(new EndedRun.File("a.csv", 2, 20))));
        assertThat(StateReader.history(StateWriter.write(history))).isEqualTo(history);
    }

    @Test
    void comparesWithNoRun_thatPublishedNothing() throws Exception {
        RunHistory history = NONE.with(run("w", 1, List.of(stored("a.csv", 1)), new Ended(End.FAILED)));

        assertThat(history.published()).isEmpty();
        assertThat(history.next("w")).isEqualTo(new RunKey("w", 2));
    }

    @Test
    void comparesWithTheLast30_alsoUnderOneWord_andForgetsNoKey() throws Exception {
        RunHistory history = NONE.with(published("rare", 1, stored("a.csv", 7)));
        for (int i = 1; i <= 40; i++) {
            history = history.with(published("nightly", i, stored("a.csv", i)));
        }

        assertThat(history.published()).hasSize(30);
        assertThat(history.published().get(0).key()).isEqualTo(new RunKey("nightly", 11));
        assertThat(history.next("nightly")).isEqualTo(new RunKey("nightly", 41));
        assertThat(history.next("rare")).isEqualTo(new RunKey("rare", 2));
        assertThat(history.runs()).hasSize(31);
    }

    @Test
    void staysSmall_whereRunsPublishManyFiles() throws Exception {
        Stored[] many = IntStream.range(0, 4_000)
                .mapToObj(i -> stored("segment-" + i + ".csv", 1))
                .toArray(Stored[]::new);
        RunHistory history = NONE;
        for (int i = 1; i <= 5; i++) {
            history = history.with(published("w" + i, 1, many));
        }

        assertThat(history.published()).hasSize(2);
        assertThat(history.runs()).hasSize(5);
    }

    @Test
    void reads_whatWasWrittenBeforeFilesWereRemembered() throws Exception {
        String old = """
                {"format": 1, "target": {"name": "us", "host": "rest.zuora.com"}, "runs": [
                  {"runKey": "nightly", "count": 3, "end": "committed", "jobId": "j"}]}
                """;

        RunHistory history = StateReader.history(old.getBytes(StandardCharsets.UTF_8));

        assertThat(history.next("nightly")).isEqualTo(new RunKey("nightly", 4));
        assertThat(history.published()).isEmpty();
        assertThatThrownBy(() -> StateReader.history(
                        old.replace("\"j\"", "\"j\", \"more\": 1").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedStateException.class);
    }

    private static Stored stored(String name, long records) {
        return new Stored(new StoredFile(name, 10 * records, SHA), List.of("f"), List.of(new Served(5, SHA, records)));
    }

    private static JournalledRun published(String word, int count, Stored... files) throws MalformedStateException {
        return run(word, count, List.of(files), new Committed(Optional.of(NOW)));
    }

    private static JournalledRun run(String word, int count, List<Stored> files, JournalEntry end)
            throws MalformedStateException {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new Begun(
                States.US,
                new RunKey(word, count),
                NOW,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                "of nothing in particular"));
        entries.add(new Submitted("j", Optional.empty()));
        entries.addAll(files);
        entries.add(end);
        return JournalledRun.of(entries).orElseThrow();
    }
}
