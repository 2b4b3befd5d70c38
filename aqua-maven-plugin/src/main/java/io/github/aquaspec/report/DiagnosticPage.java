package io.github.aquaspec.report;

import io.github.aquaspec.spec.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The page of a code, as it stands in {@code docs/diagnostics} and is shipped in the jar.
 *
 * @param title its heading, without the code
 * @param markdown the whole page
 */
public record DiagnosticPage(String title, String markdown) {

    /** The page of a code; there is one for each. */
    public static DiagnosticPage of(Code code) {
        String page = read(code.id() + ".md");
        String heading = page.lines().findFirst().orElse("");
        return new DiagnosticPage(heading.substring(heading.indexOf(": ") + 2), page);
    }

    /** The page for a terminal: no marks but those that help to read. */
    public List<String> lines() {
        return PlainPage.of(markdown);
    }

    private static String read(String name) {
        try (InputStream page = DiagnosticPage.class.getResourceAsStream("diagnostics/" + name)) {
            if (page == null) {
                throw new IllegalStateException("there is no page " + name);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
