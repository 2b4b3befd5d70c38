package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.rule.FileStems;
import io.github.aquaspec.spec.source.SourceMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a run of one manifest will do.
 *
 * @param id the manifest's name
 * @param file the manifest
 * @param spec what it says
 * @param places where it says so
 * @param stems for each query, the stem of its data file
 * @param request the body that submits the job, byte for byte
 * @param output the folder of the snapshot
 * @param suppressed findings about the manifest that it silences itself
 */
public record JobPlan(
        ManifestId id,
        Path file,
        JobSpec spec,
        SourceMap places,
        List<String> stems,
        String request,
        Path output,
        List<Suppressed> suppressed) {

    /**
     * Plans a manifest.
     *
     * @param manifest one without errors
     * @param outputDirectory the folder of all snapshots
     */
    public static JobPlan of(Manifest manifest, Path outputDirectory) {
        JobSpec spec = manifest.loaded().value().orElseThrow();
        return new JobPlan(
                manifest.id(),
                manifest.file(),
                spec,
                manifest.loaded().places(),
                FileStems.of(spec),
                RequestBody.of(spec),
                outputDirectory.resolve(manifest.id().text()),
                manifest.loaded().suppressed());
    }

    /** Whether each segment of a file becomes a data file of its own. */
    public boolean keepsSegments() {
        return spec.output().segments() == Output.Segments.KEEP;
    }

    /** The name of a query's one data file. */
    public String dataFile(int query) {
        return stems.get(query) + ".csv";
    }

    /** The stem of a kept segment's data file. There is a number even where Zuora made one file only. */
    String segmentStem(int query, int segment) {
        return String.format(Locale.ROOT, "%s-%04d", stems.get(query), segment);
    }

    /** The name of a kept segment's data file; segments count from 1. */
    public String dataFile(int query, int segment) {
        return segmentStem(query, segment) + ".csv";
    }
}
