package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.ServerTime;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.Publication;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.verify.LineEnd;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Describes what was verified, and puts it in its place as a whole.
 *
 * @param zone in which the data centre writes times that carry none, where that is known
 */
record Publish(Disk disk, Optional<ZoneId> zone) {

    void publish(JobPlan plan, JobReply job, List<QueryResult> results, StagingDirectory staging) throws IOException {
        staging.seal(describe(plan, job, results));
        new Publication(disk).publish(staging);
    }

    private DataPackage describe(JobPlan plan, JobReply job, List<QueryResult> results) {
        JobSpec spec = plan.spec();
        Optional<Instant> started = job.startTime().flatMap(text -> ServerTime.parse(text, zone));
        return new DataPackage(
                plan.id().text(),
                spec.description(),
                started,
                new DataPackage.Job(
                        job.id(),
                        spec.effectiveVersion().word(),
                        spec.isStateful() ? DataPackage.Mode.STATEFUL : DataPackage.Mode.STATELESS,
                        spec.session().partner(),
                        spec.session().project(),
                        plan.window()
                                .map(w -> new DataPackage.Window(
                                        w.range().from(), w.range().to())),
                        plan.target()),
                results.stream()
                        .flatMap(result -> resources(plan, result).stream())
                        .toList());
    }

    private static List<DataPackage.Resource> resources(JobPlan plan, QueryResult result) {
        if (!plan.keepsSegments()) {
            return List.of(resource(plan, result, result.files().get(0), Optional.empty()));
        }
        List<DataPackage.Resource> resources = new ArrayList<>();
        for (DataFile file : result.files()) {
            resources.add(resource(plan, result, file, Optional.of(resources.size() + 1)));
        }
        return resources;
    }

    private static DataPackage.Resource resource(
            JobPlan plan, QueryResult result, DataFile file, Optional<Integer> segment) {
        QuerySpec query = plan.spec().queries().get(result.query());
        String stem = plan.stems().get(result.query());
        return new DataPackage.Resource(
                segment.map(number -> plan.segmentStem(result.query(), number)).orElse(stem),
                file.stored(),
                file.content().header(),
                plan.spec().results().nullReplacement().orElse(""),
                lineTerminator(file.content().lineEnd()),
                new DataPackage.Content(
                        file.content().bytes(),
                        file.content().sha256(),
                        file.content().records()),
                new DataPackage.Query(
                        query.name().orElse(stem),
                        query.query(),
                        query.effectiveType().word(),
                        query.apiVersion().map(ApiVersion::text),
                        result.batch().batchId(),
                        result.isIncremental() ? DataPackage.Load.INCREMENTAL : DataPackage.Load.FULL,
                        query.deleted()
                                .map(d -> new DataPackage.Deleted(
                                        d.column(), d.format().map(Deleted.Flag::word))),
                        segment));
    }

    private static Optional<String> lineTerminator(LineEnd end) {
        return switch (end) {
            case LF -> Optional.of("\n");
            case CRLF -> Optional.of("\r\n");
            default -> Optional.empty();
        };
    }
}
