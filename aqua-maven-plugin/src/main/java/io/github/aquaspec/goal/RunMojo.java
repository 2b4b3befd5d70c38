package io.github.aquaspec.goal;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.report.Ledger;
import io.github.aquaspec.report.Progress;
import io.github.aquaspec.report.ReceiptOfEach;
import io.github.aquaspec.report.Receipts;
import io.github.aquaspec.run.JobOutcome;
import io.github.aquaspec.run.JobPlan;
import io.github.aquaspec.run.LocalTrouble;
import io.github.aquaspec.run.ManifestSet;
import io.github.aquaspec.run.Polling;
import io.github.aquaspec.run.RunListener;
import io.github.aquaspec.run.RunSettings;
import io.github.aquaspec.run.SnapshotRun;
import io.github.aquaspec.run.Target;
import io.github.aquaspec.run.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Runs the manifests: submits each job, waits for it, downloads and verifies its files, and publishes a snapshot.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class RunMojo extends EmulatorMojo {

    /** Skips this goal. */
    @Parameter(property = "aqua.run.skip", defaultValue = "false")
    private boolean skipRun;

    /** What to do without credentials: {@code fail}, or {@code skip} with a loud line. */
    @Parameter(property = "aqua.whenNoCredentials", defaultValue = "fail")
    private String whenNoCredentials;

    /** How long to wait between two questions for a job, such as {@code PT5S}. Default: grows with the job. */
    @Parameter(property = "aqua.pollInterval")
    private String pollInterval;

    /** How many jobs may be under way at once. */
    @Parameter(property = "aqua.parallelJobs", defaultValue = "20")
    private int parallelJobs;

    /** How many files are fetched at once. Default: one more than there are cores, at most 4. */
    @Parameter(property = "aqua.parallelDownloads")
    private Integer parallelDownloads;

    private final SettingsDecrypter decrypter;

    @Inject
    public RunMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(repositories);
        this.decrypter = decrypter;
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
        ManifestSet set = found.get();
        outcome.show(set.diagnostics(), notes());
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Target> target =
                set.hasErrors() ? Optional.empty() : serviceChoice().target(problems);
        Redaction redaction = new Redaction();
        Receipts receipts = receipts(target, redaction);
        try {
            if (set.hasErrors()) {
                end(set, RunRefusal.of(set), receipts);
            } else {
                run(set, target, receipts, redaction, outcome, problems);
            }
        } catch (IOException e) {
            problems.add(LocalTrouble.diagnostic(e, reportDirectory()));
            outcome.show(problems, notes());
        }
        List<Diagnostic> all = new ArrayList<>(set.diagnostics());
        all.addAll(problems);
        outcome.finish(all, failOnWarning());
    }

    private void run(
            ManifestSet set,
            Optional<Target> target,
            Receipts receipts,
            Redaction redaction,
            MavenOutcome outcome,
            List<Diagnostic> problems)
            throws IOException {
        Optional<Service> service = target.flatMap(t -> service(t, problems));
        Optional<RunSettings> settings = settings(target, problems);
        outcome.show(problems, notes());
        if (!problems.isEmpty()) {
            end(set, RunRefusal.of(set, problems), receipts);
        } else if (service.isEmpty()) {
            getLog().warn("SKIPPED: there are no credentials, and aqua.whenNoCredentials is skip. Nothing was run.");
            end(set, RunRefusal.skipped(set, "there are no credentials"), receipts);
        } else {
            Receipts known = receipts.at(service.get().base());
            List<JobOutcome> outcomes = outcomes(set, service.get(), settings.orElseThrow(), known, redaction);
            for (JobOutcome ended : outcomes) {
                outcome.show(ended.diagnostics(), notes());
                problems.addAll(ended.diagnostics());
            }
            end(set, outcomes, known);
        }
    }

    private List<JobOutcome> outcomes(
            ManifestSet set, Service service, RunSettings settings, Receipts receipts, Redaction redaction)
            throws IOException {
        List<JobPlan> plans = set.manifests().stream()
                .map(manifest -> JobPlan.of(manifest, outputDirectory()))
                .toList();
        for (JobPlan plan : plans) {
            receipts.running(plan);
        }
        Clock clock = Clock.systemUTC();
        Transport transport = new Transport(userAgent(), TransportLimits.DEFAULT);
        RunListener listener = new Progress(line -> getLog().info(line)).and(new ReceiptOfEach(receipts));
        try (AquaClient client =
                new AquaClient(transport, service, RetryPolicy.DEFAULT, Pause.REAL, clock, redaction)) {
            return new SnapshotRun(settings, client, listener, Pause.REAL, clock).run(plans);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunRefusal.of(set, List.of(LocalTrouble.interrupted()));
        }
    }

    private Optional<Service> service(Target target, List<Diagnostic> problems) {
        ServiceChoice choice = serviceChoice();
        Map<String, String> headers = choice.headers(problems);
        if (target.needsEmulator()) {
            return emulator(0, problems).map(uri -> new Service(uri, emulatorCredential(), headers));
        }
        if (session().isOffline() && !target.isLocal()) {
            problems.add(Diagnostic.of(
                            TargetCode.OFFLINE,
                            "Maven is offline, and the jobs run at "
                                    + target.base().orElseThrow())
                    .fix("run without -o, or try it with -Daqua.environment=emulator"));
        }
        Optional<Credentials.Found> found = new Credentials(session().getSettings(), decrypter, System::getenv)
                .find(choice.serverIdText(), choice.authentication(problems), problems);
        found.ifPresent(f -> getLog().info("Credentials: " + f.source() + "."));
        if (found.isEmpty() && problems.isEmpty() && !whenNoCredentials.equals("skip")) {
            problems.add(Credentials.missing(choice.serverIdText()));
        }
        return found.map(f -> new Service(target.base().orElseThrow(), f.credential(), headers));
    }

    private Optional<RunSettings> settings(Optional<Target> target, List<Diagnostic> problems) {
        int downloads = parallelDownloads == null
                ? Math.min(4, Runtime.getRuntime().availableProcessors() + 1)
                : parallelDownloads;
        if (parallelJobs < 1 || downloads < 1) {
            problems.add(
                    Diagnostic.of(TargetCode.BAD_PROPERTY, "at least one job and one download at a time are needed")
                            .fix("set aqua.parallelJobs and aqua.parallelDownloads to 1 or more"));
            return Optional.empty();
        }
        if (!whenNoCredentials.equals("fail") && !whenNoCredentials.equals("skip")) {
            problems.add(
                    Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.whenNoCredentials is \"" + whenNoCredentials + "\"")
                            .fix("set it to fail or skip"));
        }
        ZoneId zone = target.flatMap(Target::zone).orElse(ZoneOffset.UTC);
        try {
            Polling polling = pollInterval == null
                    ? Polling.ADAPTIVE
                    : new Polling(Optional.of(Duration.parse(pollInterval.strip())));
            return Optional.of(new RunSettings(polling, parallelJobs, downloads, zone));
        } catch (DateTimeParseException e) {
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.pollInterval is \"" + pollInterval + "\"")
                    .fix("write it as an ISO 8601 duration, such as PT5S"));
            return Optional.empty();
        }
    }

    private void end(ManifestSet set, List<JobOutcome> outcomes, Receipts receipts) throws IOException {
        for (JobOutcome ended : outcomes) {
            if (ended instanceof JobOutcome.Published done) {
                published().add(done.directory());
            }
        }
        receipts.ended(outcomes, set.problems());
        Ledger ledger = new Ledger(shownFrom());
        outcomes.forEach(ended -> ledger.lines(ended).forEach(getLog()::info));
    }

    private Receipts receipts(Optional<Target> target, Redaction redaction) {
        Receipts.Header header = new Receipts.Header(
                execution().getVersion(),
                target.map(Target::name).orElse("unknown"),
                target.flatMap(Target::base).map(Object::toString));
        return new Receipts(reportDirectory(), header, redaction::apply, Clock.systemUTC());
    }

    private Credential emulatorCredential() {
        String[] identity = emulatorIdentity();
        return new Credential.ClientCredentials(identity[0], Secret.of(identity[1]));
    }

    private String userAgent() {
        return "aqua-maven-plugin/" + execution().getVersion() + " (Maven "
                + session().getSystemProperties().getProperty("maven.version", "?") + "; Java "
                + System.getProperty("java.version") + ")";
    }
}
