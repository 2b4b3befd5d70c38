package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.run.check.CellsAsked;
import io.github.aquaspec.run.check.ContentCheck;
import io.github.aquaspec.run.check.Findings;
import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Fault;
import io.github.aquaspec.verify.cell.CellChecks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches the file of one query, or its segments in order, into the staging directory. Each byte that comes is seen once:
 * out of its wrappings, counted, hashed and written. What breaks or is damaged is fetched again, and the job stays the
 * same.
 *
 * @param stored what a run before has stored of the same job; it is not fetched again
 */
record Download(RunTools tools, StoredFiles stored) {

    private static final int ATTEMPTS = 4;
    private static final Duration BREATH = Duration.ofSeconds(1);

    /** The verified data files of one query. */
    QueryResult result(JobPlan plan, int query, BatchReply batch, StagingDirectory staging)
            throws JobFailedException, IOException, InterruptedException {
        requireKey(plan);
        for (int attempt = 1; ; attempt++) {
            QueryResult result = fetchedOrKept(plan, query, batch, staging);
            Optional<Diagnostic> miscounted = ContentCheck.miscounted(plan, result);
            if (attempt == ATTEMPTS || miscounted.isEmpty()) {
                return result;
            }
            // What was written down of it holds no more once the files are gone.
            for (DataFile file : result.files()) {
                staging.discard(file.name());
            }
            beforeNext(plan, query, attempt, miscounted.get());
        }
    }

    private void beforeNext(JobPlan plan, int query, int attempt, Diagnostic trouble) throws InterruptedException {
        Duration wait = BREATH.multipliedBy(attempt);
        Diagnostic shown = trouble.words(tools.client()::withoutSecrets);
        tools.listener()
                .on(new RunEvent.FetchedAgain(plan.id(), query, plan.stems().get(query), shown, wait));
        tools.pause().of(wait);
    }

    private QueryResult fetchedOrKept(JobPlan plan, int query, BatchReply batch, StagingDirectory staging)
            throws JobFailedException, IOException, InterruptedException {
        List<DataFile> files = new ArrayList<>();
        try (CheckedFiles checked = new CheckedFiles(tools.disk(), CellsAsked.of(plan, query), staging.aside())) {
            if (plan.keepsSegments()) {
                for (String id : batch.files()) {
                    String name = plan.dataFile(query, files.size() + 1);
                    files.add(file(plan, query, name, List.of(id), staging, checked));
                    requireHeaderOfFirst(plan, query, id, files);
                }
            } else {
                files.add(file(plan, query, plan.dataFile(query), batch.files(), staging, checked));
            }
            return new QueryResult(query, batch, files, checked.findings());
        }
    }

    /** The data files of one query as they stand in a snapshot; empty where they are not those of this job. */
    Optional<QueryResult> standing(JobPlan plan, int query, BatchReply batch, Path snapshot) throws IOException {
        CheckedFiles checked = new CheckedFiles(tools.disk(), CellsAsked.flags(plan, query), snapshot);
        List<DataFile> files = new ArrayList<>();
        List<List<String>> parts =
                plan.keepsSegments() ? batch.files().stream().map(List::of).toList() : List.of(batch.files());
        for (List<String> ids : parts) {
            String name = plan.keepsSegments() ? plan.dataFile(query, files.size() + 1) : plan.dataFile(query);
            Optional<DataFile> file =
                    stored.before(snapshot, name, ids, checked.begin(name, OutputStream.nullOutputStream()));
            if (file.isEmpty()) {
                return Optional.empty();
            }
            files.add(file.get());
        }
        return Optional.of(new QueryResult(query, batch, files, List.of()));
    }

    /** A manifest's need of a key is known before its job; that of a job collected by its id only now. */
    private void requireKey(JobPlan plan) throws JobFailedException {
        if (tools.settings().keys().isEmpty() && plan.spec().results().effectiveEncryption() == Encryption.PGP) {
            throw new JobFailedException(
                    Diagnostic.of(TargetCode.NO_PGP_KEY, "the files of this job are encrypted, and no key is named")
                            .fix("name one with -Daqua.pgp.serverId=…, or set ZUORA_PGP_KEY_FILE"),
                    Retry.NEVER);
        }
    }

    private void requireHeaderOfFirst(JobPlan plan, int query, String id, List<DataFile> files)
            throws JobFailedException {
        List<String> first = files.get(0).content().header();
        List<String> last = files.get(files.size() - 1).content().header();
        if (!last.equals(first)) {
            throw failed(plan, query, List.of(id), new Fault.SegmentHeaderDiffers(first, last));
        }
    }

    /** One data file, made of these files of Zuora's. */
    private DataFile file(
            JobPlan plan, int query, String name, List<String> ids, StagingDirectory staging, CheckedFiles checked)
            throws JobFailedException, IOException, InterruptedException {
        CellChecks cells = checked.begin(name, OutputStream.nullOutputStream());
        Optional<DataFile> before = stored.before(staging.path(), name, ids, cells);
        if (before.isPresent()) {
            checked.keep(cells);
            staging.take(before.get().stored());
            return before.get();
        }
        staging.discard(name);
        DataFile file = fetched(plan, query, name, ids, staging, checked);
        try {
            stored.note(file, ids);
        } catch (StateException e) {
            throw new JobFailedException(e.diagnostic(), Retry.NEVER);
        }
        return file;
    }

    private DataFile fetched(
            JobPlan plan, int query, String name, List<String> ids, StagingDirectory staging, CheckedFiles checked)
            throws JobFailedException, IOException, InterruptedException {
        Transfer transfer = new Transfer(tools, plan, staging, checked);
        Optional<String> open = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            Diagnostic trouble;
            try {
                Transfer.Outcome once = transfer.of(name, ids);
                DataFile file = once.file();
                boolean again = open.filter(file.content().sha256()::equals).isPresent();
                if (!transfer.mayBeCut(file.content()) || again) {
                    checked.keep(once.cells());
                    return file;
                }
                staging.discard(name);
                if (attempt == ATTEMPTS) {
                    throw failed(plan, query, ids, new Fault.LastLineOpen());
                }
                trouble = diagnostic(plan, query, ids, new Fault.LastLineOpen());
                open = Optional.of(file.content().sha256());
            } catch (CallFailedException e) {
                JobFailedException broken = CallTrouble.ofFile(e.failure(), plan, query);
                if (e.failure().kind() != CallFailure.Kind.BROKEN || attempt == ATTEMPTS) {
                    throw broken;
                }
                trouble = broken.diagnostics().get(0);
            } catch (CorruptFileException e) {
                if (!FileFault.mayBeTheWire(e.fault()) || attempt == ATTEMPTS) {
                    throw failed(plan, query, ids, e.fault());
                }
                trouble = diagnostic(plan, query, ids, e.fault());
            }
            beforeNext(plan, query, attempt, trouble);
        }
    }

    private static Diagnostic diagnostic(JobPlan plan, int query, List<String> ids, Fault fault) {
        Span place = plan.at(query, "query");
        return FileFault.diagnostic(fault, plan.quoted(query), ids).at(place, "the result of this query");
    }

    private JobFailedException failed(JobPlan plan, int query, List<String> ids, Fault fault) {
        Diagnostic diagnostic = diagnostic(plan, query, ids, fault);
        Findings integrity = new Findings(plan);
        integrity.made(QueryCheck.Kind.INTEGRITY, query, Optional.empty(), Optional.empty(), List.of(diagnostic));
        tools.listener().on(new RunEvent.Checked(plan.id(), integrity.verdict().checks()));
        JobFailedException failed = new JobFailedException(diagnostic, FileFault.retry(fault));
        return fault instanceof Fault.NotData ? failed : failed.ofTheJob();
    }
}
