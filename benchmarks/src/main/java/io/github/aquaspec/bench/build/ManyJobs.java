package io.github.aquaspec.bench.build;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Many manifests at once whose jobs take the same time, at servers that take fewer and fewer requests at a time. */
final class ManyJobs implements WholeBuild.Measurement {

    private static final int MANIFESTS = 50;
    private static final int MORE_MANIFESTS = 200;
    private static final Duration JOB = Duration.ofSeconds(5);
    /** As far away as a data centre is, so that requests overlap. */
    private static final Duration AWAY = Duration.ofMillis(30);

    private static final int RUNS = Integer.getInteger("bench.runs", 7);
    private static final int ANY = 1000;

    @Override
    public void measure(Path work, PrintStream out) throws Exception {
        Served result = new Data(work.resolve("data")).records("csv", 10);
        Project project = project(work, MANIFESTS);
        out.printf("jobs of %d s, %d ms to the server, %d runs%n%n", JOB.toSeconds(), AWAY.toMillis(), RUNS);
        out.println(
                "| manifests | JVM | at once | requests taken at once | whole s | less `mvn validate` s | CPU s | requests"
                        + " | refused |\n|---|---|---|---|---|---|---|---|---|");
        String allAtOnce = "-Daqua.parallelJobs=" + MANIFESTS;
        for (int most : new int[] {ANY, 40, 10}) {
            measure(project, "", result, MANIFESTS, most, allAtOnce, out);
        }
        measure(project, Start.SHORT_LIVED, result, MANIFESTS, ANY, allAtOnce, out);
        measure(project(work, MORE_MANIFESTS), "", result, MORE_MANIFESTS, ANY, "", out);
    }

    private static Project project(Path work, int manifests) throws Exception {
        Project project = Project.in(work.resolve("many-jobs-" + manifests));
        for (int i = 0; i < manifests; i++) {
            project.with("account-" + i, 1, "csv", "");
        }
        return project;
    }

    private static void measure(
            Project project, String jvm, Served result, int manifests, int mostAtOnce, String options, PrintStream out)
            throws Exception {
        Shell shell = project.shell(Map.of("MAVEN_OPTS", jvm));
        List<Cost> empty = new ArrayList<>();
        List<Cost> whole = new ArrayList<>();
        int requests = 0;
        int refused = 0;
        for (int i = 0; i < RUNS; i++) {
            empty.add(shell.time(project.mvn("validate")));
            try (JobServer server = new JobServer(result, JOB, mostAtOnce, AWAY)) {
                whole.add(shell.time(project.run(server, options)));
                requests += server.requests();
                refused += server.refused();
            }
        }
        out.printf(
                Locale.ROOT,
                "| %d | %s | %s | %s | %s | %.2f | %s | %d | %d |%n",
                manifests,
                jvm.isEmpty() ? "as it comes" : "for short lives",
                options.isEmpty() ? "20" : Integer.toString(manifests),
                mostAtOnce == ANY ? "any" : Integer.toString(mostAtOnce),
                Cost.spread(whole, Cost::wall),
                Cost.median(whole, Cost::wall) - Cost.median(empty, Cost::wall),
                Cost.spread(whole, Cost::cpu),
                requests / RUNS,
                refused / RUNS);
    }
}
