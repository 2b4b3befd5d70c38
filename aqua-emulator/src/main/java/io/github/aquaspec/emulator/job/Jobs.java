package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.data.Notes;
import io.github.aquaspec.emulator.data.Snapshot;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.data.StoreFailure;
import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.Reach;
import io.github.aquaspec.emulator.session.Pair;
import io.github.aquaspec.emulator.session.Sessions;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * All jobs of an emulator: those of one pair run one after another in the order they were submitted, others side by
 * side. A job moves on when its work is done and the clock and the pace let it; whoever asks for anything lets all jobs
 * move on as far as they may. Safe for threads.
 */
public final class Jobs implements AutoCloseable {

    /** What became of a submission. */
    public sealed interface Submission {

        /** The job has an id and will run. */
        record Accepted(JobView job) implements Submission {}

        /** There is no job. */
        record Rejected(JobRequest request, Rejection rejection) implements Submission {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SIDE_BY_SIDE = 4;

    private final JobSettings tenant;
    private final Settings settings;
    private final Intake intake;
    private final Execution execution;
    private final Sessions sessions;
    private final Loads loads;
    private final Aftermath aftermath;
    private final FileShelf files;
    private final EndedJobs ended;
    private final Callout callout;
    private final ExecutorService workers;
    private final Map<String, Job> underWay = new LinkedHashMap<>();

    /** Jobs over the records of a store, leaving their results in the given files; with those an earlier emulator left. */
    public static Jobs over(Store store, ResultFiles files, JobSettings tenant, Callout callout) {
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(SIDE_BY_SIDE, task -> {
            Thread thread = new Thread(task, "aqua-emulator-jobs");
            thread.setDaemon(true);
            return thread;
        });
        Jobs jobs = over(store, files, tenant, callout, workers);
        // For those who wait to be called instead of asking.
        Future<?> unused = workers.scheduleWithFixedDelay(jobs::settle, 1, 1, TimeUnit.SECONDS);
        return jobs;
    }

    static Jobs over(Store store, ResultFiles files, JobSettings tenant, Callout callout, ExecutorService workers) {
        Jobs jobs = new Jobs(store, files, tenant, callout, workers);
        jobs.recall();
        return jobs;
    }

    private Jobs(Store store, ResultFiles files, JobSettings tenant, Callout callout, ExecutorService workers) {
        this.tenant = tenant;
        this.settings = tenant.settings();
        this.callout = callout;
        this.workers = workers;
        QueryCompiler compiler = new QueryCompiler(store.catalogue(), tenant.tenantZone(), settings);
        Permissions permissions = new Permissions(compiler, new Reach(store.catalogue(), settings), settings);
        Notes notes = new Notes(store);
        RetrievalTime retrievalTime = new RetrievalTime(tenant.dataCentreZone());
        this.sessions = new Sessions(notes, settings);
        this.loads = new Loads(sessions, settings, retrievalTime);
        this.intake = new Intake(
                new Admission(tenant, compiler, permissions), permissions, sessions, loads, retrievalTime, settings);
        this.execution = new Execution(store, files, compiler, permissions, tenant.tenantZone(), settings);
        this.aftermath = new Aftermath(sessions, settings);
        this.files = new FileShelf(files, settings);
        this.ended = new EndedJobs(notes, settings);
    }

    /** Takes a request, or says why not. */
    public Submission submit(JobRequest sent) {
        execution.prepare(sent.queries());
        return taken(sent);
    }

    private synchronized Submission taken(JobRequest sent) {
        Instant now = settle();
        long alike = underWay.values().stream()
                .filter(j -> j.request().isStateful() == sent.isStateful())
                .count();
        Submission submission = intake.take(sent, sent.pair().flatMap(ended::lastCompleted), alike, now);
        if (submission instanceof Submission.Accepted accepted) {
            JobView job = accepted.job();
            underWay.put(job.id(), new Job(job));
            ended.submitted(job);
            settle();
        }
        return submission;
    }

    /** A job as a client sees it who asks now; asking may let it move on. */
    public synchronized Optional<JobView> poll(String id) {
        Job asked = underWay.get(id);
        if (asked != null) {
            // Who asks for a job that waits asks for the one it waits for.
            ahead(asked).asked();
        }
        settle();
        return find(id);
    }

    /** Stops a job that has not ended. Empty where there is no such job, or where it is too late. */
    public synchronized Optional<JobView> cancel(String id) {
        Instant now = settle();
        Job job = underWay.get(id);
        if (job == null) {
            return Optional.empty();
        }
        end(job, Status.CANCELLED, now);
        settle();
        return find(id);
    }

    /** The newest completed job of a session. */
    public synchronized Optional<JobView> lastCompleted(String partner, String project) {
        settle();
        return ended.lastCompleted(new Pair(partner, project));
    }

    /** All jobs there are, as clients see them: first those that ended. Looking changes nothing for clients. */
    public synchronized List<JobView> list() {
        settle();
        List<JobView> all = new ArrayList<>();
        ended.all().forEach(k -> all.add(k.view()));
        underWay.values().forEach(j -> all.add(j.view()));
        return all;
    }

    /** What stood behind each file of a job so far; none for an unknown job. */
    public synchronized List<LoggedStatement> sqlLog(String id) {
        return Optional.ofNullable(underWay.get(id))
                .map(Job::statements)
                .or(() -> ended.find(id).map(KeptJob::statements))
                .orElse(List.of());
    }

    /** A file that a client can fetch now. */
    public synchronized Optional<ResultFile> file(String id) {
        return files.find(id, settle());
    }

    /** Lets all jobs move on as far as the clock lets them; to be called when the clock was moved. */
    public synchronized Instant settle() {
        Instant now = tenant.clock().instant();
        ended.clear(now).forEach(files::remove);
        files.clear(now);
        Set<Pair> busy = new HashSet<>();
        for (Job job : List.copyOf(underWay.values())) {
            Optional<Pair> pair = job.request().pair();
            if (pair.filter(busy::contains).isPresent()) {
                continue;
            }
            move(job, now);
            if (underWay.containsKey(job.id())) {
                pair.ifPresent(busy::add);
            }
        }
        return now;
    }

    /** Forgets all jobs, files and sessions. Jobs that are under way are stopped, and nobody is told. */
    public synchronized void reset() {
        for (Job job : underWay.values()) {
            job.stop();
            job.written().forEach(files::remove);
        }
        underWay.clear();
        ended.all().forEach(k -> files.remove(k.view()));
        ended.reset();
        sessions.reset();
    }

    /** Stops the work. Jobs that are under way are run anew by the next emulator over the same records. */
    @Override
    public void close() {
        synchronized (this) {
            underWay.values().forEach(Job::stop);
        }
        workers.shutdown();
        try {
            // So that nobody writes a file or reads a record after they are gone.
            if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a job does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void recall() {
        for (JobView job : ended.recall()) {
            underWay.put(job.id(), new Job(job));
        }
        files.recall(ended.all());
        settle();
    }

    private Optional<JobView> find(String id) {
        return Optional.ofNullable(underWay.get(id))
                .map(Job::view)
                .or(() -> ended.find(id).map(KeptJob::view));
    }

    /** The job that must end before this one can start, or this one. */
    private Job ahead(Job job) {
        Optional<Pair> pair = job.request().pair();
        return underWay.values().stream()
                .filter(other -> pair.isPresent() && other.request().pair().equals(pair))
                .findFirst()
                .orElse(job);
    }

    private void move(Job job, Instant now) {
        if (job.handOut()) {
            workers.execute(() -> work(job));
        }
        job.reveal(now).forEach(file -> files.add(file, now));
        job.ending(now).ifPresent(status -> end(job, status, now));
    }

    private void work(Job job) {
        Execution.Listener listener = new Execution.Listener() {
            @Override
            public void runs(LoggedStatement statement) {
                synchronized (Jobs.this) {
                    job.log(statement);
                }
            }

            @Override
            public void ended(Outcome outcome) {
                synchronized (Jobs.this) {
                    add(job, outcome);
                }
            }
        };
        // What changes from now on belongs to the next window.
        try (Snapshot seen = execution.look(job.batches())) {
            start(job, seen.moment()).ifPresent(work -> execution.run(work, seen.connection(), listener));
        } catch (StoreFailure e) {
            start(job, tenant.clock().moment()).ifPresent(work -> execution.fail(work, e, listener));
        }
        synchronized (this) {
            if (!job.isStopped()) {
                settle();
            }
        }
    }

    private synchronized Optional<Execution.Work> start(Job job, Instant start) {
        if (job.isStopped()) {
            return Optional.empty();
        }
        List<Load> what = loads.at(start, job.request());
        Course course = new Course(
                tenant.pace(),
                job.submitted(),
                tenant.clock().instant(),
                Duration.ofSeconds(settings.get(Setting.QUERY_SECONDS)),
                Duration.ofSeconds(settings.get(Setting.MAX_JOB_SECONDS)),
                what.size());
        job.start(course, what);
        return Optional.of(new Execution.Work(
                job.request(), start, job.batches(), what, course.queriesTakeTooLong(), job::isStopped));
    }

    private void add(Job job, Outcome outcome) {
        if (job.isStopped()) {
            outcome.files().forEach(files::remove);
        } else {
            job.add(outcome);
        }
    }

    private void end(Job job, Status status, Instant now) {
        job.stop();
        job.unseen().forEach(files::remove);
        underWay.remove(job.id());
        JobView view = job.ended(status, now);
        ended.add(new KeptJob(view, job.statements()));
        aftermath.advance(job, status, now);
        aftermath.callout(view).ifPresent(url -> workers.execute(() -> callout.call(url)));
    }
}
