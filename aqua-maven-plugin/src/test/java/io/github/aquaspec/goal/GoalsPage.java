package io.github.aquaspec.goal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reference of all goals, made of what the plugin ships about them. What many goals share is told once. */
final class GoalsPage {

    /** From how many goals on a parameter is told once, in a section of its own. */
    private static final int MANY = 4;

    /** A parameter of each such section, and the name of the section. */
    private static final Map<String, String> SECTIONS = Map.of(
            "skip", "Parameters of every goal",
            "specs", "Parameters about manifests",
            "environment", "Parameters about the service",
            "outputDirectory", "Parameters about places",
            "emulatorDirectory", "Parameters about the place of the emulator",
            "emulatorPartners", "Parameters about the emulator");

    private static final String HEAD = """
            | property | in the POM | type | default | what it does | since |
            |---|---|---|---|---|---|
            """;

    private final List<DescribedGoal> goals;
    private final Map<DescribedParameter, Set<String>> owners = new TreeMap<>(
            Comparator.comparing(DescribedParameter::property).thenComparing(DescribedParameter::toString));

    GoalsPage(List<DescribedGoal> goals) {
        this.goals = goals;
        goals.forEach(goal -> goal.parameters()
                .forEach(p -> owners.computeIfAbsent(p, k -> new TreeSet<>()).add(goal.name())));
    }

    String text() {
        StringBuilder text = new StringBuilder("\n| goal | does | default phase |\n|---|---|---|\n");
        goals.forEach(goal -> text.append("| [`aqua:%1$s`](#aqua%1$s) | %2$s | %3$s |\n"
                .formatted(
                        goal.name(),
                        goal.firstSentence(),
                        goal.phase().map("`%s`"::formatted).orElse("–"))));
        for (Set<String> group : groups()) {
            text.append("\n## %s\n\n%s\n\n".formatted(title(group), whose(group)));
            text.append(table(of(group)));
        }
        goals.forEach(goal -> text.append(section(goal)));
        return text.append('\n').toString();
    }

    /** The sets of goals that share parameters, the largest first. */
    private List<Set<String>> groups() {
        return owners.values().stream()
                .filter(set -> set.size() >= MANY)
                .distinct()
                .sorted(Comparator.<Set<String>>comparingInt(Set::size)
                        .reversed()
                        .thenComparing(Set::toString, Comparator.reverseOrder()))
                .toList();
    }

    private List<DescribedParameter> of(Set<String> group) {
        return owners.keySet().stream().filter(p -> owners.get(p).equals(group)).toList();
    }

    private String title(Set<String> group) {
        return of(group).stream()
                .map(p -> SECTIONS.get(p.name()))
                .filter(title -> title != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("name the section of what these share: " + group));
    }

    private String whose(Set<String> group) {
        List<String> others = goals.stream()
                .map(DescribedGoal::name)
                .filter(name -> !group.contains(name))
                .toList();
        return others.size() <= 1
                ? others.stream()
                        .map(name -> "All but `%s` have them.".formatted(name))
                        .findFirst()
                        .orElse("All have them.")
                : group.stream().map("`%s`"::formatted).collect(Collectors.joining(", ", "", " have them."));
    }

    private String section(DescribedGoal goal) {
        List<DescribedParameter> own = owners.keySet().stream()
                .filter(p -> goal.parameters().contains(p) && owners.get(p).size() < MANY)
                .toList();
        String shared = groups().stream()
                .filter(group -> group.contains(goal.name()))
                .map(group -> link(title(group)))
                .collect(Collectors.joining(", "));
        return "\n## aqua:%s\n\n%s\n\n%s.\n\n%s%s"
                .formatted(
                        goal.name(),
                        goal.description(),
                        goal.facts(),
                        table(own),
                        shared.isEmpty() ? "" : "\nAnd those " + shared + ".\n");
    }

    private static String table(List<DescribedParameter> parameters) {
        return parameters.stream().map(DescribedParameter::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static String link(String title) {
        return "[%s](#%s)"
                .formatted(
                        title.replace("Parameters ", ""),
                        title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}
