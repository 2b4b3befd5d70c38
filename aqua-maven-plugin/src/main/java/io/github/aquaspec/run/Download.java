package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.StagedFile;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.verify.Container;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Decryption;
import io.github.aquaspec.verify.Fault;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Observation;
import io.github.aquaspec.verify.Verification;
import io.github.aquaspec.verify.VerifiedFile;
import io.github.aquaspec.verify.cell.CellChecks;
import io.github.aquaspec.verify.cell.FirstColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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

    /**
     * Whether a file may be cut within its last line, and nothing tells: plain CSV has no checksum. Whether Zuora ends the
     * last line is not documented, so a file that comes twice the same is taken, where its transfers say that they were
     * whole.
     */
    private static boolean mayBeCut(JobPlan plan, VerifiedFile file) {
        return plan.spec().results().effectiveFormat() == Format.CSV
                && plan.spec().results().effectiveEncryption() != Encryption.PGP
                && file.observations().stream().anyMatch(Observation.MissingFinalNewline.class::isInstance);
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
        Optional<String> open = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            Diagnostic trouble;
            try {
                CheckedFile once = once(plan, name, ids, staging, checked);
                DataFile file = once.file();
                boolean again = open.filter(file.content().sha256()::equals).isPresent();
                if (!mayBeCut(plan, file.content()) || again) {
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
                if (!mayBeTheWire(e.fault()) || attempt == ATTEMPTS) {
                    throw failed(plan, query, ids, e.fault());
                }
                trouble = diagnostic(plan, query, ids, e.fault());
            }
            beforeNext(plan, query, attempt, trouble);
        }
    }

    /** A data file and what was seen of its cells. */
    private record CheckedFile(DataFile file, CellChecks cells) {}

    private CheckedFile once(
            JobPlan plan, String name, List<String> ids, StagingDirectory staging, CheckedFiles checked)
            throws CallFailedException, CorruptFileException, IOException, InterruptedException {
        boolean encrypted = plan.spec().results().effectiveEncryption() == Encryption.PGP;
        Path spool = staging.scratch(name);
        try (StagedFile staged = encrypted ? staging.createPrivate(name) : staging.create(name);
                PackedFile file = PackedFile.of(Packing.of(plan.spec()), ids.size(), staged)) {
            CellChecks cells = checked.begin(name, file.content());
            Verification verification = new Verification(cells.output(), file.asServed(), Limits.DEFAULT);
            AtomicBoolean endIsTold = new AtomicBoolean(true);
            for (String id : ids) {
                Optional<CorruptFileException> corrupt = tools.client().file(id, served -> {
                    endIsTold.compareAndSet(true, served.endIsTold());
                    try {
                        if (encrypted) {
                            verification.append(decryption(plan), served.bytes(), spool);
                        } else {
                            Container container =
                                    container(plan.spec().results().effectiveFormat());
                            verification.append(container, served.bytes(), spool);
                        }
                        return Optional.empty();
                    } catch (CorruptFileException e) {
                        return Optional.of(e);
                    }
                });
                if (corrupt.isPresent()) {
                    throw corrupt.get();
                }
            }
            VerifiedFile verified = verification.finish();
            if (!endIsTold.get() && mayBeCut(plan, verified)) {
                throw new CorruptFileException(new Fault.EndUntold());
            }
            Optional<FirstColumn> flags = cells.finish();
            StoredFile whole = staged.commit(file.finish(verified));
            return new CheckedFile(new DataFile(verified, whole, flags), cells);
        }
    }

    private Decryption decryption(JobPlan plan) {
        return new Decryption(
                tools.settings().keys().orElseThrow(() -> new IllegalStateException("encrypted files need a key")),
                switch (plan.spec().output().pgpIntegrity()) {
                    case REQUIRED -> Decryption.Integrity.REQUIRED;
                    case ABSENT_ALLOWED -> Decryption.Integrity.ABSENT_ALLOWED;
                });
    }

    private static Container container(Format format) {
        return switch (format) {
            case CSV -> Container.CSV;
            case GZIP -> Container.GZIP;
            case ZIP -> Container.ZIP;
        };
    }

    /** Whether another transfer may bring something better. */
    private static boolean mayBeTheWire(Fault fault) {
        return !(fault instanceof Fault.TooLarge
                || fault instanceof Fault.RatioTooHigh
                || fault instanceof Fault.NotEncrypted
                || fault instanceof Fault.NoKey
                || fault instanceof Fault.PassphraseOnly
                || fault instanceof Fault.NoIntegrityProtection);
    }

    private static Retry retry(Fault fault) {
        return mayBeTheWire(fault) && !(fault instanceof Fault.NotData) ? Retry.NOW : Retry.NEVER;
    }

    private static Diagnostic diagnostic(JobPlan plan, int query, List<String> ids, Fault fault) {
        Span place = plan.places().value(FieldInQuery.query(query));
        return FileFault.diagnostic(fault, "\"" + plan.stems().get(query) + "\"", ids)
                .at(place, "the result of this query");
    }

    private JobFailedException failed(JobPlan plan, int query, List<String> ids, Fault fault) {
        Diagnostic diagnostic = diagnostic(plan, query, ids, fault);
        Findings integrity = new Findings(plan);
        integrity.made(QueryCheck.Kind.INTEGRITY, query, Optional.empty(), Optional.empty(), List.of(diagnostic));
        tools.listener().on(new RunEvent.Checked(plan.id(), integrity.verdict().checks()));
        JobFailedException failed = new JobFailedException(diagnostic, retry(fault));
        return fault instanceof Fault.NotData ? failed : failed.ofTheJob();
    }
}
