package io.github.aquaspec.report;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.JobState;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Events in words for whoever looks for what went wrong: requests and changes of state, numbers as they are. */
final class TraceText {

    private TraceText() {}

    /** The lines for an event, without its manifest. */
    static List<String> of(RunEvent event) {
        List<String> lines = new ArrayList<>();
        if (event instanceof RunEvent.Requested requested) {
            lines.add(step(requested.step()));
        } else if (event instanceof RunEvent.Started) {
            lines.add("begins");
        } else if (event instanceof RunEvent.Fetching fetching) {
            lines.add("fetches \"" + fetching.stem() + "\"");
        } else if (event instanceof RunEvent.FetchedAgain again) {
            lines.add("fetches \"" + again.stem() + "\" again in " + millis(again.pause()) + ", for "
                    + words(again.trouble()));
        } else if (event instanceof RunEvent.FileVerified verified) {
            lines.add("verified \""
                    + verified.result()
                            .name()
                            .orElse("query " + (verified.result().query() + 1)) + "\": "
                    + verified.result().records() + " records, "
                    + verified.result().bytes() + " bytes");
        } else if (event instanceof RunEvent.BatchesChanged) {
            lines.add("batches "
                    + event.state().orElseThrow().batches().stream()
                            .map(JobState.Batch::status)
                            .collect(Collectors.joining(", ")));
        } else if (event instanceof RunEvent.SnapshotPublished) {
            lines.add("the snapshot stands");
        } else if (event instanceof RunEvent.Submitted submitted) {
            submitted.runKey().ifPresent(key -> lines.add("run key " + key));
        } else if (event instanceof RunEvent.Ended ended) {
            lines.add(outcome(ended.outcome()));
        }
        lines.addAll(ChangeText.of(event));
        return lines;
    }

    private static String step(RequestStep step) {
        String which = step.request() + (step.attempt() == 1 ? "" : ", try " + step.attempt());
        if (step instanceof RequestStep.Held held) {
            return "holds " + which + " for " + millis(held.pause()) + ": the host asked to be left alone";
        } else if (step instanceof RequestStep.Answered answered) {
            return "answered " + which + ": " + answered.status() + ", " + millis(answered.took()) + ", "
                    + answered.bytes() + " bytes"
                    + answered.requestId().map(id -> ", Zuora-Request-Id " + id).orElse("");
        } else if (step instanceof RequestStep.Failed failed) {
            return "failed " + which + ": " + millis(failed.took()) + ", " + failed.bytes() + " bytes, " + failed.why();
        } else if (step instanceof RequestStep.Repeated repeated) {
            return "again " + step.request() + ", try " + (step.attempt() + 1) + " in " + millis(repeated.pause())
                    + ", for " + words(repeated.trouble());
        }
        return "sent " + which;
    }

    private static String outcome(JobOutcome outcome) {
        String found = outcome.diagnostics().stream().map(TraceText::words).collect(Collectors.joining("; "));
        String end;
        if (outcome instanceof JobOutcome.Published published) {
            end = "published in " + published.directory();
        } else if (outcome instanceof JobOutcome.Skipped skipped) {
            end = "skipped: " + skipped.reason();
        } else {
            end = "failed";
        }
        return "ended: " + end + (found.isEmpty() ? "" : "; " + found);
    }

    private static String words(Diagnostic found) {
        return found.code().id() + ": " + found.message();
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
