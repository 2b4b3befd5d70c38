package io.github.aquaspec.goal;

import io.github.aquaspec.client.Identity;
import io.github.aquaspec.report.PlanText;
import io.github.aquaspec.run.Forecast;
import io.github.aquaspec.run.Outlook;
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Sender;
import io.github.aquaspec.run.plan.Target;
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
 * Shows what {@code run} would send and where, byte for byte, what it would go on with, and what it would leave. Needs no
 * network and no credentials.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public class PlanMojo extends PlanningMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
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
        ServiceChoice choice = serviceChoice();
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Target> target = choice.isSilent() ? Optional.empty() : choice.target(problems);
        Optional<RunSettings> settings =
                runChoice("fail", null, "auto", false).settings(target.flatMap(Target::zone), strictness(), problems);
        Optional<RunKeyChoice.Found> key = runKey(target, problems);
        Sender sender = sender(target, choice, problems);
        ManifestSet set = checked(found.get(), target, settings);
        Planning planning = planning(set, target, problems);
        problems.addAll(0, set.diagnostics());
        outcome.show(problems, true);
        outcome.finish(problems, strictness());
        RunSettings chosen = settings.orElseThrow();
        RunSettings named = key.map(k -> chosen.under(k.key())).orElse(chosen);
        key.ifPresent(k -> getLog().info("Run key: " + k.key() + " (" + k.source() + ")"));
        show(set, planning, new Outlook(named, sender, planning.now()), outcome);
    }

    private Sender sender(Optional<Target> target, ServiceChoice choice, List<Diagnostic> problems) {
        Map<String, String> headers = choice.headers(problems);
        Optional<ServiceChoice.Authentication> asked = choice.authentication(problems);
        Identity identity = target.filter(Target::needsEmulator).isPresent()
                ? Identity.CLIENT_CREDENTIALS
                : Credentials.announced(session().getSettings(), variables(), choice.serverIdText(), asked);
        return new Sender(target, identity, headers, userAgent());
    }

    private void show(ManifestSet set, Planning planning, Outlook outlook, MavenOutcome outcome)
            throws MojoExecutionException, MojoFailureException {
        List<Diagnostic> met = new ArrayList<>();
        PlanText text = new PlanText(shownFrom());
        for (Manifest manifest : set.manifests()) {
            Planned planned = planning.plan(manifest);
            if (planned instanceof Planned.Ready ready) {
                Forecast forecast = outlook.of(ready.plan());
                text.lines(forecast).forEach(getLog()::info);
                met.addAll(forecast.said());
            } else if (planned instanceof Planned.Ended ended) {
                met.addAll(ended.outcome().diagnostics());
            }
        }
        outcome.show(met, true);
        outcome.finish(met, strictness());
    }
}
