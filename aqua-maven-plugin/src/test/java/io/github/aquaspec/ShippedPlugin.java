package io.github.aquaspec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the plugin has, as its descriptor says. */
final class ShippedPlugin {

    private ShippedPlugin() {}

    static Set<String> goals() {
        return inDescriptor("<goal>([a-z]+)</goal>");
    }

    static Set<String> properties() {
        return inDescriptor("\\$\\{(aqua\\.[A-Za-z.]+)}");
    }

    private static Set<String> inDescriptor(String pattern) {
        try {
            return Pattern.compile(pattern)
                    .matcher(Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml")))
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
