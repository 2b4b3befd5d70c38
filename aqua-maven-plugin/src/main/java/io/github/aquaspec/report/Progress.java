package io.github.aquaspec.report;

import io.github.aquaspec.run.RunEvent;
import io.github.aquaspec.run.RunListener;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.util.function.Consumer;

/** A line for each change of state. */
public final class Progress implements RunListener {

    private final Consumer<String> out;

    public Progress(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            started.plan().window().ifPresent(window -> out.accept(event.id() + ": " + WindowText.of(window)));
        } else if (event instanceof RunEvent.Opened opened) {
            opened.found().stream()
                    .filter(finding -> finding.severity() == Severity.WARNING)
                    .forEach(finding -> out.accept(event.id() + ": before submitting, "
                            + finding.code().id() + ": " + finding.message()));
        } else if (event instanceof RunEvent.Continued continued) {
            String since = continued
                    .age()
                    .map(age -> ", submitted " + Quantity.of(age) + " ago")
                    .orElse("");
            out.accept(event.id()
                    + (continued.byKey() ? ": attached by its run key to job " : ": goes on with job ")
                    + continued.jobId()
                    + since);
        } else if (event instanceof RunEvent.GivenUp given) {
            out.accept(event.id() + ": "
                    + given.jobId().map(id -> "job " + id + " of a run before ").orElse("a run before ")
                    + words(given.why()) + "; another one begins");
        } else if (event instanceof RunEvent.Waiting waiting) {
            out.accept(event.id() + ": " + waiting.trouble().code().id() + ": "
                    + waiting.trouble().message() + "; asking on");
        } else if (event instanceof RunEvent.Submitted submitted) {
            out.accept(event.id() + ": job " + submitted.jobId() + " " + submitted.status());
        } else if (event instanceof RunEvent.StatusChanged changed) {
            out.accept(event.id() + ": " + changed.status() + " after " + Quantity.of(changed.elapsed()));
        }
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
