package io.github.aquaspec.report;

import io.github.aquaspec.run.JobStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How jobs stand: manifest, job and state, and below them each batch with its state and its records. */
public final class JobTable {

    /** A server may give a batch any name. */
    private static final int WIDEST = 100;

    private JobTable() {}

    /** The lines for jobs, in their order. */
    public static List<String> lines(List<JobStanding> standings) {
        int widest = widest(standings.stream().map(JobTable::owner).toList());
        List<String> lines = new ArrayList<>();
        for (JobStanding standing : standings) {
            String owner = standing.job().manifest().isPresent() ? padded(owner(standing), widest) + "  " : "";
            lines.add(owner + "job " + standing.job().jobId() + "  "
                    + standing.state().map(JobTable::told).orElse("not known")
                    + standing.remark().map(words -> " (" + words + ")").orElse(""));
            standing.state().ifPresent(state -> lines.addAll(batches(state.batches())));
        }
        return lines;
    }

    private static String owner(JobStanding standing) {
        return standing.job().manifest().map(Object::toString).orElse("");
    }

    private static String told(JobStanding.State state) {
        return state.status() + state.startTime().map(t -> ", started " + t).orElse("");
    }

    private static List<String> batches(List<JobStanding.Batch> batches) {
        int names = widest(batches.stream().map(JobStanding.Batch::name).toList());
        int states = widest(batches.stream().map(JobStanding.Batch::status).toList());
        return batches.stream()
                .map(batch -> "  " + padded(batch.name(), names) + "  " + padded(batch.status(), states) + "  "
                        + detail(batch))
                .map(String::stripTrailing)
                .toList();
    }

    private static String detail(JobStanding.Batch batch) {
        return batch.records()
                .map(n -> Quantity.of(n, "record"))
                .or(batch::message)
                .orElse("");
    }

    private static int widest(List<String> texts) {
        return Math.min(texts.stream().mapToInt(String::length).max().orElse(0), WIDEST);
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + Math.max(width, 1) + "s", text);
    }
}
