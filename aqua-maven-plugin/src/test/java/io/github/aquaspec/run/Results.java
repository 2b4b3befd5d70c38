package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.verify.LineEnd;
import io.github.aquaspec.verify.Observation;
import io.github.aquaspec.verify.VerifiedFile;
import io.github.aquaspec.verify.VerifiedSegment;
import io.github.aquaspec.verify.cell.FirstColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results as a run would have them, for whoever judges or reports them. */
public final class Results {

    public static final String JOB_ID = "0000000000000000000000000000000a";
    private static final String SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private Results() {}

    /** A batch that is done as announced. */
    public static BatchReply batch(String name, String query, Long recordCount, Boolean full, String apiVersion) {
        return new BatchReply(
                Optional.of("000000000000000000000000000000b1"),
                Optional.of(name),
                query,
                "completed",
                Optional.empty(),
                Optional.ofNullable(recordCount),
                Optional.ofNullable(full),
                Optional.ofNullable(apiVersion),
                Optional.empty(),
                Optional.empty(),
                List.of("000000000000000000000000000000f1"));
    }

    public static QueryResult result(
            int query, String dataFile, BatchReply batch, long records, List<String> header, Observation... odd) {
        VerifiedFile file = new VerifiedFile(
                List.of(new VerifiedSegment(123, SHA, records, List.of(odd))), 4567, SHA, records, header, LineEnd.LF);
        return new QueryResult(
                query,
                batch,
                List.of(new DataFile(file, new StoredFile(dataFile, 4567, SHA), Optional.empty())),
                List.of());
    }

    /** A result whose first column holds these values, each in so many records. */
    public static QueryResult flagged(int query, String dataFile, BatchReply batch, Map<String, Long> flags) {
        long records = flags.values().stream().mapToLong(n -> n).sum();
        DataFile file = result(query, dataFile, batch, records, List.of("Deleted"))
                .files()
                .get(0);
        return new QueryResult(
                query,
                batch,
                List.of(new DataFile(file.content(), file.stored(), Optional.of(new FirstColumn(flags, 0)))),
                List.of());
    }

    /** A result whose segments were kept apart; each has as many records as its place. */
    public static QueryResult kept(int query, BatchReply batch, String... dataFiles) {
        List<DataFile> files = new ArrayList<>();
        for (String name : dataFiles) {
            long records = files.size() + 1L;
            VerifiedFile file = new VerifiedFile(
                    List.of(new VerifiedSegment(123, SHA, records, List.of())),
                    4567,
                    SHA,
                    records,
                    List.of("Id"),
                    LineEnd.LF);
            files.add(new DataFile(file, new StoredFile(name, 4567, SHA), Optional.empty()));
        }
        return new QueryResult(query, batch, files, List.of());
    }

    /** A job that repeats of which session it is. */
    public static JobReply jobOfASession(BatchReply... batches) {
        JobEcho echo = new JobEcho(
                Optional.of("1.1"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("gooddata"),
                Optional.of("customers"),
                Optional.empty(),
                Optional.empty());
        JobReply job = job(batches);
        return new JobReply(job.id(), job.statusWord(), job.startTime(), job.message(), echo, job.batches());
    }

    public static JobReply job(BatchReply... batches) {
        return new JobReply(
                JOB_ID,
                "completed",
                Optional.of("2026-11-22T02:00:03+0000"),
                Optional.empty(),
                JobEcho.NOTHING,
                List.of(batches));
    }
}
