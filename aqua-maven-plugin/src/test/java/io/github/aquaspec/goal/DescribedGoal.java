package io.github.aquaspec.goal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;

/** A goal as the plugin's descriptor tells of it. */
record DescribedGoal(
        String name,
        String description,
        Optional<String> phase,
        boolean needsProject,
        boolean needsOnline,
        boolean threadSafe,
        Optional<String> since,
        List<DescribedParameter> parameters) {

    /** The descriptor with the marks of the Javadoc still in it; what is shipped is made of the same, in plain text. */
    private static final Path DESCRIPTOR = Path.of("target/plugin-enhanced.xml");

    static List<DescribedGoal> all() throws IOException, PlexusConfigurationException {
        try (Reader in = Files.newBufferedReader(DESCRIPTOR)) {
            return new PluginDescriptorBuilder()
                    .build(in).getMojos().stream()
                            .map(DescribedGoal::of)
                            .sorted(Comparator.comparing(DescribedGoal::name))
                            .toList();
        }
    }

    private static DescribedGoal of(MojoDescriptor goal) {
        return new DescribedGoal(
                goal.getGoal(),
                Markup.markdown(goal.getDescription()),
                Optional.ofNullable(goal.getPhase()),
                goal.isProjectRequired(),
                goal.isOnlineRequired(),
                goal.isThreadSafe(),
                Optional.ofNullable(goal.getSince()),
                goal.getParameters().stream()
                        .filter(Parameter::isEditable)
                        .map(DescribedParameter::of)
                        .toList());
    }

    /** What stands in front of the first full stop. */
    String firstSentence() {
        return description.replaceFirst("(?s)\\.( .*)?$", "");
    }

    /** Where and how it may be called. */
    String facts() {
        return Stream.of(
                        phase.map("Default phase: `%s`"::formatted).orElse("No default phase"),
                        needsProject ? "needs a POM" : "needs no POM",
                        needsOnline ? "not with `mvn -o`" : "may be called with `mvn -o`",
                        threadSafe ? "thread-safe, for `mvn -T 4`" : "not thread-safe",
                        since.map("since "::concat).orElse(""))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
