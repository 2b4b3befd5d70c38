package io.github.aquaspec.bench.build;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Eight results of 100 MB, one after another and beside each other; and the same bytes as segments of one. */
final class SideBySide implements WholeBuild.Measurement {

    private static final int FILES = 8;
    private static final int MEGABYTES = 100;
    private static final int RUNS = Integer.getInteger("bench.runs", 5);
    private static final int AT_ONCE = 40;
    private static final double MEGA = 1e6;

    /** A way to fetch them, and what it took. */
    private static final class Way {
        private final Project project;
        private final Shell shell;
        private final Served result;
        private final String options;
        private final List<Cost> builds = new ArrayList<>();
        private final List<Cost> downloads = new ArrayList<>();

        Way(Project project, Shell shell, Served result, String options) {
            this.project = project;
            this.shell = shell;
            this.result = result;
            this.options = options;
        }

        void run() throws Exception {
            try (JobServer server = new JobServer(result, Duration.ZERO, AT_ONCE)) {
                builds.add(shell.time(project.run(server, options)));
            }
            downloads.add(new Cost(Downloads.seconds(project.folder(), "account"), 0, 0));
        }
    }

    @Override
    public void measure(Path work, PrintStream out) throws Exception {
        Data data = new Data(work.resolve("data"));
        Project files = Project.in(work.resolve("files")).with("account", FILES, "gzip", "");
        Project segments = Project.in(work.resolve("segments")).with("account", 1, "gzip", "");
        Project plain = Project.in(work.resolve("plain")).with("account", 1, "csv", "");
        Served one = data.file("gzip", MEGABYTES);
        Served parts = data.segments("gzip", (long) FILES * MEGABYTES, FILES);
        Served plainParts = data.segments("csv", (long) FILES * MEGABYTES, FILES);
        Shell oneCore = files.shell(Map.of("MAVEN_OPTS", "-XX:ActiveProcessorCount=1"));
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("8 files, one after another, on one core", new Way(files, oneCore, one, "-Daqua.parallelDownloads=1"));
        ways.put("8 files, one after another", new Way(files, files.shell(), one, "-Daqua.parallelDownloads=1"));
        ways.put("8 files, as they come", new Way(files, files.shell(), one, ""));
        ways.put("8 segments, merged", new Way(segments, segments.shell(), parts, ""));
        ways.put("8 segments of plain CSV, merged", new Way(plain, plain.shell(), plainParts, ""));
        List<Cost> maven = new ArrayList<>();
        List<Cost> copies = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            maven.add(files.shell().time(files.mvn("validate")));
            for (Way way : ways.values()) {
                way.run();
            }
            copies.add(segments.shell().time("cp target/aqua/account/*.csv copy.csv; sync copy.csv; rm copy.csv"));
        }
        out.printf(Locale.ROOT, "%d runs, alternated; `mvn validate` takes %s s%n%n", RUNS, wall(maven));
        out.println("| | wall s | CPU s | wall over `validate` | downloads alone s | MB/s of CSV |");
        out.println("|---|---|---|---|---|---|");
        double bytes = one.bytes() * FILES / MEGA;
        ways.forEach((name, way) -> out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s | %.0f |%n",
                name,
                wall(way.builds),
                Cost.spread(way.builds, Cost::cpu),
                Cost.median(way.builds, Cost::wall) - Cost.median(maven, Cost::wall),
                wall(way.downloads),
                bytes / Cost.median(way.downloads, Cost::wall)));
        out.printf(
                Locale.ROOT,
                "| `cp` and `sync` of the same bytes | %s | %s | | | %.0f |%n%n",
                wall(copies),
                Cost.spread(copies, Cost::cpu),
                bytes / Cost.median(copies, Cost::wall));
        Way together = ways.get("8 files, as they come");
        for (String alone : List.of("8 files, one after another", "8 files, one after another, on one core")) {
            Way other = ways.get(alone);
            out.printf(
                    Locale.ROOT,
                    "as they come, over %s: build %.2f, over `validate` %.2f, downloads %.2f%n",
                    alone,
                    ratio(together.builds, other.builds, 0),
                    ratio(together.builds, other.builds, Cost.median(maven, Cost::wall)),
                    ratio(together.downloads, other.downloads, 0));
        }
    }

    private static double ratio(List<Cost> costs, List<Cost> others, double less) {
        return (Cost.median(costs, Cost::wall) - less) / (Cost.median(others, Cost::wall) - less);
    }

    private static String wall(List<Cost> costs) {
        return Cost.spread(costs, Cost::wall);
    }
}
