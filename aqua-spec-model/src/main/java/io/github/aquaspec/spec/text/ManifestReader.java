package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the text of a manifest, YAML or JSON, into one tree with the place of everything in it. What is not a manifest
 * is told as findings, several at once where reading can go on; nothing is thrown.
 */
public final class ManifestReader {

    private ManifestReader() {}

    /**
     * Reads and decodes a file.
     *
     * @param file the file
     * @param name the file as a user would type it
     * @param found takes what is wrong
     * @return the text if nothing is wrong
     */
    public static Optional<SourceText> open(Path file, String name, Consumer<Diagnostic> found) {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(name, in.readNBytes(Limits.BYTES + 1), found);
        } catch (IOException e) {
            found.accept(Diagnostic.of(ReadingCode.UNREADABLE_FILE, whyUnreadable(file, e))
                    .at(new SourceText(name, "").span(0, 0))
                    .fix("check its name and its permissions"));
            return Optional.empty();
        }
    }

    /**
     * Decodes the bytes of a file: UTF-8, with or without byte order mark, at most 2 MiB.
     *
     * @param name the file as a user would type it
     * @param bytes the whole file; of a larger one, its first 2 MiB and one byte more
     * @param found takes what is wrong
     * @return the text if nothing is wrong
     */
    public static Optional<SourceText> decode(String name, byte[] bytes, Consumer<Diagnostic> found) {
        return Utf8.decode(name, bytes, found);
    }

    /**
     * Reads a text. If its first significant character is <code>{</code>, it is JSON; in a {@code .yaml} or {@code .yml}
     * file YAML's flow style is accepted as well. Everything else is YAML.
     *
     * @param source the text
     * @param found takes what is wrong
     * @return the tree, if it can be trusted; beside it there may be a key that stands twice or a second document
     */
    public static Optional<Node> read(SourceText source, Consumer<Diagnostic> found) {
        String text = source.content();
        int brace = JsonSyntax.significant(text, 0);
        if (brace == text.length() || text.charAt(brace) != '{') {
            return YamlReader.read(source, new Findings(found));
        }
        List<Diagnostic> asJson = new ArrayList<>();
        JsonReader.Outcome json = JsonReader.read(source, new Findings(asJson::add));
        json.syntaxError().ifPresent(asJson::add);
        if (json.syntaxError().isEmpty() || !mayBeYaml(source.name())) {
            asJson.forEach(found);
            return json.node();
        }
        List<Diagnostic> asYaml = new ArrayList<>();
        Optional<Node> yaml = YamlReader.read(source, new Findings(asYaml::add));
        // Neither: a brace with a quote behind it was meant as JSON, so JSON's rules explain it best.
        int next = JsonSyntax.significant(text, brace + 1);
        boolean meantAsJson = next < text.length() && text.charAt(next) == '"';
        (meantAsJson && asYaml.stream().anyMatch(d -> d.code() == ReadingCode.SYNTAX) ? asJson : asYaml).forEach(found);
        return yaml;
    }

    private static String whyUnreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "the file does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "the file may not be read";
        }
        return Files.isDirectory(file)
                ? "a folder stands where a file should be"
                : "the file cannot be read: " + e.getMessage();
    }

    private static boolean mayBeYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }
}
