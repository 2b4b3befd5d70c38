package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RunSettings;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Runs many manifests side by side. One that fails does not stop the others. Jobs of one partner and project go one
 * after another in the order of their ids, as Zuora would run them (Zuora documentation, Stateless and stateful modes).
 */
public final class SnapshotRun {

    private final RunTools tools;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean interrupted = new AtomicBoolean();
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
     * Runs all plans and waits for them. Interrupted meanwhile, it stops them, waits until they have ended, and leaves it
     * to the caller to pass the interruption on: what is to be written of the outcomes could not be otherwise.
     *
     * @return one outcome per plan, by id
     */
    public List<JobOutcome> run(List<JobPlan> plans) {
        return run(plans, JobRun::run);
    }

    /** Whether the thread was interrupted while it waited for runs. */
    public boolean wasInterrupted() {
        return interrupted.get();
    }

    /**
     * Collects a job that exists already, for the one plan, and waits for it where it is not at its end.
     *
     * @param jobId as Zuora gave it
     */
    public JobOutcome collect(JobPlan plan, String jobId) {
        return run(List.of(plan), (run, one) -> run.collect(one, jobId)).get(0);
    }

    /**
     * Tells all runs to stop, from another thread: each ends in an outcome soon, jobs go on at Zuora unless the settings
     * say that they are cancelled, and the next run goes on with them. A second time disturbs nobody who is ending.
     */
    public void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        for (ExecutorService workers : fetching) {
            // What was not begun is not begun any more; the others are interrupted.
            workers.shutdownNow().forEach(task -> ((Future<?>) task).cancel(false));
        }
        for (ExecutorService workers : working) {
            // Those that wait for a thread end at once, each in its outcome; the others are interrupted.
            workers.shutdownNow().forEach(Runnable::run);
        }
    }

    private List<JobOutcome> run(List<JobPlan> plans, BiFunction<JobRun, JobPlan, JobOutcome> step) {
        ExecutorService jobs = jobThreads(tools.settings().parallelJobs());
        ExecutorService downloads =
                Executors.newFixedThreadPool(tools.settings().parallelDownloads(), named("aqua-download"));
        working.add(jobs);
        fetching.add(downloads);
        try {
            List<Future<List<JobOutcome>>> futures = new ArrayList<>();
            for (List<JobPlan> group : groups(plans)) {
                futures.add(jobs.submit(() -> group.stream()
                        .map(plan -> step.apply(new JobRun(tools.of(plan.id()), downloads, stopped::get), plan))
                        .toList()));
            }
            List<JobOutcome> outcomes = new ArrayList<>();
            for (Future<List<JobOutcome>> future : futures) {
                outcomes.addAll(ended(future));
            }
            outcomes.sort(Comparator.comparing(JobOutcome::id));
            return outcomes;
        } finally {
            jobs.shutdownNow();
            downloads.shutdownNow();
            awaitIdle(downloads);
        }
    }

    /** Waits, come what may: who is told to stop ends soon, and with an outcome. */
    private List<JobOutcome> ended(Future<List<JobOutcome>> future) {
        while (true) {
            try {
                return future.get();
            } catch (InterruptedException e) {
                interrupted.set(true);
                stop();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException("a run ends in an outcome", e.getCause());
            }
        }
    }

    /** In a JVM that lives on, nobody writes any more when the next run begins. */
    private void awaitIdle(ExecutorService workers) {
        while (wasInterrupted() && !workers.isTerminated()) {
            try {
                workers.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                // They were told already.
            }
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

    /** What is handed in once the build is stopped ends at once, in its outcome. */
    private static ExecutorService jobThreads(int most) {
        return new ThreadPoolExecutor(
                most,
                most,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named("aqua-job"),
                (task, threads) -> task.run());
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
