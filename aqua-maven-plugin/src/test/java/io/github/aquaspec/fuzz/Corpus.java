package io.github.aquaspec.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What fuzzing begins with.
 *
 * @param seeds inputs made by hand, and those that earlier runs found worth keeping
 * @param tokens pieces that the format is made of
 */
record Corpus(List<byte[]> seeds, List<byte[]> tokens) {

    static final Path ROOT = Path.of("src", "test", "resources", "fuzz");

    static Corpus of(Subject subject) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT.resolve(subject.folder()))) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        List<byte[]> tokens = new ArrayList<>();
        for (String line : Files.readAllLines(dictionary(subject))) {
            if (line.startsWith("\"")) {
                tokens.add(token(line.substring(1, line.length() - 1)));
            }
        }
        return new Corpus(seeds, tokens);
    }

    /** In libFuzzer's form: one quoted token a line. */
    static Path dictionary(Subject subject) {
        return ROOT.resolve(subject.folder() + ".dict");
    }

    private static byte[] token(String quoted) {
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        for (int at = 0; at < quoted.length(); at++) {
            if (quoted.startsWith("\\x", at)) {
                token.write(Integer.parseInt(quoted.substring(at + 2, at + 4), 16));
                at += 3;
            } else {
                at += quoted.charAt(at) == '\\' ? 1 : 0;
                token.writeBytes(quoted.substring(at, at + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return token.toByteArray();
    }
}
