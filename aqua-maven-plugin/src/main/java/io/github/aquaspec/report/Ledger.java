package io.github.aquaspec.report;

import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end of a run: what was published, what was not. */
public final class Ledger {

    private final Path base;

    /**
     * Makes a ledger.
     *
     * @param base the folder that paths are shown from
     */
    public Ledger(Path base) {
        this.base = base;
    }

    /** The lines for one manifest. */
    public List<String> lines(JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Published published) {
            return published(published);
        }
        if (outcome instanceof JobOutcome.Skipped skipped) {
            return List.of(skipped.id() + ": skipped: " + skipped.reason());
        }
        JobOutcome.Failed failed = (JobOutcome.Failed) outcome;
        String job = failed.jobId().map(id -> " (job " + id + ")").orElse("");
        String retry = switch (failed.retry()) {
            case NOW -> "; run it again";
            case LATER -> "; run it again later";
            case NEVER -> "";
        };
        return List.of(failed.id() + ": FAILED, nothing published" + job + retry);
    }

    private List<String> published(JobOutcome.Published published) {
        List<String> lines = new ArrayList<>();
        lines.add(published.id() + ": published in " + shown(published.directory()) + " (job " + published.jobId() + ")"
                + (published.isFailed() ? but(published) : ""));
        int widest = published.results().stream()
                .mapToInt(r -> name(r).length())
                .max()
                .orElse(1);
        for (QueryResult result : published.results()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-" + widest + "s  %15s  %18s  %s%s",
                    name(result),
                    Quantity.of(result.records(), "record"),
                    Quantity.of(result.bytes(), "byte"),
                    files(result),
                    about(result, published)));
        }
        published
                .accepted()
                .forEach(accepted -> lines.add("  accepted "
                        + accepted.diagnostic().code().id() + ", " + accepted.reason() + ": "
                        + accepted.diagnostic().message()));
        return lines;
    }

    private static String but(JobOutcome.Published published) {
        return published.isRemembered() ? ", but the one before is NOT DELETED" : ", but NOT REMEMBERED";
    }

    private static String files(QueryResult result) {
        List<DataFile> files = result.files();
        String first = files.get(0).name();
        return files.size() == 1
                ? first
                : first + " to " + files.get(files.size() - 1).name();
    }

    /** What a session gave: everything, or what changed; and how many records are there because they were deleted. */
    private static String about(QueryResult result, JobOutcome.Published published) {
        List<String> words = new ArrayList<>();
        if (published.isOfSession()) {
            words.add(result.isIncremental() ? "incremental" : "full");
        }
        long deleted = result.deleted();
        if (deleted > 0) {
            words.add(Quantity.grouped(deleted) + " deleted");
        }
        return words.isEmpty() ? "" : "  " + String.join(", ", words);
    }

    private static String name(QueryResult result) {
        return result.name().orElse("query " + (result.query() + 1));
    }

    private String shown(Path path) {
        return ShownPath.from(base, path);
    }
}
