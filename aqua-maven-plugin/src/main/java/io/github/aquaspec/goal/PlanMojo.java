package io.github.aquaspec.goal;

import io.github.aquaspec.report.PlanText;
import io.github.aquaspec.run.IncrementalTimeZone;
import io.github.aquaspec.run.Manifest;
import io.github.aquaspec.run.ManifestSet;
import io.github.aquaspec.run.NewToWindow;
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.Target;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what {@code run} would send and where, byte for byte, and what it would leave. Needs no network and no
 * credentials.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public class PlanMojo extends PlanningMojo {

    /** Skips this goal. */
    @Parameter(property = "aqua.plan.skip", defaultValue = "false")
    private boolean skipPlan;

    @Override
    boolean skipGoal() {
        return skipPlan;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        Optional<ManifestSet> found = manifests();
        if (found.isEmpty()) {
            return;
        }
        ManifestSet set = found.get();
        ServiceChoice choice = serviceChoice();
        List<Diagnostic> problems = new ArrayList<>(set.diagnostics());
        Optional<Target> target = choice.isSilent() ? Optional.empty() : choice.target(problems);
        Map<String, String> headers = choice.headers(problems);
        target.ifPresent(t -> problems.addAll(IncrementalTimeZone.check(set, t)));
        Planning planning = planning(set, target, problems);
        outcome.show(problems, true);
        outcome.finish(problems, strictness());
        List<Diagnostic> met = new ArrayList<>();
        PlanText text = new PlanText(shownFrom());
        for (Manifest manifest : set.manifests()) {
            Planned planned = planning.plan(manifest);
            if (planned instanceof Planned.Ready ready) {
                text.lines(ready.plan(), ready.begun(), target, headers).forEach(getLog()::info);
                met.addAll(NewToWindow.of(ready.plan()));
            } else if (planned instanceof Planned.Ended ended) {
                met.addAll(ended.outcome().diagnostics());
            }
        }
        outcome.show(met, true);
        outcome.finish(met, strictness());
    }
}
