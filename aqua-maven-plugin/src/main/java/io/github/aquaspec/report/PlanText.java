package io.github.aquaspec.report;

import io.github.aquaspec.run.Forecast;
import io.github.aquaspec.run.Prospect;
import io.github.aquaspec.run.Unfinished;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RequestEstimate;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.spec.diagnostic.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run will do, send and leave: what it comes to, then the request as it goes over the wire. Each line of the body is
 * indented by two blanks, and is otherwise what is sent.
 */
public final class PlanText {

    private static final String INDENT = "  ";
    private static final List<Duration> DURATIONS =
            List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(3));

    private final Path base;

    /**
     * Makes a text.
     *
     * @param base the folder that paths are shown from
     */
    public PlanText(Path base) {
        this.base = base;
    }

    /** The lines for one manifest. */
    public List<String> lines(Forecast forecast) {
        JobPlan plan = forecast.plan();
        List<String> lines = new ArrayList<>();
        lines.add(plan.id() + ": " + (plan.spec().isStateful() ? "a stateful job" : "a stateless job")
                + (plan.stems().isEmpty()
                        ? " of the queries that its session repeats"
                        : " of " + Quantity.of(plan.stems().size(), "query")));
        add(lines, "window", window(plan));
        add(lines, "run", List.of(told(forecast.prospect())));
        if (!(forecast.prospect() instanceof Prospect.Refused)) {
            add(lines, "requests", List.of(requests(forecast.requests())));
            add(lines, "waits", List.of("at most " + plan.spec().timeout() + " for the job"));
        }
        add(lines, "state", plan.stateFolder().map(this::shown).stream().toList());
        add(lines, "output", output(plan));
        add(
                lines,
                "accepted",
                forecast.accepted().stream()
                        .map(a -> a.diagnostic().code().id() + ", " + a.reason() + ": "
                                + a.diagnostic().message())
                        .toList());
        lines.add("");
        forecast.head().forEach(line -> lines.add(INDENT + line));
        lines.add("");
        plan.request().lines().forEach(line -> lines.add(INDENT + line));
        if (plan.request().lines().anyMatch(line -> !Printable.of(line).equals(line))) {
            lines.add(INDENT
                    + "(<U+…> stands for one character that this version of Java does not know; it is sent as it is)");
        }
        return lines;
    }

    private static void add(List<String> lines, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            lines.add(String.format(Locale.ROOT, "%s%-9s %s", INDENT, i == 0 ? name : "", values.get(i)));
        }
    }

    private static List<String> window(JobPlan plan) {
        return plan.spec().window().isPresent() && plan.window().isEmpty()
                ? List.of("not known: it hangs on what was published last, and no environment is set")
                : plan.window().map(WindowText::range).stream().toList();
    }

    private static String told(Prospect prospect) {
        if (prospect instanceof Prospect.Submits next) {
            return "submits a job under " + key(next.key());
        }
        if (prospect instanceof Prospect.SubmitsInstead next) {
            return "submits a job under " + key(next.key()) + "; " + job(next.before()) + " "
                    + ChangeText.words(next.why());
        }
        if (prospect instanceof Prospect.Settles next) {
            return "gives up " + job(next.before())
                    + ": cancels it and submits another, or publishes it where it is completed";
        }
        if (prospect instanceof Prospect.GoesOn next) {
            return told(next.before());
        }
        if (prospect instanceof Prospect.RefusedUnlessDead next) {
            return "is refused, for the reason below, unless " + job(next.before())
                    + " has failed or is gone: then submits another";
        }
        return prospect instanceof Prospect.Unknown
                ? "not known: it hangs on what was begun before, and no environment is set"
                : "is refused, for the reason below";
    }

    private static String key(Optional<String> key) {
        return key.map(word -> "run key " + word).orElse("a run key drawn at random");
    }

    private static String job(Unfinished run) {
        return run.jobId().map(id -> "job " + id + " of a run before").orElse("a run before");
    }

    private static String told(Unfinished run) {
        Instant sent = run.sent().truncatedTo(ChronoUnit.SECONDS);
        String goesOn = run.jobId()
                .map(id -> "goes on with job " + id + ", submitted " + sent + " with the request below")
                .orElse("sends the request below again, under the same key: sent " + sent + ", it has no answer");
        String rest = run.published()
                ? "; its snapshot stands already"
                : run.files() > 0 ? "; " + Quantity.of(run.files(), "file") + " of it stored" : "";
        return goesOn + rest + "; run key " + run.key();
    }

    private static String requests(RequestEstimate estimate) {
        List<Duration> durations = DURATIONS.stream()
                .filter(duration -> duration.compareTo(estimate.timeout()) <= 0)
                .toList();
        if (durations.isEmpty()) {
            return "at most about " + Quantity.grouped(estimate.most());
        }
        return "about "
                + durations.stream()
                        .map(duration -> Quantity.grouped(estimate.of(duration))
                                + (duration.equals(durations.get(0)) ? " for a job of " : " of ")
                                + words(duration))
                        .collect(Collectors.joining(", "));
    }

    private static String words(Duration duration) {
        return duration.toHours() > 0
                ? Quantity.of(duration.toHours(), "hour")
                : Quantity.of(duration.toMinutes(), "minute");
    }

    private List<String> output(JobPlan plan) {
        SnapshotPlace output = plan.output();
        String folder = output.isDated() && plan.window().isEmpty()
                ? shown(output.folder()) + "/" + SnapshotPlace.PATTERN
                : shown(output.at(plan.window().map(w -> w.range().to()).orElse(Instant.EPOCH)));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < plan.stems().size(); i++) {
            files.add(plan.keepsSegments() ? plan.dataFile(i, 1) + ", and one per further segment" : plan.dataFile(i));
        }
        if (plan.stems().isEmpty()) {
            files.add("…, a file for each query");
        }
        files.add("datapackage.json");
        files.add("SHA256SUMS");
        return files.stream().map(file -> folder + "/" + file).toList();
    }

    private String shown(Path path) {
        return ShownPath.from(base, path);
    }
}
