package io.github.aquaspec.goal;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Pause;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.report.Ledger;
import io.github.aquaspec.report.Progress;
import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.Receipts;
import io.github.aquaspec.run.JobOutcome;
import io.github.aquaspec.run.JobPlan;
import io.github.aquaspec.run.LocalTrouble;
import io.github.aquaspec.run.Manifest;
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
import java.util.Set;
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

    /** Whether changes of state are shown: {@code auto}, {@code plain} or {@code none}. */
    @Parameter(property = "aqua.progress", defaultValue = "auto")
    private String progress;

    private final SettingsDecrypter decrypter;
    private Pause pause = Pause.REAL;

    @Inject
    public RunMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(repositories);
        this.decrypter = decrypter;
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
        ManifestSet set = found.get();
        outcome.show(set.diagnostics(), notes());
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Target> target =
                set.hasErrors() ? Optional.empty() : serviceChoice().target(problems);
        Optional<Service> service = target.flatMap(t -> service(t, problems));
        Receipts receipts = receipts(target, service);
        try {
            List<JobOutcome> outcomes =
                    set.hasErrors() ? RunRefusal.of(set) : outcomes(set, target, service, receipts, outcome, problems);
            end(set, outcomes, receipts);
        } catch (IOException e) {
            problems.add(LocalTrouble.diagnostic(e, reportDirectory()));
            outcome.show(problems, notes());
        }
        List<Diagnostic> all = new ArrayList<>(set.diagnostics());
        all.addAll(problems);
        outcome.finish(all, failOnWarning());
    }

    private List<JobOutcome> outcomes(
            ManifestSet set,
            Optional<Target> target,
            Optional<Service> service,
            Receipts receipts,
            MavenOutcome outcome,
            List<Diagnostic> problems)
            throws IOException {
        Optional<RunSettings> settings = settings(target, problems);
        outcome.show(problems, notes());
        if (!problems.isEmpty()) {
            return RunRefusal.of(set, problems);
        }
        if (service.isEmpty()) {
            getLog().warn("SKIPPED: there are no credentials, and aqua.whenNoCredentials is skip. Nothing was run.");
            return RunRefusal.skipped(set, "there are no credentials");
        }
        getLog().info("Running " + Quantity.of(set.manifests().size(), "manifest") + " at "
                + target.orElseThrow().name() + ", " + service.get().base() + ".");
        for (Manifest manifest : set.manifests()) {
            receipts.running(manifest.id());
        }
        List<JobOutcome> outcomes = run(set, service.get(), settings.orElseThrow());
        for (JobOutcome ended : outcomes) {
            outcome.show(ended.diagnostics(), notes());
            problems.addAll(ended.diagnostics());
        }
        return outcomes;
    }

    private List<JobOutcome> run(ManifestSet set, Service service, RunSettings settings) throws IOException {
        List<JobPlan> plans = set.manifests().stream()
                .map(manifest -> JobPlan.of(manifest, outputDirectory()))
                .toList();
        Clock clock = Clock.systemUTC();
        Transport transport = new Transport(userAgent(), TransportLimits.DEFAULT);
        try (AquaClient client =
                new AquaClient(transport, service, RetryPolicy.DEFAULT, pause, clock, new Redaction())) {
            RunListener listener = progress.equals("none") ? event -> {} : new Progress(line -> getLog().info(line));
            return new SnapshotRun(settings, client, listener, pause, clock).run(plans);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunRefusal.of(set, List.of(LocalTrouble.interrupted()));
        }
    }

    private Optional<Service> service(Target target, List<Diagnostic> problems) {
        ServiceChoice choice = serviceChoice();
        Map<String, String> headers = choice.headers(problems);
        if (target.needsEmulator()) {
            return emulator(0, problems).map(running -> new Service(running.url(), emulatorCredential(), headers));
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
        if (!Set.of("auto", "plain", "none").contains(progress)) {
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.progress is \"" + progress + "\"")
                    .fix("set it to auto, plain or none"));
        }
        if (!whenNoCredentials.equals("fail") && !whenNoCredentials.equals("skip")) {
            problems.add(
                    Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.whenNoCredentials is \"" + whenNoCredentials + "\"")
                            .fix("set it to fail or skip"));
        }
        ZoneId zone = target.flatMap(Target::zone).orElse(ZoneOffset.UTC);
        return polling(problems).map(polling -> new RunSettings(polling, parallelJobs, downloads, zone));
    }

    private Optional<Polling> polling(List<Diagnostic> problems) {
        if (pollInterval == null) {
            return Optional.of(Polling.ADAPTIVE);
        }
        try {
            Duration interval = Duration.parse(pollInterval.strip());
            if (!interval.isNegative()) {
                return Optional.of(new Polling(Optional.of(interval)));
            }
        } catch (DateTimeParseException e) {
            getLog().debug(e);
        }
        problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.pollInterval is \"" + pollInterval + "\"")
                .fix("write it as an ISO 8601 duration, such as PT5S"));
        return Optional.empty();
    }

    private void end(ManifestSet set, List<JobOutcome> outcomes, Receipts receipts) throws IOException {
        for (JobOutcome ended : outcomes) {
            receipts.ended(ended);
            if (ended instanceof JobOutcome.Published done) {
                published().add(done.directory());
            }
        }
        receipts.ended(outcomes, set.problems());
        Ledger ledger = new Ledger(shownFrom());
        outcomes.forEach(ended -> ledger.lines(ended).forEach(getLog()::info));
        long published =
                outcomes.stream().filter(JobOutcome.Published.class::isInstance).count();
        getLog().info("Published " + Quantity.grouped(published) + " of "
                + Quantity.of(outcomes.size(), "manifest") + ".");
    }

    private Receipts receipts(Optional<Target> target, Optional<Service> service) {
        Receipts.Header header = new Receipts.Header(
                execution().getVersion(),
                target.map(Target::name).orElse("unknown"),
                service.map(Service::base)
                        .or(() -> target.flatMap(Target::base))
                        .map(Object::toString));
        return new Receipts(reportDirectory(), header, Clock.systemUTC());
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
