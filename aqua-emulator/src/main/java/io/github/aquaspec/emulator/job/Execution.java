package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.emulator.data.Snapshot;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.data.StoreFailure;
import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.file.RowSource;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.job.Outcome.Kind;
import io.github.aquaspec.emulator.query.QueryAborted;
import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.QueryRejected;
import io.github.aquaspec.emulator.query.Statement;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Runs the queries of a job one after another, all against one snapshot. The first that fails is the last. */
final class Execution {

    /** Where the outcomes go. */
    interface Listener {

        /** A query is about to run. */
        void runs(LoggedStatement statement);

        /** A query came to its end; after a failure there is no other. */
        void ended(Outcome outcome);
    }

    /**
     * What is to be run.
     *
     * @param start the moment to which queries see the records
     * @param batches one for each query of the request
     * @param loads one for each query
     * @param stopped whether nobody waits for it any more
     */
    record Work(
            JobRequest request,
            Instant start,
            List<Batch> batches,
            List<Load> loads,
            boolean tooLong,
            BooleanSupplier stopped) {}

    private final Store store;
    private final ResultFiles files;
    private final QueryCompiler compiler;
    private final Permissions permissions;
    private final ZoneId tenantZone;
    private final Settings settings;

    Execution(
            Store store,
            ResultFiles files,
            QueryCompiler compiler,
            Permissions permissions,
            ZoneId tenantZone,
            Settings settings) {
        this.store = store;
        this.files = files;
        this.compiler = compiler;
        this.permissions = permissions;
        this.tenantZone = tenantZone;
        this.settings = settings;
    }

    /** Has the records be there that queries are about: a job starts the sooner. */
    void prepare(List<QueryRequest> queries) {
        store.need(queries.stream()
                .flatMap(query -> compiler.base(query.text()).stream())
                .toList());
    }

    /**
     * What a job that starts now sees.
     *
     * @throws StoreFailure when the records can't be read
     */
    Snapshot look(List<Batch> batches) {
        return store.look(objects(batches));
    }

    /** Ends a job that sees nothing. */
    void fail(Work work, StoreFailure trouble, Listener listener) {
        String reason = trouble.getMessage() + ": " + trouble.getCause().getMessage();
        listener.ended(failed(work.batches().get(0), Status.ABORTED, reason));
    }

    void run(Work work, Connection snapshot, Listener listener) {
        int at = 0;
        try {
            for (; at < work.batches().size(); at++) {
                Outcome outcome = outcome(work, at, snapshot, listener);
                listener.ended(outcome);
                if (outcome.kind() == Kind.FAILED) {
                    return;
                }
            }
        } catch (QueryRejected | QueryAborted | SQLException | IOException | RuntimeException e) {
            // Whatever it is, the client must learn that the job is over. With no query left only the end failed.
            if (at < work.batches().size()) {
                listener.ended(failed(work.batches().get(at), Status.ABORTED, String.valueOf(e.getMessage())));
            }
        }
    }

    /** What stands behind {@code from}; all there is, where that can't be made out. What is joined hangs on their keys. */
    private List<ObjectType> objects(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> compiler.base(batch.query().text())
                        .map(Stream::of)
                        .orElseGet(() -> store.catalogue().objects().stream()))
                .toList();
    }

    private Outcome outcome(Work work, int index, Connection snapshot, Listener listener)
            throws QueryRejected, QueryAborted, SQLException, IOException {
        Batch batch = work.batches().get(index);
        QueryRequest query = batch.query();
        if (permissions.forbid(query)) {
            return ignored(batch);
        }
        if (query.deleted().isPresent() && permissions.forgetDeleted(query)) {
            return failed(
                    batch,
                    Status.DELETED_NOT_ALLOWED,
                    Rejection.deletedUnsupported().message());
        }
        if (work.tooLong()) {
            return failed(batch, Status.ABORTED, Rejection.queryTooLong().message());
        }
        Load load = work.loads().get(index);
        Statement statement = compiler.compile(query.text(), load.bounds(work.start()));
        listener.runs(new LoggedStatement(
                batch.id(),
                statement.sql(),
                statement.parameters().stream().map(String::valueOf).toList()));
        boolean segmented = isSegmented(work.request(), query, load);
        List<ResultFile> written = write(work, query, statement, snapshot, segmented);
        long records = written.stream().mapToLong(ResultFile::records).sum();
        List<String> ids = written.stream().map(ResultFile::id).toList();
        return new Outcome(batch.completed(ids, segmented, records), Kind.DONE, written);
    }

    private static Outcome failed(Batch batch, Status status, String reason) {
        return new Outcome(batch.without(status, reason), Kind.FAILED, List.of());
    }

    private Outcome ignored(Batch batch) {
        Status status = settings.get(Setting.FORBIDDEN_QUERY).equals("completed") ? Status.COMPLETED : Status.ABORTED;
        return new Outcome(batch.without(status, Rejection.forbiddenObject().message()), Kind.IGNORED, List.of());
    }

    /** Only stateful full loads come in segments, and nothing computed or renamed (Zuora documentation, File segmentation). */
    private boolean isSegmented(JobRequest request, QueryRequest query, Load load) {
        return settings.get(Setting.SEGMENTATION)
                && request.isStateful()
                && load.isFull()
                && !compiler.usesFunctionOrAlias(query.text());
    }

    private List<ResultFile> write(
            Work work, QueryRequest query, Statement statement, Connection snapshot, boolean segmented)
            throws SQLException, IOException {
        Optional<ResultRows.Mark> mark =
                query.deleted().map(d -> new ResultRows.Mark(statement.base() + '.' + d.column(), d.format()));
        FileStyle style = new FileStyle(work.request(), tenantZone, settings);
        boolean apiNames = work.request().useQueryLabels();
        try (ResultRows rows = new ResultRows(snapshot, statement, apiNames, style.masks(), mark)) {
            RowSource source = new StoppableRows(rows, work.stopped());
            if (segmented) {
                return files.writeSegments(
                        Ids::next,
                        style.packing(),
                        style.cells(query.text()),
                        source,
                        settings.get(Setting.SEGMENT_RECORDS));
            }
            return List.of(files.write(Ids.next(), style.packing(), style.cells(query.text()), source));
        }
    }
}
