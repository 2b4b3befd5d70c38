package io.github.aquaspec.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The manifests of the tests. */
final class Corpus {

    static final Path SPECS = Path.of("src", "test", "resources", "specs");
    static final Path VALID = SPECS.resolve("valid");
    static final Path INVALID = SPECS.resolve("invalid");

    private static final String MARK = "# expect: ";

    private Corpus() {}

    static List<Path> valid() {
        return manifests(VALID);
    }

    static List<Path> invalid() {
        return manifests(INVALID);
    }

    /** Where the findings of a manifest are drawn. */
    static Path golden(Path manifest) {
        return manifest.resolveSibling(manifest.getFileName() + ".txt");
    }

    /** The file as findings name it, the same on every machine. */
    static String displayName(Path manifest) {
        return "specs/" + manifest.getFileName();
    }

    /** Such as {@code AQ201 8:11, AQ101 9:3}: from the first line, or from the file beside one that has no comments. */
    static String expectation(Path manifest) throws IOException {
        Path beside = manifest.resolveSibling(manifest.getFileName() + ".expect");
        if (Files.exists(beside)) {
            return Files.readString(beside).strip();
        }
        String first = Files.readString(manifest, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        if (!first.startsWith(MARK)) {
            throw new IllegalStateException(manifest + " does not start with \"" + MARK + "\"");
        }
        return first.substring(MARK.length()).strip();
    }

    static List<String> expectedCodes(Path manifest) throws IOException {
        return Arrays.stream(expectation(manifest).split(", ", -1))
                .map(each -> each.substring(0, each.indexOf(' ')))
                .toList();
    }

    private static List<Path> manifests(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
