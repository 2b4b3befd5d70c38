package io.github.aquaspec.goal;

import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.report.Ledger;
import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.Receipts;
import io.github.aquaspec.report.TraceLog;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Runs the manifests: submits each job, waits for it, downloads and verifies its files, and publishes a snapshot. Goes on
 * with what a build before has begun.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class RunMojo extends PlanningMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.run.skip", defaultValue = "false")
    private boolean skipRun;

    /**
     * What to do without credentials: {@code fail}; or {@code skip}, which lets the build pass with a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.whenNoCredentials", defaultValue = "fail")
    private String whenNoCredentials;

    /**
     * How many files are fetched at once, 1 or more. Default: one more than there are cores, at most 4.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.parallelDownloads")
    private Integer parallelDownloads;

    /**
     * Shows how things go: {@code auto}, on a terminal by a block that is drawn in place, elsewhere by lines; {@code
     * plain}, by lines; {@code none}, not at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.progress", defaultValue = "auto")
    private String progress;

    /**
     * Cancels jobs under way when the build is stopped. Otherwise they go on, and the next run with them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.cancelOnAbort", defaultValue = "false")
    private boolean cancelOnAbort;

    /**
     * Id of the {@code <server>} in settings.xml whose {@code <privateKey>} is the path of the secret key ring that
     * opens encrypted files, and whose {@code <passphrase>} unlocks it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.pgp.serverId")
    private String pgpServerId;

    /**
     * A file of requests that the emulator is given before all else, {@code METHOD /emulator/…} and JSON.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.script")
    private File emulatorScript;

    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;
    private Pause pause = Pause.REAL;

    @Inject
    public RunMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        this.decrypter = decrypter;
        this.repositories = repositories;
    }

    /** Lets time pass in another way, for tests. */
    void waitWith(Pause other) {
        this.pause = other;
    }

    @Override
    boolean skipGoal() {
        return skipRun;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        Optional<ManifestSet> found = manifests();
        if (found.isEmpty()) {
            return;
        }
        List<Diagnostic> problems = new ArrayList<>();
        RunChoice choices = runChoice(whenNoCredentials, parallelDownloads, progress, cancelOnAbort);
        Optional<Target> target = strictness().stopsAtAny(found.get().diagnostics())
                ? Optional.empty()
                : serviceChoice().target(problems);
        Optional<RunSettings> settings = target.flatMap(t -> choices.settings(t.zone(), strictness(), problems));
        ManifestSet set = checked(found.get(), target, settings);
        outcome.show(set.diagnostics(), notes());
        Optional<Service> service = target.filter(t -> !strictness().stopsAtAny(set.diagnostics()))
                .flatMap(t -> access().to(
                                t,
                                serviceChoice(),
                                emulatorChoice().with(emulatorScript),
                                choices.skipsWithoutCredentials(),
                                problems));
        Optional<RunKeyChoice.Found> key = runKey(target, problems);
        Planning planning = planning(set, target, problems);
        Redaction redaction = redaction();
        if (service.isPresent() && PgpKey.isNeeded(set)) {
            settings = settings.flatMap(s -> access().keys(pgpServerId, baseDirectory(), redaction, problems)
                    .map(s::with));
        }
        outcome.show(problems, notes());
        List<Diagnostic> ofTheSet =
                Stream.concat(set.problems().stream(), problems.stream()).toList();
        Receipts receipts = receipts(target, service, redaction);
        try (StopHook hook = new StopHook(getLog(), this::endProgress)) {
            receipts.begun(set.manifests().stream().map(Manifest::id).toList());
            TraceLog trace = trace(target, service, key);
            List<JobOutcome> outcomes;
            if (strictness().stopsAtAny(set.diagnostics())) {
                annotate(set.diagnostics());
                outcomes = RunRefusal.of(set, strictness());
            } else if (strictness().stopsAtAny(problems)) {
                outcomes = RunRefusal.of(set, problems);
            } else if (service.isEmpty()) {
                getLog().warn(
                                "SKIPPED: there are no credentials, and aqua.whenNoCredentials is skip. Nothing was run.");
                outcomes = RunRefusal.skipped(set, "there are no credentials");
            } else {
                getLog().info("Running " + Quantity.of(set.manifests().size(), "manifest") + " at "
                        + service.get().base() + " (" + target.orElseThrow().name() + ")");
                key.ifPresent(k -> getLog().info("Run key: " + k.key() + " (" + k.source() + ")"));
                RunSettings chosen = settings.orElseThrow();
                try (ShownProgress shown = progress(progress, set.manifests().size())) {
                    outcomes = new BuildRun(planning, userAgent(), receipts, shown.and(trace), redaction, pause, hook)
                            .of(
                                    set,
                                    service.get(),
                                    key.map(k -> chosen.under(k.key())).orElse(chosen));
                }
                List<Diagnostic> met = outcomes.stream()
                        .flatMap(ended -> ended.diagnostics().stream())
                        .distinct()
                        .toList();
                outcome.show(met, notes());
                problems.addAll(met);
            }
            end(outcomes, ofTheSet, receipts, trace);
            outcome.show(trace.trouble().stream().toList(), notes());
        } catch (IOException e) {
            Diagnostic trouble = LocalTrouble.ofReceipts(e, reportDirectory());
            outcome.show(List.of(trouble), notes());
            problems.add(trouble);
        }
        problems.addAll(0, set.diagnostics());
        outcome.finish(problems, strictness());
    }

    private ServiceAccess access() {
        return access(decrypter, repositories);
    }

    private void end(List<JobOutcome> outcomes, List<Diagnostic> ofTheSet, Receipts receipts, TraceLog trace)
            throws IOException {
        receipts.ended(outcomes, ofTheSet, strictness());
        Ledger ledger = new Ledger(shownFrom());
        long published = 0;
        for (JobOutcome ended : outcomes) {
            ledger.lines(ended).forEach(getLog()::info);
            remember(ended);
            if (ended instanceof JobOutcome.Published) {
                published++;
            }
        }
        String words =
                "Published " + Quantity.grouped(published) + " of " + Quantity.of(outcomes.size(), "manifest") + ".";
        getLog().info(words);
        trace.note(words);
    }
}
