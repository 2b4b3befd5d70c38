package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.query.QueryAborted;
import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.QueryRejected;
import io.github.aquaspec.emulator.query.Statement;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** Runs a job: its queries one after another, all against one snapshot. The first that fails ends the job. */
final class Execution {

    private final Store store;
    private final ResultFiles files;
    private final QueryCompiler compiler;
    private final Clock clock;
    private final ZoneId tenantZone;
    private final Settings settings;

    Execution(
            Store store, ResultFiles files, QueryCompiler compiler, Clock clock, ZoneId tenantZone, Settings settings) {
        this.store = store;
        this.files = files;
        this.compiler = compiler;
        this.clock = clock;
        this.tenantZone = tenantZone;
        this.settings = settings;
    }

    void run(Job job) {
        job.start(clock.instant());
        int at = 0;
        try (Connection snapshot = store.snapshot()) {
            for (; at < job.request().queries().size(); at++) {
                job.change(at, Batch::executing);
                ResultFile file = run(job, at, snapshot);
                files.publish(file);
                job.change(at, b -> b.completed(file.id(), file.records()));
            }
            job.end(Status.COMPLETED);
        } catch (QueryRejected | QueryAborted | SQLException | IOException | RuntimeException e) {
            // Whatever it is, the client must learn that the job is over. With no query left only the end failed.
            if (at < job.request().queries().size()) {
                job.change(at, b -> b.aborted(String.valueOf(e.getMessage())));
                job.end(Status.ABORTED);
            }
        }
    }

    private ResultFile run(Job job, int index, Connection snapshot)
            throws QueryRejected, QueryAborted, SQLException, IOException {
        QueryRequest query = job.request().queries().get(index);
        Statement statement = compiler.compile(query.text(), job.load().bounds(clock.instant()));
        return write(job.request(), query, statement, snapshot);
    }

    private ResultFile write(JobRequest request, QueryRequest query, Statement statement, Connection snapshot)
            throws SQLException, IOException {
        Optional<ResultRows.Mark> mark =
                query.deleted().map(d -> new ResultRows.Mark(statement.base() + '.' + d.column(), d.format()));
        FileStyle style = new FileStyle(request, tenantZone, settings);
        try (ResultRows rows = new ResultRows(snapshot, statement, request.useQueryLabels(), style.masks(), mark)) {
            return files.write(Ids.next(), style.packing(), style.cells(query.text()), rows);
        }
    }
}
