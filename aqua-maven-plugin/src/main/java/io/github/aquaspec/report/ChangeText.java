package io.github.aquaspec.report;

import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.util.List;

/** Changes of state in words, without the manifest that they happen to. */
final class ChangeText {

    private ChangeText() {}

    /** The lines for an event; none for one that changes nothing that a user waits for. */
    static List<String> of(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            return started.plan().window().map(WindowText::of).stream().toList();
        } else if (event instanceof RunEvent.Opened opened) {
            return opened.found().stream()
                    .filter(finding -> finding.severity() == Severity.WARNING)
                    .map(finding -> "before submitting, " + finding.code().id() + ": " + finding.message())
                    .toList();
        } else if (event instanceof RunEvent.Continued continued) {
            String since = continued
                    .age()
                    .map(age -> ", submitted " + Quantity.of(age) + " ago")
                    .orElse("");
            return List.of((continued.byKey() ? "attached by its run key to job " : "goes on with job ")
                    + continued.jobId()
                    + since);
        } else if (event instanceof RunEvent.SentAgain) {
            return List.of("a run before may have submitted it: sends the same request again, under the same key");
        } else if (event instanceof RunEvent.GivenUp given) {
            return List.of(
                    given.jobId().map(id -> "job " + id + " of a run before ").orElse("a run before ")
                            + words(given.why()) + "; another one begins");
        } else if (event instanceof RunEvent.Waiting waiting) {
            return List.of(
                    waiting.trouble().code().id() + ": " + waiting.trouble().message() + "; asking on");
        } else if (event instanceof RunEvent.Submitted submitted) {
            return List.of("job " + submitted.jobId() + " " + submitted.status());
        } else if (event instanceof RunEvent.StatusChanged changed) {
            return List.of(changed.status() + " after " + Quantity.of(changed.elapsed()));
        }
        return List.of();
    }

    /** What becomes of a run, or of its job, that is not gone on with. */
    static String words(RunEvent.GivenUp.Why why) {
        return switch (why) {
            case ENDED -> "ended without a result";
            case GONE -> "is gone from Zuora";
            case FRESH -> "is given up for a fresh start";
            case HEALED -> "is given up for everything since what was published last";
            case DROPPED -> "is not asked for any more";
        };
    }
}
