package io.github.aquaspec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The source of each test class, by its name; of two that share one, both. */
final class TestSources {

    private static final Map<String, String> SOURCES = read();

    private TestSources() {}

    static boolean has(String test) {
        return SOURCES.containsKey(test);
    }

    static boolean has(String test, String method) {
        return SOURCES.getOrDefault(test, "").contains(" " + method + "(");
    }

    private static Map<String, String> read() {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("aqua-spec-model", "aqua-maven-plugin", "aqua-emulator")) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }
}
