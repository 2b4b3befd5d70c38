package io.github.aquaspec.bench.build;

import io.github.aquaspec.bench.Manifests;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** A line, where it runs and what it took. */
    private record Measured(Shell shell, String line, List<Cost> costs) {
        Measured(Project project, String line) {
            this(project.shell(), line, new ArrayList<>());
        }

        void again() throws Exception {
            costs.add(shell.time(line));
        }
    }

    @Override
    public void measure(Path work, PrintStream out) throws Exception {
        Served result = new Data(work.resolve("data")).records("gzip", RECORDS);
        Project tiny = Project.in(work.resolve("start-run")).with("account", 1, "gzip", "");
        Project one = Project.in(work.resolve("start-one")).with("account", Manifests.of(QUERIES, CHARACTERS));
        Project many = Project.in(work.resolve("start-many"));
        for (int i = 0; i < MANY; i++) {
            many.with("account" + i, Manifests.of(QUERIES, CHARACTERS));
        }
        try (JobServer server = new JobServer(result, Duration.ZERO, AT_ONCE)) {
            Measured nothing = new Measured(tiny, tiny.mvn("validate"));
            Map<String, Measured> goals = new LinkedHashMap<>();
            goals.put("validate (Maven's own, no goal bound)", nothing);
            goals.put("aqua:help", new Measured(tiny, tiny.mvn("aqua:help")));
            goals.put("aqua:run, one query, " + RECORDS + " records", new Measured(tiny, tiny.run(server, "")));
            goals.put("aqua:validate, 1 manifest", new Measured(one, one.mvn("aqua:validate")));
            goals.put("aqua:validate, " + MANY + " manifests", new Measured(many, many.mvn("aqua:validate")));
            for (Measured goal : goals.values()) {
                goal.again();
                goal.costs().clear();
            }
            for (int i = 0; i < RUNS; i++) {
                for (Measured goal : goals.values()) {
                    goal.again();
                }
            }
            print(out, goals, nothing);
        }
    }

    private static void print(PrintStream out, Map<String, Measured> goals, Measured nothing) {
        out.printf(Locale.ROOT, "%d runs, alternated; manifests of %d queries%n%n", RUNS, QUERIES);
        out.println("| mvn | wall s | over validate | CPU s | over validate |\n|---|---|---|---|---|");
        goals.forEach((name, goal) -> out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %.2f |%n",
                name,
                Cost.spread(goal.costs(), Cost::wall),
                Cost.median(goal.costs(), Cost::wall) - Cost.median(nothing.costs(), Cost::wall),
                Cost.spread(goal.costs(), Cost::cpu),
                Cost.median(goal.costs(), Cost::cpu) - Cost.median(nothing.costs(), Cost::cpu)));
    }
}
