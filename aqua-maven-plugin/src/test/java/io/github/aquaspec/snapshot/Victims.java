package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies elsewhere on a machine and must stay as it is: a file, a folder with one, and a place where nothing is. */
public record Victims(Path folder) {

    /** Lays them out. */
    public static Victims in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("folder"));
        Files.writeString(folder.resolve("file"), "precious");
        Files.writeString(folder.resolve("folder/SHA256SUMS"), "precious");
        Files.writeString(folder.resolve("folder/window.json"), "precious");
        Files.writeString(folder.resolve("folder/job.json"), "precious");
        Files.writeString(folder.resolve("folder/run.json"), "precious");
        return new Victims(folder);
    }

    /** Where links may lead. */
    public List<Path> all() {
        return List.of(folder.resolve("file"), folder.resolve("folder"), folder.resolve("nothing"));
    }

    /** All that is there, by name. */
    public Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                content.put(
                        file.toString(),
                        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }
}
