package io.github.aquaspec.goal;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.SarifReport;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
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
        annotate(set.diagnostics());
        List<Diagnostic> problems = new ArrayList<>(set.diagnostics());
        report(set).ifPresent(trouble -> {
            outcome.show(List.of(trouble), notes());
            problems.add(trouble);
        });
        outcome.finish(problems, strictness());
        getLog().info(Quantity.of(set.manifests().size(), "manifest") + " checked, no errors.");
    }

    /** Without a POM there is no build folder: to look at manifests somewhere leaves nothing there, unless it is asked for. */
    private Optional<Diagnostic> report(ManifestSet set) {
        if (!hasPom() && !namesReportDirectory()) {
            return Optional.empty();
        }
        Optional<Path> pom = module().map(
                        project -> project.getFile().toPath().toAbsolutePath().normalize());
        try {
            new SarifReport(execution().getVersion(), workspace(), pom, redaction()::apply)
                    .write(reportDirectory(), set);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(LocalTrouble.ofReceipts(e, reportDirectory()));
        }
    }
}
