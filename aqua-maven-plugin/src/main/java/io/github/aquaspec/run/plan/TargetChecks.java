package io.github.aquaspec.run.plan;

import io.github.aquaspec.client.Identity;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Session;
import io.github.aquaspec.spec.rule.Suppressions;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be said of manifests once it is known where they run, and how.
 *
 * @param target where
 * @param settings how
 */
public record TargetChecks(Target target, RunSettings settings) {

    /** Zuora takes so many stateless jobs of a tenant at once, and as many stateful ones (Zuora documentation, Limits). */
    private static final int MOST_JOBS = 50;

    /** The share of a day's requests that is worth a word: others use the tenant as well. */
    private static final double NEAR = 0.8;

    /** The same manifests with what is found. A manifest may silence what is said of itself. */
    public ManifestSet of(ManifestSet set) {
        List<Manifest> manifests = new ArrayList<>();
        Map<Object, ManifestId> sessions = new HashMap<>();
        for (Manifest manifest : set.manifests()) {
            Optional<JobSpec> spec = manifest.loaded().value();
            manifests.add(
                    spec.isPresent() ? with(manifest, spec.get(), found(manifest, spec.get(), sessions)) : manifest);
        }
        List<JobSpec> jobs = set.manifests().stream()
                .flatMap(m -> m.loaded().value().stream())
                .toList();
        List<Diagnostic> problems = Stream.of(set.problems().stream(), atOnce(jobs).stream(), requests(jobs).stream())
                .flatMap(found -> found)
                .toList();
        return new ManifestSet(manifests, problems);
    }

    private List<Diagnostic> found(Manifest manifest, JobSpec spec, Map<Object, ManifestId> sessions) {
        List<Diagnostic> found = new ArrayList<>();
        IncrementalTimeZone.check(manifest, target).ifPresent(found::add);
        if (spec.isStateful()) {
            Optional.ofNullable(sessions.putIfAbsent(key(spec), manifest.id()))
                    .ifPresent(first -> found.add(inTurn(manifest, first)));
        }
        return found;
    }

    private static Manifest with(Manifest manifest, JobSpec spec, List<Diagnostic> found) {
        Loaded<JobSpec> loaded = manifest.loaded();
        Suppressions parted = Suppressions.apply(found, spec, loaded.places());
        List<Diagnostic> shown = Stream.concat(loaded.diagnostics().stream(), parted.shown().stream())
                .toList();
        List<Suppressed> suppressed = Stream.concat(loaded.suppressed().stream(), parted.suppressed().stream())
                .toList();
        return new Manifest(manifest.id(), new Loaded<>(loaded.value(), shown, suppressed, loaded.places()));
    }

    private static Object key(JobSpec stateful) {
        Session session = stateful.session();
        return List.of(session.partner(), session.project());
    }

    private static Diagnostic inTurn(Manifest manifest, ManifestId first) {
        return Diagnostic.of(
                        TargetCode.IN_TURN,
                        "manifest " + first + " runs in the same session: the two run one after another")
                .at(manifest.loaded().places().value(SpecPath.ROOT.key("project")))
                .fix("give each manifest a project of its own, to have them run side by side");
    }

    private Optional<Diagnostic> atOnce(List<JobSpec> jobs) {
        long stateless = jobs.stream().filter(job -> !job.isStateful()).count();
        long sessions = jobs.stream()
                .filter(JobSpec::isStateful)
                .map(TargetChecks::key)
                .distinct()
                .count();
        long most = Math.min(settings.parallelJobs(), Math.max(stateless, sessions));
        return Optional.of(most)
                .filter(count -> count > MOST_JOBS)
                .map(count -> Diagnostic.of(
                                TargetCode.TOO_MANY_JOBS,
                                count + (stateless >= sessions ? " stateless" : " stateful")
                                        + " jobs would be under way at once, and Zuora takes " + MOST_JOBS)
                        .fix("set aqua.parallelJobs to " + MOST_JOBS + " or less"));
    }

    private Optional<Diagnostic> requests(List<JobSpec> jobs) {
        long most = jobs.stream().mapToLong(this::most).sum();
        return target.requestsPerDay()
                .filter(limit -> most >= NEAR * limit)
                .map(limit -> Diagnostic.of(
                                TargetCode.MANY_REQUESTS,
                                String.format(
                                        Locale.ROOT,
                                        "up to %,d requests if the jobs last as long as they are waited for, and %s takes"
                                                + " %,d a day",
                                        most,
                                        target.name(),
                                        limit))
                        .fix("leave aqua.pollInterval out or raise it; or run fewer manifests a day"));
    }

    private long most(JobSpec job) {
        return new RequestEstimate(
                        settings.polling(),
                        Identity.CLIENT_CREDENTIALS,
                        job.timeout(),
                        job.isStateful() ? 2 : 1,
                        job.queries().size())
                .most();
    }
}
