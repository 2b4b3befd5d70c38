package io.github.aquaspec.goal;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.run.ManifestSet;
import io.github.aquaspec.spec.Values;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks every manifest and reports all problems at once. Needs no network and no credentials.
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public class ValidateMojo extends SpecsMojo {

    /** Skips this goal. */
    @Parameter(property = "aqua.validate.skip", defaultValue = "false")
    private boolean skipValidate;

    @Override
    boolean skipGoal() {
        return skipValidate;
    }

    @Override
    Values.Unset unset() {
        return Values.Unset.WARNS;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        Optional<ManifestSet> found = manifests();
        if (found.isEmpty()) {
            return;
        }
        ManifestSet set = found.get();
        outcome.show(set.diagnostics(), notes());
        outcome.finish(set.diagnostics(), strictness());
        getLog().info(Quantity.of(set.manifests().size(), "manifest") + " checked, no errors.");
    }
}
