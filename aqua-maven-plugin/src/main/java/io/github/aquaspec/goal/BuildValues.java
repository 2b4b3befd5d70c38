package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.Param;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

/** What a build gives to the placeholders of its manifests. */
final class BuildValues {

    /** In front of a parameter's name on the command line. */
    static final String PARAM = "aqua.param.";

    private static final String VARIABLE = "env.";

    private final MavenSession session;
    private final Optional<MavenProject> module;
    private final List<String> readable;
    private final Map<String, String> params;

    /**
     * The values of a build.
     *
     * @param session the build
     * @param module the module, where there is a POM
     * @param readable names of variables that may be read
     * @param params what the POM gives for parameters; an empty element is null
     */
    BuildValues(
            MavenSession session, Optional<MavenProject> module, List<String> readable, Map<String, String> params) {
        this.session = session;
        this.module = module;
        this.readable = readable;
        this.params = params;
    }

    Values values(Values.Unset unset) {
        // Maven writes the names of variables in capitals where the system does not tell them apart.
        return new Values(
                below(VARIABLE, session.getSystemProperties()),
                readable,
                given(),
                module.map(BuildValues::project).orElse(Map.of()),
                module.map(this::declared).orElse(Map.of()),
                unset);
    }

    /** The set, with a warning for each parameter of the command line that none of its manifests declares. */
    ManifestSet withUnread(ManifestSet set) {
        boolean allRead =
                set.manifests().stream().allMatch(m -> m.loaded().value().isPresent());
        if (!allRead) {
            return set;
        }
        Set<String> declared = set.manifests().stream()
                .flatMap(BuildValues::params)
                .map(Param::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Diagnostic> problems = new ArrayList<>(set.problems());
        Set<String> unread = new TreeSet<>(onCommandLine().keySet());
        unread.removeAll(declared);
        unread.forEach(name -> problems.add(
                Diagnostic.of(TargetCode.BAD_PROPERTY, "no manifest here declares the parameter \"" + name + "\"")
                        .severity(Severity.WARNING)
                        .fix(NearNames.nearest(name, declared)
                                .map(near -> "did you mean -D" + PARAM + near + "?")
                                .orElse("declare it under params, or leave -D" + PARAM + name + " out"))));
        return new ManifestSet(set.manifests(), problems);
    }

    private static Stream<Param> params(Manifest manifest) {
        return manifest.loaded().value().stream().flatMap(job -> job.params().stream());
    }

    private Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        params.forEach((name, value) -> given.put(name, value == null ? "" : value));
        given.putAll(onCommandLine());
        return given;
    }

    /** What the command line gives for parameters, by name. */
    Map<String, String> onCommandLine() {
        return below(PARAM, session.getUserProperties());
    }

    private static Map<String, String> project(MavenProject project) {
        return Map.of(
                "groupId", project.getGroupId(),
                "artifactId", project.getArtifactId(),
                "version", project.getVersion());
    }

    /**
     * The properties that the POM and its parents declare; as everywhere in Maven, the command line goes before. Those
     * that only settings.xml has are not among them: they may be secrets of the machine.
     */
    private Map<String, String> declared(MavenProject project) {
        Properties effective = project.getProperties();
        Properties commandLine = session.getUserProperties();
        return names(project).stream()
                .filter(name -> effective.getProperty(name) != null)
                .collect(Collectors.toMap(
                        name -> name, name -> commandLine.getProperty(name, effective.getProperty(name))));
    }

    private static Set<String> names(MavenProject project) {
        Set<String> names = new TreeSet<>();
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            Model written = pom.getOriginalModel();
            names.addAll(written.getProperties().stringPropertyNames());
            written.getProfiles()
                    .forEach(profile -> names.addAll(profile.getProperties().stringPropertyNames()));
        }
        return names;
    }

    private static Map<String, String> below(String prefix, Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), properties::getProperty));
    }
}
