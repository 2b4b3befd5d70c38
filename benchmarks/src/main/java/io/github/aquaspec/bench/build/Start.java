package io.github.aquaspec.bench.build;

import io.github.aquaspec.bench.Manifests;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Goals with next to nothing to do, against a Maven that does nothing in the same project. */
final class Start implements WholeBuild.Measurement {

    private static final int RUNS = Integer.getInteger("bench.runs", 9);
    private static final int AT_ONCE = 40;
    private static final int RECORDS = 5;
    private static final int MANY = 1_000;
    private static final int QUERIES = 5;
    private static final int CHARACTERS = 200;

    /** For a JVM that ends before its second compiler has paid. */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** A line, where it runs and what it took. */
    private record Measured(String name, Shell shell, String line, List<Cost> costs) {
        Measured(String name, Project project, String line, String jvm) {
            this(name, project.shell(Map.of("MAVEN_OPTS", jvm)), line, new ArrayList<>());
        }

        void again() throws Exception {
            costs.add(shell.time(line));
        }
    }

    @Override
    public void measure(Path work, PrintStream out) throws Exception {
        Served result = new Data(work.resolve("data")).records("gzip", RECORDS);
        Project tiny = Project.in(work.resolve("start-run")).with("account", 1, "gzip", "");
        Project small = manifests(work.resolve("start-small"), MANY, 1);
        Project one = manifests(work.resolve("start-one"), 1, QUERIES);
        Project many = manifests(work.resolve("start-many"), MANY, QUERIES);
        out.printf(Locale.ROOT, "%d runs, alternated%n", RUNS);
        try (JobServer server = new JobServer(result, Duration.ZERO, AT_ONCE)) {
            for (String jvm : List.of("", SHORT_LIVED)) {
                List<Measured> goals = new ArrayList<>();
                goals.add(new Measured("validate (Maven's own, no goal bound)", tiny, tiny.mvn("validate"), jvm));
                goals.add(new Measured("aqua:help", tiny, tiny.mvn("aqua:help"), jvm));
                goals.add(new Measured("aqua:run, one query, 5 records", tiny, tiny.run(server, ""), jvm));
                goals.add(new Measured("aqua:validate, 1 of 5 queries", one, one.mvn("aqua:validate"), jvm));
                goals.add(new Measured("aqua:validate, 1,000 of 1 query", small, small.mvn("aqua:validate"), jvm));
                goals.add(new Measured("aqua:validate, 1,000 of 5 queries", many, many.mvn("aqua:validate"), jvm));
                alternate(goals);
                print(out, jvm, goals);
            }
        }
    }

    private static Project manifests(Path folder, int count, int queries) throws Exception {
        Project project = Project.in(folder);
        for (int i = 0; i < count; i++) {
            project.with("account" + i, Manifests.of(queries, CHARACTERS));
        }
        return project;
    }

    private static void alternate(List<Measured> goals) throws Exception {
        for (Measured goal : goals) {
            goal.again();
            goal.costs().clear();
        }
        for (int i = 0; i < RUNS; i++) {
            for (Measured goal : goals) {
                goal.again();
            }
        }
    }

    private static void print(PrintStream out, String jvm, List<Measured> goals) {
        List<Cost> nothing = goals.get(0).costs();
        out.printf("%n%s%n%n", jvm.isEmpty() ? "A JVM as it comes" : "With " + jvm);
        out.println("| mvn | wall s | over validate | CPU s | over validate |\n|---|---|---|---|---|");
        goals.forEach(goal -> out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %.2f |%n",
                goal.name(),
                Cost.spread(goal.costs(), Cost::wall),
                Cost.median(goal.costs(), Cost::wall) - Cost.median(nothing, Cost::wall),
                Cost.spread(goal.costs(), Cost::cpu),
                Cost.median(goal.costs(), Cost::cpu) - Cost.median(nothing, Cost::cpu)));
    }
}
