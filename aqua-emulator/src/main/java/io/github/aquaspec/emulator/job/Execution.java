package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.file.CellFormat;
import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.query.QueryAborted;
import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.QueryRejected;
import io.github.aquaspec.emulator.query.Statement;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Runs a job: its queries one after another, all against one snapshot. The first that fails ends the job. */
final class Execution {

    private final Store store;
    private final ResultFiles files;
    private final QueryCompiler compiler;
    private final Clock clock;
    private final ZoneId tenantZone;

    Execution(Store store, ResultFiles files, QueryCompiler compiler, Clock clock, ZoneId tenantZone) {
        this.store = store;
        this.files = files;
        this.compiler = compiler;
        this.clock = clock;
        this.tenantZone = tenantZone;
    }

    void run(Job job) {
        job.start(clock.instant());
        try (Connection snapshot = store.snapshot()) {
            for (int i = 0; i < job.request().queries().size(); i++) {
                job.change(i, Batch::executing);
                Optional<String> failure = run(job, i, snapshot);
                if (failure.isPresent()) {
                    job.change(i, b -> b.aborted(failure.get()));
                    job.end(Status.ABORTED);
                    return;
                }
            }
            job.end(Status.COMPLETED);
        } catch (SQLException e) {
            job.end(Status.ABORTED);
        }
    }

    private Optional<String> run(Job job, int index, Connection snapshot) {
        QueryRequest query = job.request().queries().get(index);
        try {
            Statement statement = compiler.compile(query.text(), job.load().bounds(clock.instant()));
            ResultFile file = write(job.request(), query, statement, snapshot);
            files.publish(file);
            job.change(index, b -> b.completed(file.id(), file.records()));
            return Optional.empty();
        } catch (QueryRejected | QueryAborted | SQLException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private ResultFile write(JobRequest request, QueryRequest query, Statement statement, Connection snapshot)
            throws SQLException, IOException {
        Optional<ResultRows.Constant> mark = query.deleted()
                .map(d -> new ResultRows.Constant(
                        statement.base() + '.' + d.column(), d.format().live()));
        CellFormat cells =
                new CellFormat(request.dateTimeUtc() ? ZoneOffset.UTC : tenantZone, request.nullReplacement());
        try (ResultRows rows = new ResultRows(snapshot, statement, request.useQueryLabels(), mark)) {
            return files.write(Ids.next(), request.format(), cells, rows);
        }
    }
}
