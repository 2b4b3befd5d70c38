package io.github.aquaspec.run.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The journal that docs/state.md shows is one, to the last digit of its checksums. */
class JournalPageTest {

    @Test
    void theJournalThatTheDocumentationShows_isReadAndWrittenAlike() throws Exception {
        String shown = shown();

        List<JournalEntry> entries = JournalText.read(shown.getBytes(UTF_8)).entries();

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            written.writeBytes(JournalText.line(i + 1, entries.get(i)));
        }
        assertThat(written.toString(UTF_8)).isEqualTo(shown);
        assertThat(JournalledRun.of(entries).orElseThrow().isLive()).isFalse();
    }

    @Test
    void eachStepIsExplained() throws Exception {
        assertThat(JournalEntry.class.getPermittedSubclasses())
                .allSatisfy(step ->
                        assertThat(page()).contains("| `" + step.getSimpleName().toLowerCase(Locale.ROOT) + "` |"));
        assertThat(JournalEntry.End.values())
                .allSatisfy(end -> assertThat(page()).contains("`" + end.name().toLowerCase(Locale.ROOT) + "`"));
    }

    private static String shown() throws Exception {
        String text = page().substring(page().indexOf("## The journal"));
        String block = text.substring(text.indexOf("```json\n") + 8);
        return block.substring(0, block.indexOf("```"));
    }

    private static String page() throws Exception {
        return Files.readString(Path.of("..", "docs", "state.md"));
    }
}
