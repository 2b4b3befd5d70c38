package io.github.aquaspec.run.release;

import io.github.aquaspec.run.NamedJob;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Finding;
import io.github.aquaspec.snapshot.SnapshotCheck;
import io.github.aquaspec.spec.model.JobSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says how a damaged snapshot is had again. Running again brings only what has come since where Zuora or the runner
 * remembers what was published; there, it is the same job or the same window that has to be asked for.
 */
record SnapshotRepair(Manifest manifest, SnapshotPlace place, Path directory) {

    private static final String KEPT = "while Zuora keeps its files, about 3 days";

    /** The sentence for what was found in the directory. */
    String fix(SnapshotCheck.Result result) {
        String words =
                result.descriptor().map(descriptor -> of(descriptor.job())).orElseGet(this::withoutDescriptor);
        boolean doubtful =
                result.descriptor().isPresent() && result.findings().stream().anyMatch(SnapshotRepair::isOfDescriptor);
        return words
                + (doubtful
                        ? "; check that against run.json or your log, for " + DataPackage.FILE_NAME + " was changed"
                        : "")
                + "; somebody changed " + directory + " after it was published";
    }

    private String of(DataPackage.Job job) {
        if (NamedJob.named(job.id()).isEmpty()) {
            return withoutDescriptor();
        }
        if (job.partner().isPresent()) {
            return "collect its job again, " + KEPT + ": " + fetch(job.id())
                    + "; aqua:run would bring only what has changed since";
        }
        if (job.window().isPresent()) {
            DataPackage.Window window = job.window().get();
            return "extract its window again: "
                    + run(window.from().toString(), window.to().toString())
                    + "; aqua:run without them goes on behind what was published";
        }
        if (place.isDated()) {
            return "collect its job again, " + KEPT + ": " + fetch(job.id())
                    + "; or delete the folder, and run aqua:run for a snapshot of today";
        }
        return "run aqua:run again";
    }

    /** The manifest still says of which kind the snapshot was, but not which one. */
    private String withoutDescriptor() {
        Optional<JobSpec> spec = manifest.loaded().value();
        if (spec.filter(JobSpec::isStateful).isPresent()) {
            return "collect its job again, " + KEPT + ": " + fetch("…")
                    + ", with the id that run.json or your log of that run holds; aqua:run would bring only what has"
                    + " changed since";
        }
        if (spec.flatMap(JobSpec::window).isPresent()) {
            return "extract its window again: " + run("…", "…")
                    + ", as run.json or your log of that run holds it; aqua:run without them goes on behind what was"
                    + " published";
        }
        return place.isDated() ? "delete the folder, and run aqua:run for a snapshot of today" : "run aqua:run again";
    }

    private String fetch(String jobId) {
        return "mvn aqua:fetch -Daqua.jobId=" + jobId + select();
    }

    private String run(String from, String to) {
        return "mvn aqua:run -Daqua.window.from=" + from + " -Daqua.window.to=" + to + select();
    }

    private String select() {
        return " -Daqua.select=" + manifest.id();
    }

    private static boolean isOfDescriptor(Finding finding) {
        return finding instanceof Finding.DigestDiffers differs
                && differs.name().equals(DataPackage.FILE_NAME);
    }
}
