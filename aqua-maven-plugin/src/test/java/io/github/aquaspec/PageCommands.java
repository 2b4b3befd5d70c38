package io.github.aquaspec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page tells its readers to type, held against what there is. */
final class PageCommands {

    private static final Pattern GOAL = Pattern.compile("(?<![\\w.-])aqua:([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern LONG_GOAL = Pattern.compile("\\baqua-maven-plugin:[\\w.${}-]+:([A-Za-z]+)");
    private static final Pattern PROPERTY = Pattern.compile("(?:-D|</?|`)(aqua\\.[A-Za-z.]*[A-Za-z])(?=[=>`\\s,;)]|$)");
    private static final Pattern PREFIXED = Pattern.compile("-D(aqua\\.[A-Za-z.]+\\.)<");
    private static final Pattern SPAN = Pattern.compile("`((?:\\./)?mvnw?(?: [^`\\n]+)?)`");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```[^\\n]*\\n(.*?)^ *```");

    private final PluginWords words;

    PageCommands(PluginWords words) {
        this.words = words;
    }

    /** What a page of Markdown gets wrong. */
    List<String> mistakesOfPage(String page) {
        Stream<String> blocks = BLOCK.matcher(page).results().flatMap(block -> lines(block.group(1)));
        Stream<String> spans = SPAN.matcher(page).results().map(span -> span.group(1));
        return mistakes(page, Stream.concat(blocks, spans).toList());
    }

    /** What a file that is all code gets wrong. */
    List<String> mistakesOfFile(String file) {
        return mistakes(file, lines(file).toList());
    }

    private List<String> mistakes(String text, List<String> lines) {
        List<String> mistakes = new ArrayList<>();
        named(GOAL, text)
                .filter(goal -> !words.goals().contains(goal) && !words.keys().contains(goal))
                .forEach(goal -> mistakes.add("no goal: aqua:" + goal));
        named(LONG_GOAL, text)
                .filter(goal -> !words.goals().contains(goal))
                .forEach(goal -> mistakes.add("no goal: " + goal));
        Stream.concat(named(PROPERTY, text), named(PREFIXED, text))
                .filter(property -> !words.knowsProperty(property))
                .forEach(property -> mistakes.add("no property: " + property));
        for (String line : lines) {
            try {
                MavenCommand.find(line).stream()
                        .flatMap(command -> command.goals().stream())
                        .filter(goal ->
                                goal.matches("aqua:.*") && !words.goals().contains(goal.substring(5)))
                        .forEach(goal -> mistakes.add("no goal to call: " + goal));
            } catch (IllegalArgumentException e) {
                mistakes.add(e.getMessage());
            }
        }
        return mistakes;
    }

    private static Stream<String> lines(String text) {
        return text.replaceAll("\\\\\\n\\s*", "").lines();
    }

    private static Stream<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).distinct();
    }
}
