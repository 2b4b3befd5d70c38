package io.github.aquaspec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What ARCHITECTURE.md says, in a form that can be held against the code. */
final class ArchitecturePage {

    static final Path FILE = Path.of("..", "ARCHITECTURE.md");

    private static final Pattern MODULE = Pattern.compile("^(aqua-[a-z-]+) .*");
    private static final Pattern ROW = Pattern.compile("^ +[├└]─ (\\S+) +(?:.*→ (.*)|[^→]*)$");
    private static final Pattern NAME = Pattern.compile("`([^`\n]+)`");

    private ArchitecturePage() {}

    /** The packages of a module's picture, with what each may use. */
    static Map<String, List<String>> permissions(String module) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String current = "";
        for (String line : text().lines().toList()) {
            Matcher start = MODULE.matcher(line);
            if (start.matches()) {
                current = start.group(1);
            }
            Matcher row = ROW.matcher(line);
            if (row.matches() && current.equals(module)) {
                String uses = row.group(2) == null ? "" : row.group(2).strip();
                rows.put(row.group(1), uses.isEmpty() ? List.of() : Arrays.asList(uses.split(", ")));
            }
        }
        return expanded(rows);
    }

    /** An arrow down leads to each package of a run that stands further down. */
    private static Map<String, List<String>> expanded(Map<String, List<String>> rows) {
        List<String> drawn = List.copyOf(rows.keySet());
        rows.replaceAll((name, others) -> others.stream()
                .flatMap(other -> other.equals("↓")
                        ? drawn.subList(drawn.indexOf(name) + 1, drawn.size()).stream()
                                .filter(below -> below.equals("run") || below.startsWith("run."))
                        : Stream.of(other))
                .toList());
        return rows;
    }

    /** Everything in single backticks. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(text().replaceAll("(?ms)^```.*?^```", ""));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
