package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** Finds properties of the command line that no goal reads: Maven would ignore a typo without a word. */
final class KnownProperties {

    private static final String OURS = "aqua.";

    private final Set<String> known = new TreeSet<>();

    KnownProperties(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (Parameter parameter : goal.getParameters()) {
                String expression = parameter.getExpression();
                if (expression != null && expression.startsWith("${" + OURS)) {
                    known.add(expression.substring(2, expression.length() - 1));
                }
            }
        }
    }

    /** A finding for each property under {@code aqua.} that means nothing to us nor to the POM. */
    List<Diagnostic> check(Properties commandLine, Properties pom) {
        List<Diagnostic> found = new ArrayList<>();
        for (String name : new TreeSet<>(commandLine.stringPropertyNames())) {
            boolean ours = name.startsWith(OURS) && !name.startsWith(BuildValues.PARAM);
            if (ours && !known.contains(name) && !pom.containsKey(name)) {
                String near = NearNames.nearest(name, known)
                        .map(n -> "did you mean -D" + n + "? ")
                        .orElse("");
                found.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "no goal of this version reads -D" + name)
                        .fix(near + "mvn aqua:help -Ddetail lists them all"));
            }
        }
        return found;
    }
}
