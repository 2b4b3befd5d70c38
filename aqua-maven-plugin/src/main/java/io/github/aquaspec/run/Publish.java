package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.Publication;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.verify.LineEnd;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Describes what was verified, and puts it in its place as a whole. */
record Publish(Disk disk, ZoneId zone) {

    void publish(JobPlan plan, JobReply job, List<QueryResult> results, StagingDirectory staging) throws IOException {
        staging.seal(describe(plan, job, results));
        new Publication(disk).publish(staging);
    }

    private DataPackage describe(JobPlan plan, JobReply job, List<QueryResult> results) {
        JobSpec spec = plan.spec();
        Optional<Instant> started = job.startTime().flatMap(text -> ServerTime.parse(text, zone));
        return new DataPackage(
                plan.id().text(),
                started,
                new DataPackage.Job(
                        job.id(),
                        spec.effectiveVersion().word(),
                        spec.session().partner(),
                        spec.session().project(),
                        plan.window()
                                .map(w -> new DataPackage.Window(
                                        w.range().from(), w.range().to()))),
                results.stream().map(result -> resource(plan, result)).toList());
    }

    private static DataPackage.Resource resource(JobPlan plan, QueryResult result) {
        QuerySpec query = plan.spec().queries().get(result.query());
        String stem = plan.stems().get(result.query());
        return new DataPackage.Resource(
                stem,
                result.stored(),
                result.file().header(),
                plan.spec().results().nullReplacement().orElse(""),
                lineTerminator(result.file().lineEnd()),
                new DataPackage.Content(
                        result.file().bytes(),
                        result.file().sha256(),
                        result.file().records()),
                new DataPackage.Query(
                        query.name().orElse(stem),
                        query.query(),
                        query.effectiveType().word(),
                        query.apiVersion().map(ApiVersion::text),
                        result.batch().batchId(),
                        result.isIncremental() ? DataPackage.Load.INCREMENTAL : DataPackage.Load.FULL,
                        Optional.empty()));
    }

    private static Optional<String> lineTerminator(LineEnd end) {
        return switch (end) {
            case LF -> Optional.of("\n");
            case CRLF -> Optional.of("\r\n");
            default -> Optional.empty();
        };
    }
}
