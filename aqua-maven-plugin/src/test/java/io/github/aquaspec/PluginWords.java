package io.github.aquaspec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that a page may use of us.
 *
 * @param keys what a snapshot's descriptor calls {@code aqua:…}, which are no goals
 * @param properties of the plugin, and of tests that take some; one that ends with a dot stands for all below it
 */
record PluginWords(Set<String> goals, Set<String> keys, Set<String> properties) {

    private static final Path ROOT = Path.of("..");
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Path WRITER = Path.of("src/main/java/io/github/aquaspec/snapshot");

    static PluginWords read() throws IOException {
        Set<String> properties = found(DESCRIPTOR, "\\$\\{(aqua\\.[A-Za-z.]+)}");
        properties.add("aqua.param.");
        for (String module :
                List.of("aqua-spec-model", "aqua-maven-plugin", "aqua-emulator", "readers", "benchmarks")) {
            properties.addAll(found(ROOT.resolve(module).resolve("src"), "\\b(?:get\\w+)\\(\"(aqua\\.[\\w.]+)\""));
        }
        return new PluginWords(
                found(DESCRIPTOR, "<goal>([a-z]+)</goal>"), found(WRITER, "\"aqua:(\\w+)\""), properties);
    }

    boolean knowsProperty(String name) {
        return properties.contains(name)
                || properties.stream().anyMatch(known -> known.endsWith(".") && name.startsWith(known));
    }

    private static Set<String> found(Path place, String pattern) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|xml)")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts.stream()
                .flatMap(text -> Pattern.compile(pattern).matcher(text).results())
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
