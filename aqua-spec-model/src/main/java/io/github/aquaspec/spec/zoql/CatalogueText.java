package io.github.aquaspec.spec.zoql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sections of words: {@code [section]}, then lines of words or rows of {@code key: words}; {@code #} for comments. */
final class CatalogueText {

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    CatalogueText(String text) {
        List<String> section = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.add(line);
            }
        }
    }

    static CatalogueText resource(String name) {
        try (InputStream in = Objects.requireNonNull(CatalogueText.class.getResourceAsStream(name), name)) {
            return new CatalogueText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> words(String section) {
        return sections.get(section).stream()
                .flatMap(line -> split(line).stream())
                .toList();
    }

    Map<String, List<String>> rows(String section) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : sections.get(section)) {
            int colon = line.indexOf(':');
            rows.put(line.substring(0, colon), split(line.substring(colon + 1)));
        }
        return rows;
    }

    private static List<String> split(String words) {
        return words.isBlank() ? List.of() : List.of(words.strip().split(" +"));
    }
}
