package io.github.aquaspec.spec.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the manifest reference are made of the notes on the keys. {@code -Dgoldens=write} makes them anew. */
class KeyTablesTest {

    private static final Path PAGE = Path.of("..", "docs", "manifest.md");
    private static final Pattern TABLE = Pattern.compile("(?s)<!-- keys:( [\\w.]+)? -->\\n.*?<!-- /keys -->");
    private static final String HEAD = """
            | key | whose | type | default | what it does | example | since |
            |---|---|---|---|---|---|---|
            """;

    private final KeyNotes notes = new KeyNotes();
    private final Map<String, Shape.Key> keys = ManifestKeys.all();

    KeyTablesTest() throws IOException {}

    @Test
    void theTablesAreMadeOfTheNotes() throws IOException {
        String page = Files.readString(PAGE);
        List<String> sections = sections(page);
        String made = TABLE.matcher(page)
                .replaceAll(table -> Matcher.quoteReplacement(table(mark(table), above(table), sections)));
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(PAGE, made);
        }

        assertThat(PAGE).content().isEqualTo(made);
    }

    @Test
    void eachKeyHasARowInOneTable() throws IOException {
        String rows = TABLE.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());

        assertThat(rows.lines().filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(notes.all().keySet());
    }

    private String table(String mark, String above, List<String> sections) {
        return notes.all().keySet().stream()
                .filter(path -> section(path, sections).equals(above))
                .map(path -> row(
                        path.substring(above.length()),
                        notes.of(path),
                        keys.get(path).isRequired()))
                .collect(Collectors.joining("", mark + HEAD, "<!-- /keys -->"));
    }

    private static String row(String name, KeyNotes.Note note, boolean isRequired) {
        return "| `%s` | %s | %s | %s | %s | `%s` | %s |\n"
                .formatted(
                        name,
                        note.whose(),
                        note.type(),
                        isRequired ? "required" : note.defaultValue().orElse("–"),
                        note.does(),
                        note.example(),
                        note.since());
    }

    private static List<String> sections(String page) {
        return TABLE.matcher(page).results().map(KeyTablesTest::above).toList();
    }

    /** The longest of the sections that a key stands below. */
    private static String section(String path, List<String> sections) {
        return sections.stream()
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private static String mark(MatchResult table) {
        return table.group().substring(0, table.group().indexOf('\n') + 1);
    }

    private static String above(MatchResult table) {
        return table.group(1) == null ? "" : table.group(1).strip() + ".";
    }
}
