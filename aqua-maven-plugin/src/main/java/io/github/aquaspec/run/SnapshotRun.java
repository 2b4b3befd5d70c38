package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.spec.model.Session;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Runs many manifests side by side. One that fails does not stop the others. Jobs of one partner and project go one
 * after another in the order of their ids, as Zuora would run them (Zuora documentation, Stateless and stateful modes).
 */
public final class SnapshotRun {

    private final RunSettings settings;
    private final AquaClient client;
    private final RunListener listener;
    private final Pause pause;
    private final Clock clock;

    public SnapshotRun(RunSettings settings, AquaClient client, RunListener listener, Pause pause, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.listener = listener;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Runs all plans and waits for them.
     *
     * @return one outcome per plan, by id
     * @throws InterruptedException when the build is stopped; runs under way have then said so in their outcomes
     */
    public List<JobOutcome> run(List<JobPlan> plans) throws InterruptedException {
        ExecutorService jobs = Executors.newFixedThreadPool(settings.parallelJobs(), named("aqua-job"));
        ExecutorService downloads = Executors.newFixedThreadPool(settings.parallelDownloads(), named("aqua-download"));
        try {
            JobRun run = new JobRun(
                    client,
                    settings.polling(),
                    downloads,
                    listener,
                    pause,
                    clock,
                    settings.zone(),
                    settings.strictness(),
                    settings.keys());
            List<Future<List<JobOutcome>>> futures = new ArrayList<>();
            for (List<JobPlan> group : groups(plans)) {
                futures.add(jobs.submit(() -> group.stream().map(run::run).toList()));
            }
            List<JobOutcome> outcomes = new ArrayList<>();
            for (Future<List<JobOutcome>> future : futures) {
                outcomes.addAll(future.get());
            }
            outcomes.sort(Comparator.comparing(JobOutcome::id));
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run ends in an outcome", e.getCause());
        } finally {
            jobs.shutdownNow();
            downloads.shutdownNow();
        }
    }

    private static List<List<JobPlan>> groups(List<JobPlan> plans) {
        Map<Object, List<JobPlan>> groups = new LinkedHashMap<>();
        plans.stream().sorted(Comparator.comparing(JobPlan::id)).forEach(plan -> {
            Session session = plan.spec().session();
            Object key = plan.spec().isStateful() ? List.of(session.partner(), session.project()) : plan.id();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(plan);
        });
        return List.copyOf(groups.values());
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
