package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.model.Results;
import io.github.aquaspec.spec.model.Session;
import io.github.aquaspec.spec.model.Version;
import io.github.aquaspec.spec.rule.FileStems;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.SourceText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The plan of a job that belongs to no manifest: all its batches, called as they are called, below {@code jobs}. */
final class CollectedPlan {

    private CollectedPlan() {}

    static JobPlan of(JobReply job, Path outputDirectory) {
        JobSpec spec = spec(job);
        ManifestId id = ManifestId.ofJob(job.id());
        SourceText nowhere = new SourceText("job " + job.id(), "");
        return new JobPlan(
                id,
                spec,
                spec,
                new SourceMap.Builder(nowhere).build(),
                FileStems.of(spec),
                "",
                new SnapshotPlace(outputDirectory.resolve(id.text()), Output.DEFAULT.layout()),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the job says about itself; its session is left out, for nothing is held against it. */
    private static JobSpec spec(JobReply job) {
        return new JobSpec(
                Optional.empty(),
                job.echo().version().flatMap(CollectedPlan::version),
                Session.NONE,
                new Results(
                        job.echo().format().flatMap(CollectedPlan::format),
                        job.echo().encrypted().filter("pgp"::equalsIgnoreCase).map(word -> Encryption.PGP),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                job.batches().stream()
                        .filter(batch -> !batch.query().isBlank())
                        .map(RepeatedQueries::query)
                        .toList(),
                Optional.empty(),
                JobSpec.DEFAULT_TIMEOUT,
                Optional.empty(),
                List.of(),
                Output.DEFAULT,
                List.of());
    }

    /** A format by the word that AQuA repeats, in capitals. */
    static Optional<Format> format(String word) {
        return Arrays.stream(Format.values())
                .filter(format -> format.word().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Optional<Version> version(String word) {
        return Arrays.stream(Version.values())
                .filter(version -> Double.compare(Double.parseDouble(version.word()), number(word)) == 0)
                .findFirst();
    }

    /** Newer answers write {@code 1} for {@code 1.0}. */
    private static double number(String word) {
        return word.matches("\\d(\\.\\d)?") ? Double.parseDouble(word) : -1;
    }
}
