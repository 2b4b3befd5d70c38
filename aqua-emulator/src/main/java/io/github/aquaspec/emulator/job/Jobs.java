package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.query.QueryCompiler;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** All jobs of an emulator. Accepted jobs run one after another on a thread of their own. */
public final class Jobs implements AutoCloseable {

    /** What became of a submission. */
    public sealed interface Submission {

        /** The job has an id and will run. */
        record Accepted(JobView job) implements Submission {}

        /** There is no job. */
        record Rejected(JobRequest request, Rejection rejection) implements Submission {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admission admission;
    private final Execution execution;
    private final Clock clock;
    private final Pace pace;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "aqua-emulator-jobs");
        thread.setDaemon(true);
        return thread;
    });

    /** Jobs over the records of a store, leaving their results in the given files. */
    public static Jobs over(Store store, ResultFiles files, JobSettings settings) {
        QueryCompiler compiler = new QueryCompiler(store.catalogue(), settings.tenantZone(), settings.settings());
        return new Jobs(
                new Admission(settings, compiler),
                new Execution(store, files, compiler, settings.clock(), settings.tenantZone()),
                settings);
    }

    private Jobs(Admission admission, Execution execution, JobSettings settings) {
        this.admission = admission;
        this.execution = execution;
        this.clock = settings.clock();
        this.pace = settings.pace();
    }

    /** Takes a request, or says why not. */
    public Submission submit(JobRequest request) {
        Optional<Rejection> rejection = admission.check(request);
        if (rejection.isPresent()) {
            return new Submission.Rejected(request, rejection.get());
        }
        Job job = new Job(request, admission.load(request), clock.instant());
        jobs.put(job.id(), job);
        JobView answer = job.truth();
        worker.execute(() -> execution.run(job));
        return new Submission.Accepted(answer);
    }

    /** A job as a client sees it who asks now; asking may let it move on. */
    public Optional<JobView> poll(String id) {
        return Optional.ofNullable(jobs.get(id)).map(job -> job.poll(pace, clock.instant()));
    }

    /** Stops the work; a job that is running is given up. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            // So that nobody writes a file or reads a record after they are gone.
            if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a job does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
