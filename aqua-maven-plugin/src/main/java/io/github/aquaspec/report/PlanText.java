package io.github.aquaspec.report;

import io.github.aquaspec.run.JobPlan;
import io.github.aquaspec.run.SnapshotPlace;
import io.github.aquaspec.run.Target;
import io.github.aquaspec.run.Unfinished;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run would send, and what it would leave. */
public final class PlanText {

    private final Path base;

    /**
     * Makes a text.
     *
     * @param base the folder that paths are shown from
     */
    public PlanText(Path base) {
        this.base = base;
    }

    /**
     * The lines for one manifest.
     *
     * @param begun the run that it goes on with, where one was stopped
     * @param target where it would run; absent where the build does not say
     * @param headers what goes with every request, besides the credentials
     */
    public List<String> lines(
            JobPlan plan, Optional<Unfinished> begun, Optional<Target> target, Map<String, String> headers) {
        List<String> lines = new ArrayList<>();
        String host = target.map(t -> t.base().map(Object::toString).orElse("(the emulator)"))
                .orElse("(no environment is set)");
        lines.add(plan.id() + ": " + (plan.spec().isStateful() ? "a stateful job" : "a stateless job") + " of "
                + Quantity.of(plan.spec().queries().size(), "query"));
        window(plan).ifPresent(line -> lines.add("  " + line));
        plan.stateFolder().ifPresent(folder -> lines.add("  state in " + shown(folder)));
        begun.ifPresent(run -> lines.add("  " + told(run)));
        lines.add("  POST " + host + "/v1/batch-query/");
        headers.forEach((name, value) -> lines.add("  " + name + ": " + value));
        lines.add("  Authorization: ••••");
        lines.add("  Content-Type: application/json");
        plan.request().lines().forEach(line -> lines.add("  " + line));
        lines.add("  waits at most " + plan.spec().timeout() + " for the job, then publishes");
        String folder = output(plan);
        for (int i = 0; i < plan.stems().size(); i++) {
            lines.add("    " + folder
                    + (plan.keepsSegments()
                            ? plan.dataFile(i, 1) + ", and one per further segment"
                            : plan.dataFile(i)));
        }
        lines.add("    " + folder + "datapackage.json");
        lines.add("    " + folder + "SHA256SUMS");
        return lines;
    }

    /** What is shown below it was sent then, and goes out again only where no answer has come. */
    private static String told(Unfinished run) {
        String goesOn = run.jobId()
                .map(id -> "goes on with job " + id + ", sent " + run.sent())
                .orElse("sends again, under the same key, what was sent " + run.sent() + " and has no answer");
        String rest = run.published()
                ? "; its snapshot stands already"
                : run.files() > 0 ? "; " + Quantity.of(run.files(), "file") + " of it stored" : "";
        return goesOn + rest + " (run key " + run.key() + ")";
    }

    private static Optional<String> window(JobPlan plan) {
        return plan.spec().window().isPresent() && plan.window().isEmpty()
                ? Optional.of("window not known: it hangs on what was published last, and no environment is set")
                : plan.window().map(WindowText::of);
    }

    private String output(JobPlan plan) {
        SnapshotPlace output = plan.output();
        String name = output.isDated() && plan.window().isEmpty()
                ? shown(output.folder()) + "/" + SnapshotPlace.PATTERN
                : shown(output.at(plan.window().map(w -> w.range().to()).orElse(Instant.EPOCH)));
        return name + "/";
    }

    private String shown(Path path) {
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }
}
