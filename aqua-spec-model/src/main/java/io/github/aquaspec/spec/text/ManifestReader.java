package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SourceText;
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
     * @return the tree if and only if nothing is wrong
     */
    public static Optional<Node> read(SourceText source, Consumer<Diagnostic> found) {
        Findings findings = new Findings(found);
        if (!startsWithBrace(source.content())) {
            return YamlReader.read(source, findings);
        }
        JsonReader.Outcome json = JsonReader.read(source, findings);
        if (json.syntaxError().isEmpty()) {
            return json.node();
        }
        Diagnostic error = json.syntaxError().get();
        if (!mayBeYaml(source.name())) {
            found.accept(error);
            return Optional.empty();
        }
        return YamlReader.read(source, findings);
    }

    private static boolean startsWithBrace(String text) {
        return text.chars()
                        .filter(c -> " \t\r\n\uFEFF".indexOf(c) < 0)
                        .findFirst()
                        .orElse(-1)
                == '{';
    }

    private static boolean mayBeYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }
}
