package io.github.aquaspec.bench.build;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people use today, and us: from an address to a CSV on the disk whose bytes and records are known. */
final class EndToEnd implements WholeBuild.Measurement {

    private static final List<Integer> MEGABYTES = List.of(540, 2_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 7);
    private static final int AT_ONCE = 40;

    @Override
    public void measure(Path work, PrintStream out) throws Exception {
        for (int megabytes : MEGABYTES) {
            measure(new Data(work.resolve("data")).file("gzip", megabytes), work, out);
        }
    }

    private static void measure(Served result, Path work, PrintStream out) throws Exception {
        Project project = Project.in(work.resolve("end-to-end")).with("account", 1, "gzip", "");
        Shell shell = project.shell();
        List<Cost> pipes = new ArrayList<>();
        List<Cost> ours = new ArrayList<>();
        try (JobServer server = new JobServer(result, Duration.ZERO, AT_ONCE)) {
            String pipe = "rm -rf target pipe.csv; curl -sSf -u bench:a-secret " + server.url(0)
                    + " | tee >(sha256sum > pipe.gz.sha256) | gunzip | tee pipe.csv | wc -l > pipe.lines"
                    + "; sha256sum < pipe.csv > pipe.sha256";
            shell.time(project.run(server, ""));
            for (int i = 0; i < RUNS; i++) {
                pipes.add(shell.time(pipe));
                ours.add(shell.time(project.run(server, "")));
                requireSameBytes(project.folder());
            }
        }
        out.printf(
                Locale.ROOT,
                "%n%d records, %d bytes of CSV, %d served, %d runs, alternated%n%n",
                result.records(),
                result.bytes(),
                Files.size(result.files().get(0)),
                RUNS);
        out.println("| | wall s | CPU s |\n|---|---|---|");
        out.println("| pipe | " + Cost.spread(pipes, Cost::wall) + " | " + Cost.spread(pipes, Cost::cpu) + " |");
        out.println("| aqua:run | " + Cost.spread(ours, Cost::wall) + " | " + Cost.spread(ours, Cost::cpu) + " |");
        out.printf(
                Locale.ROOT,
                "| ratio | %.2f | %.2f |%n",
                Cost.median(ours, Cost::wall) / Cost.median(pipes, Cost::wall),
                Cost.median(ours, Cost::cpu) / Cost.median(pipes, Cost::cpu));
    }

    private static void requireSameBytes(Path folder) throws Exception {
        String sum = Files.readString(folder.resolve("pipe.sha256")).split(" ")[0];
        if (!Files.readString(folder.resolve("target/aqua/account/SHA256SUMS")).contains(sum)) {
            throw new IllegalStateException("the pipe and we have written other bytes");
        }
    }
}
