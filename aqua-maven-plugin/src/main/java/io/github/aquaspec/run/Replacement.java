package io.github.aquaspec.run;

import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.PublishedDescriptor;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.WindowRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The snapshot that a window extracted again would take the place of. What it holds is asked for by no later run, so
 * only the same window with the same queries may.
 */
final class Replacement {

    private static final String ELSEWHERE = "publish it elsewhere, with -Daqua.outputDirectory=…";

    private final JobPlan plan;
    private final WindowRange range;
    private final Path directory;

    private Replacement(JobPlan plan, WindowPlan window) {
        this.plan = plan;
        this.range = window.range();
        this.directory = plan.output().at(window.range().to());
    }

    /**
     * Finds out, before anything is sent, that records would be lost. What a publication that
     * was interrupted has left there is in its place already.
     *
     * @throws JobFailedException when they would; what is there stays
     */
    static void requireSame(JobPlan plan, Disk disk) throws IOException, JobFailedException {
        if (plan.isAgain()) {
            new Replacement(plan, plan.window().orElseThrow()).requireSame(disk);
        }
    }

    private void requireSame(Disk disk) throws IOException, JobFailedException {
        if (disk.kind(directory) == Disk.Kind.ABSENT) {
            return;
        }
        Optional<DataPackage> standing = PublishedDescriptor.read(disk, directory);
        Optional<DataPackage.Window> window = standing.flatMap(s -> s.job().window());
        if (standing.isEmpty()) {
            throw refused(
                    "what stands there, of which no descriptor says what it is",
                    "delete it, where it is this window's; or " + ELSEWHERE);
        }
        if (window.isEmpty()) {
            throw refused("a snapshot of no window");
        }
        String theirs = window.get().from() + " to " + window.get().to();
        if (!range.equals(new WindowRange(window.get().from(), window.get().to()))) {
            throw refused("the snapshot of the window " + theirs);
        }
        Optional<DataPackage.Query> lost = standing.get().resources().stream()
                .map(DataPackage.Resource::query)
                .filter(query -> plan.spec().queries().stream().noneMatch(q -> asks(q, query)))
                .findFirst();
        if (lost.isPresent()) {
            throw refused("the snapshot of the window " + theirs + ", whose query `"
                    + lost.get().name() + "` is not one of those asked now");
        }
    }

    private static boolean asks(QuerySpec query, DataPackage.Query standing) {
        return query.query().equals(standing.text())
                && query.effectiveType().word().equals(standing.type());
    }

    private JobFailedException refused(String what) {
        return refused(what, ELSEWHERE);
    }

    private JobFailedException refused(String what, String fix) {
        return new JobFailedException(
                Diagnostic.of(
                                StateCode.REPLACES_ANOTHER,
                                "the window " + range.from() + " to " + range.to() + " would replace " + what + ", in "
                                        + directory)
                        .fix(fix),
                Retry.NEVER);
    }
}
