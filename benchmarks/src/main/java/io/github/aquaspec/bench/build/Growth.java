package io.github.aquaspec.bench.build;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ten times as much, again and again: what a unit costs must not grow. */
final class Growth implements WholeBuild.Measurement {

    private static final int MOST_RECORDS = Integer.getInteger("bench.records", 100_000_000);
    private static final int FEW = 10_000;
    private static final int[] QUERIES = {1, 2, 5, 10, 20, 50};
    private static final int[] MANIFESTS = {1, 10, 100, 1_000};
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int AT_ONCE = 100;
    private static final double MICRO = 1e6;

    private final List<Cost> maven = new ArrayList<>();

    @Override
    public void measure(Path work, PrintStream out) throws Exception {
        Data data = new Data(work.resolve("data"));
        Project project = Project.in(work.resolve("growth"));
        for (int i = 0; i < RUNS; i++) {
            maven.add(project.shell().time(project.mvn("validate")));
        }
        out.printf(
                "%d runs of each; `mvn validate` takes %s s, CPU %s s, which is taken off what is told of one%n",
                RUNS, Cost.spread(maven, Cost::wall), Cost.spread(maven, Cost::cpu));
        head(out, "records");
        for (long records = 1_000; records <= MOST_RECORDS; records *= 10) {
            project.with("account", 1, "Id", "csv", "");
            row(out, records, runs(project, data.ids(records), ""));
        }
        head(out, "queries of 10,000 records");
        for (int queries : QUERIES) {
            project.with("account", queries, "Id", "csv", "");
            row(out, queries, runs(project, data.ids(FEW), ""));
        }
        head(out, "manifests");
        Files.delete(project.folder().resolve("specs/account.yaml"));
        for (int manifests : MANIFESTS) {
            for (int i = 0; i < manifests; i++) {
                project.with("account" + i, 1, "Id", "csv", "");
            }
            row(out, manifests, runs(project, data.ids(10), "-Daqua.parallelJobs=50"));
        }
    }

    private static void head(PrintStream out, String unit) {
        out.println("\n| " + unit + " | wall s | CPU s | peak MiB | wall of one, µs | CPU of one, µs |");
        out.println("|---|---|---|---|---|---|");
    }

    private void row(PrintStream out, long units, List<Cost> costs) {
        out.printf(
                Locale.ROOT,
                "| %,d | %s | %s | %d | %.3f | %.3f |%n",
                units,
                Cost.spread(costs, Cost::wall),
                Cost.spread(costs, Cost::cpu),
                (long) Cost.median(costs, Cost::peak) >> 10,
                (Cost.median(costs, Cost::wall) - Cost.median(maven, Cost::wall)) * MICRO / units,
                (Cost.median(costs, Cost::cpu) - Cost.median(maven, Cost::cpu)) * MICRO / units);
    }

    private static List<Cost> runs(Project project, Served result, String options) throws Exception {
        List<Cost> costs = new ArrayList<>();
        try (JobServer server = new JobServer(result, Duration.ZERO, AT_ONCE)) {
            for (int i = 0; i < RUNS; i++) {
                costs.add(project.shell().time(project.run(server, options)));
            }
        }
        return costs;
    }
}
