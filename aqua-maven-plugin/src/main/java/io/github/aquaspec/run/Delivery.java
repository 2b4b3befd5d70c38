package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.check.BatchMatch;
import io.github.aquaspec.run.check.ColumnMemory;
import io.github.aquaspec.run.check.ContentCheck;
import io.github.aquaspec.run.check.SessionCheck;
import io.github.aquaspec.run.check.Verdict;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.Publication;
import io.github.aquaspec.snapshot.PublishedDescriptor;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.snapshot.StandingException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** From a completed job to its snapshot: files fetched and verified, published as a whole, remembered last. */
final class Delivery {

    private final RunTools tools;
    private final ExecutorService downloads;
    private final JobPlan plan;
    private final Origin origin;
    private final Opening opening;
    private final List<Diagnostic> warnings;
    private final Optional<ZoneId> zone;
    private final StoredFiles stored;

    /**
     * A delivery.
     *
     * @param plan with all queries that the job answers
     * @param warnings takes what is odd
     */
    Delivery(
            RunTools tools,
            ExecutorService downloads,
            JobPlan plan,
            Origin origin,
            Opening opening,
            List<Diagnostic> warnings) {
        this.tools = tools;
        this.downloads = downloads;
        this.plan = plan;
        this.origin = origin;
        this.opening = opening;
        this.warnings = warnings;
        this.zone = tools.settings().zone();
        this.stored = new StoredFiles(tools.disk(), origin.journal());
    }

    JobOutcome of(JobReply job) throws JobFailedException, StateException, IOException, InterruptedException {
        List<BatchReply> batches = BatchMatch.of(plan, job);
        FileIds.requireApart(plan, job, batches);
        Path directory = plan.snapshot(job, zone);
        Optional<List<QueryResult>> standing = standing(job, batches, directory);
        if (standing.isPresent()) {
            return committed(job, standing.get(), directory, Verdict.NOTHING);
        }
        requireOwnPlace(job, directory);
        StagingPlace place = new StagingPlace(tools.disk(), plan, origin.journal());
        try (StagingDirectory staging = place.open(directory)) {
            try {
                staging.retain(place.names(batches));
                List<QueryResult> results = new Downloads(tools, downloads, plan, stored).of(batches, staging);
                Verdict verdict = judged(job, results, origin.journal().map(journal -> staging.path()));
                requireUnchanged();
                return published(job, results, staging, directory, verdict);
            } catch (JobFailedException e) {
                keep(staging, isOfUse(e));
                throw e;
            } catch (StateException | IOException | InterruptedException e) {
                keep(staging, true);
                throw e;
            }
        }
    }

    /** Whether the files may be published by the run that goes on; those of which some lack records are fetched anew. */
    private boolean isOfUse(JobFailedException e) {
        boolean miscounted = e.diagnostics().stream().anyMatch(found -> found.code() == TransferCode.RECORD_COUNT);
        return !miscounted && (!e.isOfTheJob() || plan.spec().isStateful());
    }

    /** Two jobs of a session may begin in one second; what the first one brought comes no second time. */
    private void requireOwnPlace(JobReply job, Path directory) throws JobFailedException, IOException {
        Optional<String> other = PublishedDescriptor.read(tools.disk(), directory)
                .map(standing -> standing.job().id())
                .filter(id -> !id.equals(job.id()));
        if (other.isPresent() && plan.output().isDated() && plan.spec().isStateful()) {
            throw new JobFailedException(
                    Diagnostic.of(
                                    StateCode.REPLACES_ANOTHER,
                                    "job " + job.id() + " would replace the snapshot of job " + other.get() + ", in "
                                            + directory)
                            .fix("move that snapshot elsewhere, and run again: it goes on with this job"),
                    Retry.NEVER);
        }
    }

    /** A run that was stopped after it had published: its snapshot stands, and only that is to be remembered. */
    private Optional<List<QueryResult>> standing(JobReply job, List<BatchReply> batches, Path directory)
            throws IOException {
        boolean begun = origin.journal().flatMap(Journal::live).isPresent();
        if (!begun || !new Publication(tools.disk()).holds(directory, job.id())) {
            return Optional.empty();
        }
        List<QueryResult> results = new ArrayList<>();
        for (int query = 0; query < batches.size(); query++) {
            Optional<QueryResult> result =
                    new Download(tools, stored).standing(plan, query, batches.get(query), directory);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            results.add(result.get());
        }
        results.forEach(result -> checked(ContentCheck.integrity(plan, result)));
        return Optional.of(results);
    }

    private void keep(StagingDirectory staging, boolean mayGoOn) {
        if (mayGoOn && origin.journal().isPresent()) {
            staging.keep();
        }
    }

    /** Where other columns have come and nothing else is wrong, the files wait for somebody who accepts them. */
    private Verdict judged(JobReply job, List<QueryResult> results, Optional<Path> staging)
            throws JobFailedException, StateException {
        Verdict verdict =
                ContentCheck.of(plan, results).and(SessionCheck.of(plan, job, results, opening.loads(), zone));
        Strictness strictness = tools.settings().strictness();
        boolean stops = strictness.stopsAtAny(warnings) || strictness.stopsAtAny(verdict.found());
        Optional<ColumnMemory> columns = ColumnMemory.of(plan, tools.settings());
        Verdict drift =
                columns.isPresent() ? columns.get().of(results, staging.filter(path -> !stops)) : Verdict.NOTHING;
        Verdict all = verdict.and(drift);
        checked(all.checks());
        if (stops) {
            throw new JobFailedException(all.found(), verdict.retry()).ofTheJob();
        }
        if (strictness.stopsAtAny(drift.found())) {
            throw new JobFailedException(all.found(), Retry.NEVER);
        }
        return all;
    }

    private void checked(List<QueryCheck> checks) {
        tools.listener().on(new RunEvent.Checked(plan.id(), checks));
    }

    /** A run that came too late must not take the place of the one before. */
    private void requireUnchanged() throws JobFailedException, StateException {
        Optional<WindowMemory> memory = WindowMemory.of(plan);
        if (memory.isPresent()) {
            memory.get().requireUnchanged();
        }
        origin.requireUnchanged(opening);
    }

    /** Once the new snapshot stands, nothing unsays it; it is remembered where it is known to last. */
    private JobOutcome published(
            JobReply job, List<QueryResult> results, StagingDirectory staging, Path directory, Verdict verdict)
            throws IOException {
        try {
            new Publish(tools.disk(), zone).publish(plan, job, results, staging);
            tools.listener().on(new RunEvent.SnapshotPublished(plan.id()));
        } catch (StandingException e) {
            tools.listener().on(new RunEvent.SnapshotPublished(plan.id()));
            if (e.leftover().isEmpty() || LocalTrouble.isStop(e)) {
                warnings.addAll(verdict.found());
                warnings.add(LocalTrouble.behindPublishing(e, directory));
                return outcome(job, results, directory, verdict);
            }
            warnings.add(LocalTrouble.leftover(e.leftover().get()));
        }
        return committed(job, results, directory, verdict);
    }

    /** The snapshot stands whatever comes of this; what is not remembered is an error of the build all the same. */
    private JobOutcome committed(JobReply job, List<QueryResult> results, Path directory, Verdict verdict) {
        warnings.addAll(verdict.found());
        try {
            note(new JournalEntry.Published());
            Optional<WindowMemory> memory = WindowMemory.of(plan);
            if (memory.isPresent()) {
                memory.get().published(job.id(), results);
            }
            Optional<ColumnMemory> columns = ColumnMemory.of(plan, tools.settings());
            if (columns.isPresent()) {
                columns.get().published(results);
            }
            warnings.addAll(origin.remember(opening, plan, job));
            Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            note(new JournalEntry.Committed(Optional.of(now)));
        } catch (StateException e) {
            warnings.add(LocalTrouble.isStop(e) ? LocalTrouble.interruptedBehindPublishing(directory) : e.diagnostic());
        }
        return outcome(job, results, directory, verdict);
    }

    private JobOutcome outcome(JobReply job, List<QueryResult> results, Path directory, Verdict verdict) {
        return new JobOutcome.Published(
                plan.id(),
                job,
                results,
                directory,
                shown(warnings),
                accepted(opening.said().and(verdict)));
    }

    private void note(JournalEntry entry) throws StateException {
        if (origin.journal().isPresent()) {
            origin.journal().get().append(entry);
        }
    }

    /** What the manifest silences, in the manifest itself and in what came of it. */
    private List<Suppressed> accepted(Verdict verdict) {
        return Stream.concat(plan.suppressed().stream(), verdict.accepted().stream())
                .toList();
    }

    private List<Diagnostic> shown(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> d.words(tools.client()::withoutSecrets))
                .toList();
    }
}
