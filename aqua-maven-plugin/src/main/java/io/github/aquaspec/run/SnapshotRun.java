package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.model.Session;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Runs many manifests side by side. One that fails does not stop the others. Jobs of one partner and project go one
 * after another in the order of their ids, as Zuora would run them (Zuora documentation, Stateless and stateful modes).
 */
public final class SnapshotRun {

    private final RunTools tools;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<ExecutorService> working = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> fetching = new CopyOnWriteArrayList<>();

    public SnapshotRun(RunSettings settings, AquaClient client, RunListener listener, Pause pause, Clock clock) {
        this(settings, client, listener, pause, clock, Disk.local());
    }

    /** The same on another disk. */
    SnapshotRun(RunSettings settings, AquaClient client, RunListener listener, Pause pause, Clock clock, Disk disk) {
        this.tools = new RunTools(client, settings, listener, pause, clock, disk);
    }

    /**
     * Runs all plans and waits for them.
     *
     * @return one outcome per plan, by id
     * @throws InterruptedException when the build is stopped; runs under way have then said so in their outcomes
     */
    public List<JobOutcome> run(List<JobPlan> plans) throws InterruptedException {
        return run(plans, JobRun::run);
    }

    /**
     * Collects a job that exists already, for the one plan, and waits for it where it is not at its end.
     *
     * @param jobId as Zuora gave it
     */
    public JobOutcome collect(JobPlan plan, String jobId) throws InterruptedException {
        return run(List.of(plan), (run, one) -> run.collect(one, jobId)).get(0);
    }

    /**
     * Tells all runs to stop, from another thread: each ends in an outcome soon, jobs go on at Zuora unless the settings
     * say that they are cancelled, and the next run goes on with them.
     */
    public void stop() {
        stopped.set(true);
        for (ExecutorService workers : fetching) {
            // What was not begun is not begun any more; the others are interrupted.
            workers.shutdownNow().forEach(task -> ((Future<?>) task).cancel(false));
        }
        for (ExecutorService workers : working) {
            // Those that wait for a thread end at once, each in its outcome; the others are interrupted.
            workers.shutdownNow().forEach(Runnable::run);
        }
    }

    private List<JobOutcome> run(List<JobPlan> plans, BiFunction<JobRun, JobPlan, JobOutcome> step)
            throws InterruptedException {
        ExecutorService jobs = Executors.newFixedThreadPool(tools.settings().parallelJobs(), named("aqua-job"));
        ExecutorService downloads =
                Executors.newFixedThreadPool(tools.settings().parallelDownloads(), named("aqua-download"));
        working.add(jobs);
        fetching.add(downloads);
        try {
            JobRun run = new JobRun(tools, downloads, stopped::get);
            List<Future<List<JobOutcome>>> futures = new ArrayList<>();
            for (List<JobPlan> group : groups(plans)) {
                futures.add(jobs.submit(
                        () -> group.stream().map(plan -> step.apply(run, plan)).toList()));
            }
            List<JobOutcome> outcomes = new ArrayList<>();
            for (Future<List<JobOutcome>> future : futures) {
                outcomes.addAll(future.get());
            }
            outcomes.sort(Comparator.comparing(JobOutcome::id));
            return outcomes;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
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
