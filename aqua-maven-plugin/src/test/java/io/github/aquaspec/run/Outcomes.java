package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.util.List;
import java.util.Optional;

/** What is found in a run, as tests look at it. */
final class Outcomes {

    private Outcomes() {}

    static List<String> codes(JobOutcome outcome) {
        return outcome.diagnostics().stream().map(d -> d.code().id()).toList();
    }

    /** The one finding. */
    static Diagnostic only(JobOutcome outcome) {
        assertThat(outcome.diagnostics()).hasSize(1);
        return outcome.diagnostics().get(0);
    }

    /** The one finding, drawn, with the ids of this run made equal to those of any other. */
    static String drawn(JobOutcome.Failed failed) {
        return drawn(only(failed), failed.jobId());
    }

    static String drawn(Diagnostic diagnostic, Optional<String> jobId) {
        return jobId.map(id -> TextRenderer.render(diagnostic).replace(id, "<job>"))
                        .orElseGet(() -> TextRenderer.render(diagnostic))
                        .replaceAll("[0-9a-f]{32}", "<file>")
                        .replaceAll("request id [0-9a-f-]{36}", "request id <request>")
                + "\n";
    }
}
