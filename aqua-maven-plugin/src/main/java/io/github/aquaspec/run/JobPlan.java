package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.rule.FileStems;
import io.github.aquaspec.spec.source.SourceMap;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * The same plan with queries that the manifest leaves to its session. The request and the files of the written
     * queries stay as they are.
     */
    JobPlan answering(List<QuerySpec> more) {
        List<QuerySpec> pinned = new ArrayList<>();
        for (int i = 0; i < spec.queries().size(); i++) {
            pinned.add(spec.queries().get(i).inFile(stems.get(i)));
        }
        pinned.addAll(more);
        List<QuerySpec> all = new ArrayList<>(spec.queries());
        all.addAll(more);
        return new JobPlan(
                id, file, spec.asking(all), places, FileStems.of(spec.asking(pinned)), request, output, suppressed);
    }

    /** The same plan, its session's window starting at a time of ours in this one request. */
    JobPlan since(LocalDateTime time) {
        JobSpec asked = spec.in(spec.session().since(time));
        return new JobPlan(id, file, asked, places, stems, RequestBody.of(asked), output, suppressed);
    }

    /** The name of a query's data file. */
    public String dataFile(int query) {
        return stems.get(query) + ".csv";
    }
}
