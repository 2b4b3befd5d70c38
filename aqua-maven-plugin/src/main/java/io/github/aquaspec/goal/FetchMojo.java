package io.github.aquaspec.goal;

import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.report.Ledger;
import io.github.aquaspec.report.Receipts;
import io.github.aquaspec.report.TraceLog;
import io.github.aquaspec.run.NamedJob;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Collects a job that exists already: into the one manifest that {@code aqua.select} or {@code aqua.specs} names, matched
 * with its queries, verified and published as a run would; or, where none is named, all its batches into
 * {@code jobs/<jobId>} among the snapshots.
 *
 * @since 0.1.0
 */
@Mojo(name = "fetch", requiresProject = false, threadSafe = true)
public class FetchMojo extends ServiceMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.fetch.skip", defaultValue = "false")
    private boolean skipFetch;

    /**
     * The id of the job to collect. The goal needs it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.jobId")
    private String jobId;

    /**
     * How long to wait between two questions for a job, an ISO 8601 duration such as {@code PT5S}. Default: grows with
     * the job.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.pollInterval")
    private String pollInterval;

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
     * Id of the {@code <server>} in settings.xml whose {@code <privateKey>} is the path of the secret key ring that
     * opens encrypted files, and whose {@code <passphrase>} unlocks it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.pgp.serverId")
    private String pgpServerId;

    /**
     * Accepts columns that are not those of the snapshot before, and remembers them in {@code columns.json}. Otherwise
     * they fail the goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.updateColumns", defaultValue = "false")
    private boolean updateColumns;

    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;
    private Pause pause = Pause.REAL;

    @Inject
    public FetchMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        this.decrypter = decrypter;
        this.repositories = repositories;
    }

    /** Lets time pass in another way, for tests. */
    void waitWith(Pause other) {
        this.pause = other;
    }

    @Override
    boolean skipGoal() {
        return skipFetch;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<NamedJob> job = JobChoice.named(jobId, problems);
        Optional<Manifest> into = into(problems);
        Optional<Target> target = serviceChoice().target(problems);
        RunChoice choices =
                new RunChoice("fail", pollInterval, 1, parallelDownloads, progress, false, false, false, updateColumns);
        Optional<RunSettings> settings = target.flatMap(t -> choices.settings(t.zone(), strictness(), problems));
        ServiceAccess access = access(decrypter, repositories);
        Optional<Service> service = strictness().stopsAtAny(problems)
                ? Optional.empty()
                : access.to(target.orElseThrow(), serviceChoice(), emulatorChoice(), false, problems);
        Redaction redaction = redaction();
        if (service.isPresent()
                && (into.filter(PgpKey::isNeeded).isPresent() || PgpKey.isNamed(pgpServerId, variables()))) {
            settings = settings.flatMap(s -> access.keys(pgpServerId, baseDirectory(), redaction, problems)
                    .map(s::with));
        }
        outcome.show(problems, notes());
        List<ManifestId> places = place(into, job).stream().toList();
        Receipts receipts = receipts(target, service, redaction);
        List<Diagnostic> met = new ArrayList<>();
        try (StopHook hook = new StopHook(getLog(), this::endProgress)) {
            receipts.begun(places);
            TraceLog trace = trace(target, service, Optional.empty());
            List<JobOutcome> outcomes;
            if (strictness().stopsAtAny(problems)) {
                outcomes =
                        places.stream().map(id -> RunRefusal.of(id, problems)).toList();
            } else {
                Planning.Memory memory = new Planning.Memory(
                        stateDirectory(target.orElseThrow()), serviceChoice().identity(target.orElseThrow()));
                try (ShownProgress shown = progress(progress, 1)) {
                    JobOutcome ended = new BuildFetch(
                                    outputDirectory(),
                                    memory,
                                    userAgent(),
                                    receipts,
                                    shown.and(trace),
                                    redaction,
                                    pause,
                                    hook)
                            .of(into, job.orElseThrow().jobId(), service.orElseThrow(), settings.orElseThrow());
                    met.addAll(ended.diagnostics());
                    outcomes = List.of(ended);
                }
            }
            outcome.show(met, notes());
            end(outcomes, problems, receipts);
            outcome.show(trace.trouble().stream().toList(), notes());
        } catch (IOException e) {
            Diagnostic trouble = LocalTrouble.ofReceipts(e, reportDirectory());
            outcome.show(List.of(trouble), notes());
            met.add(trouble);
        }
        problems.addAll(met);
        outcome.finish(problems, strictness());
    }

    /** The manifest that is named; a job belongs to one. */
    private Optional<Manifest> into(List<Diagnostic> problems) {
        Optional<ManifestSet> named = namesManifests() ? manifests() : Optional.empty();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        problems.addAll(named.get().diagnostics());
        List<Manifest> manifests = named.get().manifests();
        if (manifests.size() > 1) {
            problems.add(Diagnostic.of(
                            TargetCode.BAD_PROPERTY,
                            "a job is collected into one manifest, and " + manifests.size() + " are selected")
                    .fix("select one with -Daqua.select=…, or none to collect it into a place of its own"));
        }
        return manifests.size() == 1 ? Optional.of(manifests.get(0)) : Optional.empty();
    }

    /** Whose receipt tells of this; empty where it is not said, or not clear, into which manifest the job goes. */
    private Optional<ManifestId> place(Optional<Manifest> into, Optional<NamedJob> job) {
        return into.map(Manifest::id)
                .or(() -> namesManifests() ? Optional.empty() : job.map(named -> ManifestId.ofJob(named.jobId())));
    }

    private void end(List<JobOutcome> outcomes, List<Diagnostic> problems, Receipts receipts) throws IOException {
        receipts.ended(outcomes, problems, strictness());
        for (JobOutcome ended : outcomes) {
            new Ledger(shownFrom()).lines(ended).forEach(getLog()::info);
            remember(ended);
        }
    }
}
