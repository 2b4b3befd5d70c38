package io.github.aquaspec.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run leaves in a folder, as tests look at it. */
final class Folders {

    private Folders() {}

    /** What stands in a folder, by name. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> here = Files.list(folder)) {
            return here.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Each file below a folder with its content; folders end in a slash. */
    static Map<String, String> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.collect(Collectors.toMap(
                    path -> folder.relativize(path) + (Files.isDirectory(path) ? "/" : ""), Folders::content));
        }
    }

    /** What anybody may take for a snapshot: not what waits for the next run. */
    static Map<String, String> published(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>(tree(folder));
        files.keySet().removeIf(path -> path.matches("(.*/)?\\.[^/]*\\.staging-[0-9a-f]+/.*"));
        return files;
    }

    /** The data files of a snapshot, byte for byte. */
    static Map<String, String> data(Path snapshot) throws IOException {
        Map<String, String> files = new TreeMap<>(tree(snapshot));
        files.keySet().removeIf(name -> !name.endsWith(".csv"));
        return files;
    }

    private static String content(Path path) {
        try {
            return Files.isDirectory(path) ? "" : Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
