package io.github.aquaspec.goal;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.report.JobTable;
import io.github.aquaspec.run.JobDesk;
import io.github.aquaspec.run.JobStanding;
import io.github.aquaspec.run.NamedJob;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What every goal has that asks about jobs which were submitted before. */
abstract class JobsMojo extends ServiceMojo {

    /**
     * The id of a job, in place of those that were submitted last for the manifests.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.jobId")
    private String jobId;

    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;
    private Pause pause = Pause.REAL;

    JobsMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        this.decrypter = decrypter;
        this.repositories = repositories;
    }

    /** Lets time pass in another way, for tests. */
    void waitWith(Pause other) {
        this.pause = other;
    }

    /** Asks. */
    abstract List<JobStanding> ask(JobDesk desk, List<NamedJob> jobs) throws IOException, InterruptedException;

    @Override
    final void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Target> target = serviceChoice().target(problems);
        List<NamedJob> jobs = target.map(t -> jobs(t, problems)).orElse(List.of());
        boolean stops = strictness().stopsAtAny(problems);
        if (!stops && jobs.isEmpty()) {
            outcome.show(problems, notes());
            getLog().info("Nothing to do: no job is known for the selected manifests at "
                    + target.map(Target::name).orElse("this target") + "; -Daqua.jobId=… names one.");
            return;
        }
        ServiceAccess access = access(decrypter, repositories);
        Optional<Service> service = stops
                ? Optional.empty()
                : access.to(target.orElseThrow(), serviceChoice(), emulatorChoice(), false, problems);
        if (service.isPresent() && !strictness().stopsAtAny(problems)) {
            tell(jobs, service.get(), userAgent(), problems);
        }
        outcome.show(problems, notes());
        outcome.finish(problems, strictness());
    }

    private List<NamedJob> jobs(Target target, List<Diagnostic> problems) {
        if (jobId != null && !jobId.isBlank()) {
            Optional<NamedJob> named = JobChoice.named(jobId, problems);
            return named.stream().toList();
        }
        Map<ManifestId, StateDirectory> states = new TreeMap<>();
        Optional<ManifestSet> found = manifests();
        found.ifPresent(set -> problems.addAll(set.problems()));
        for (Manifest manifest : found.map(ManifestSet::manifests).orElse(List.of())) {
            states.put(
                    manifest.id(),
                    StateDirectory.of(
                            stateDirectory(target),
                            serviceChoice().identity(target),
                            manifest.id().text()));
        }
        return JobDesk.remembered(states, problems);
    }

    private void tell(List<NamedJob> jobs, Service service, String userAgent, List<Diagnostic> problems) {
        Redaction redaction = redaction();
        Transport transport = new Transport(userAgent, TransportLimits.DEFAULT, service.proxy());
        try (AquaClient client =
                new AquaClient(transport, service, RetryPolicy.DEFAULT, pause, Clock.systemUTC(), redaction)) {
            List<JobStanding> standings = ask(new JobDesk(client), jobs);
            JobTable.lines(standings).forEach(getLog()::info);
            standings.forEach(standing -> standing.trouble().ifPresent(problems::add));
        } catch (IOException e) {
            problems.add(LocalTrouble.diagnostic(e, buildDirectory()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add(LocalTrouble.interrupted());
        }
    }
}
