package io.github.aquaspec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
public record Page(Path file) {

    static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\R(.*?)^ *```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    /** By its path in the repository. */
    public static Page of(String name) {
        return new Page(ROOT.resolve(name));
    }

    /** All of the repository: those at its root, and those below docs. */
    static List<Page> all() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::new)
                    .toList();
        }
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<MatchResult> named(Pattern pattern) {
        return pattern.matcher(text()).results();
    }

    /** What stands between fences, of one language. */
    List<String> blocks(String language) {
        return named(BLOCK)
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The one of them that holds these words. */
    public String block(String language, String words) {
        List<String> found =
                blocks(language).stream().filter(block -> block.contains(words)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " blocks of " + file + " hold " + words);
        }
        return found.get(0);
    }

    /** Links of this page to others in the repository, and to places of its own, that lead nowhere. */
    List<String> deadLinks() {
        return LINK.matcher(prose())
                .results()
                .filter(link -> !link.group(1).contains(":"))
                .filter(this::isDead)
                .map(link -> file + ": " + link.group())
                .toList();
    }

    private boolean isDead(MatchResult link) {
        Page target = link.group(1).isEmpty() ? this : new Page(file.resolveSibling(link.group(1)));
        return !Files.exists(target.file)
                || (link.group(2) != null && !target.anchors().contains(link.group(2)));
    }

    /** The headings, as GitHub makes fragments of them: a second one of the same words gets a number. */
    private Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(prose())
                .results()
                .map(heading -> fragment(heading.group(1)))
                .forEach(fragment -> {
                    String free = fragment;
                    for (int i = 1; !anchors.add(free); i++) {
                        free = fragment + "-" + i;
                    }
                });
        return anchors;
    }

    private static String fragment(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private String prose() {
        return BLOCK.matcher(text()).replaceAll("");
    }
}
