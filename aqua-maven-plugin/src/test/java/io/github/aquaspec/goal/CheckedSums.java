package io.github.aquaspec.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What SHA256SUMS must say about the folder it stands in, worked out without any code of the plugin. */
public final class CheckedSums {

    private CheckedSums() {}

    /** Fails unless the sums verify and list exactly the files that are there, in order. */
    public static void check(Path snapshot) {
        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.list(snapshot)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("SHA256SUMS"))
                    .forEach(name -> expected.put(name, sha256(snapshot.resolve(name))));
            StringBuilder lines = new StringBuilder();
            expected.forEach(
                    (name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
            String actual = Files.readString(snapshot.resolve("SHA256SUMS"));
            if (!actual.contentEquals(lines)) {
                throw new AssertionError(snapshot + "/SHA256SUMS says\n" + actual + "but it should say\n" + lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of a file, in hex. */
    public static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
