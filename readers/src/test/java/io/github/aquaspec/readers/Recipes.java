package io.github.aquaspec.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The code in docs/consume.md, as it stands there. */
final class Recipes {

    /** What all of it reads. */
    static final String FOLDER = "target/aqua/accounts";

    static final String FILE = FOLDER + "/account.csv";

    static final Path PAGE = Path.of("..", "docs", "consume.md");

    private Recipes() {}

    /** The blocks of a language below a heading, in order. */
    static List<String> of(String heading, String language) {
        return of(PAGE, heading, language);
    }

    /** The same of another page. */
    static List<String> of(Path file, String heading, String language) {
        try {
            String page = Files.readString(file);
            int from = page.indexOf("\n## " + heading + "\n");
            if (from < 0) {
                throw new AssertionError(file + " has no heading " + heading);
            }
            int to = page.indexOf("\n## ", from + 1);
            return Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```$")
                    .matcher(page.substring(from, to < 0 ? page.length() : to))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The first of them. */
    static String first(String heading, String language) {
        return of(heading, language).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + language + " below " + heading));
    }

    /** A block about another file; it must be about the one of the page. */
    static String about(String block, Path file) {
        if (!block.contains(FILE)) {
            throw new AssertionError("not about " + FILE + ":\n" + block);
        }
        return block.replace(FILE, file.toString());
    }
}
