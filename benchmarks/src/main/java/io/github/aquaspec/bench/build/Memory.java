package io.github.aquaspec.bench.build;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The most memory that is resident, in a JVM of 64 MiB: whether a thousand times the data take more of it. */
final class Memory implements WholeBuild.Measurement {

    private static final int SMALL = 2;
    private static final int LARGE = 2_000;
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int AT_ONCE = 40;
    private static final double KIB = 1024;

    private record Row(String name, String format, int segments, String output) {}

    private static final List<Row> ROWS = List.of(
            new Row("csv", "csv", 1, ""),
            new Row("gzip", "gzip", 1, ""),
            new Row("zip", "zip", 1, ""),
            new Row("gzip in 4 segments", "gzip", 4, ""),
            new Row("gzip, kept", "gzip", 1, "output: {compression: gzip}\n"),
            new Row("csv, packed", "csv", 1, "output: {compression: gzip}\n"));

    @Override
    public void measure(Path work, PrintStream out) throws Exception {
        Data data = new Data(work.resolve("data"));
        Project project = Project.in(work.resolve("memory"));
        Shell shell = project.shell(Map.of("MAVEN_OPTS", "-Xmx64m"));
        List<Cost> maven = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            maven.add(shell.time(project.mvn("validate")));
        }
        out.printf("-Xmx64m, %d runs of each; MiB at the peak, of `mvn validate` alone %s%n%n", RUNS, spread(maven));
        out.println("| result | 2 MB | 2,000 MB | more | wall s of 2,000 MB |\n|---|---|---|---|---|");
        for (Row row : ROWS) {
            project.with("account", 1, row.format(), row.output());
            List<Cost> small = runs(project, shell, data.segments(row.format(), SMALL, row.segments()));
            List<Cost> large = runs(project, shell, data.segments(row.format(), LARGE, row.segments()));
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.0f | %.1f |%n",
                    row.name(),
                    spread(small),
                    spread(large),
                    Cost.median(large, Memory::mib) - Cost.median(small, Memory::mib),
                    Cost.median(large, Cost::wall));
        }
    }

    private static List<Cost> runs(Project project, Shell shell, Served result) throws Exception {
        List<Cost> costs = new ArrayList<>();
        try (JobServer server = new JobServer(result, Duration.ZERO, AT_ONCE)) {
            for (int i = 0; i < RUNS; i++) {
                costs.add(shell.time(project.run(server, "")));
            }
        }
        return costs;
    }

    private static double mib(Cost cost) {
        return cost.peak() / KIB;
    }

    private static String spread(List<Cost> costs) {
        return Cost.spread(costs, Memory::mib);
    }
}
