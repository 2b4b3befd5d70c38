package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.Polling;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a build says about how to run, as it says it: texts, and null where it says nothing. */
record RunChoice(
        String whenNoCredentials,
        String pollInterval,
        int parallelJobs,
        Integer parallelDownloads,
        String progress,
        boolean heals,
        boolean fresh,
        boolean cancelsOnAbort,
        boolean updatesColumns) {

    private static final int MOST_DOWNLOADS = 4;

    /** The settings of a run, unless something about them is wrong. */
    Optional<RunSettings> settings(Optional<ZoneId> zone, Strictness strictness, List<Diagnostic> problems) {
        int before = problems.size();
        oneOf("aqua.progress", progress, Set.of("auto", "plain", "none"), "auto, plain or none", problems);
        oneOf("aqua.whenNoCredentials", whenNoCredentials, Set.of("fail", "skip"), "fail or skip", problems);
        int downloads = parallelDownloads == null
                ? Math.min(MOST_DOWNLOADS, Runtime.getRuntime().availableProcessors() + 1)
                : parallelDownloads;
        if (parallelJobs < 1 || downloads < 1) {
            problems.add(
                    Diagnostic.of(TargetCode.BAD_PROPERTY, "at least one job and one download at a time are needed")
                            .fix("set aqua.parallelJobs and aqua.parallelDownloads to 1 or more"));
        }
        Optional<Polling> polling = polling(problems);
        return problems.size() > before
                ? Optional.empty()
                : polling.map(p -> new RunSettings(
                        p,
                        parallelJobs,
                        downloads,
                        zone,
                        strictness,
                        heals,
                        Optional.empty(),
                        fresh,
                        cancelsOnAbort,
                        updatesColumns,
                        Optional.empty()));
    }

    /** Whether a build without credentials passes. */
    boolean skipsWithoutCredentials() {
        return whenNoCredentials.equals("skip");
    }

    private Optional<Polling> polling(List<Diagnostic> problems) {
        if (pollInterval == null) {
            return Optional.of(Polling.ADAPTIVE);
        }
        Optional<Duration> interval = duration(pollInterval.strip()).filter(d -> !d.isNegative());
        if (interval.isEmpty()) {
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.pollInterval is \"" + pollInterval + "\"")
                    .fix("write it as an ISO 8601 duration, such as PT5S"));
        }
        return interval.map(i -> new Polling(Optional.of(i)));
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void oneOf(
            String property, String value, Set<String> known, String words, List<Diagnostic> problems) {
        if (!known.contains(value)) {
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, property + " is \"" + value + "\"")
                    .fix("set it to " + words));
        }
    }
}
