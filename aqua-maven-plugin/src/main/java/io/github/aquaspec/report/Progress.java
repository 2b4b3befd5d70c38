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
        } else if (event instanceof RunEvent.Submitted submitted) {
            out.accept(event.id() + ": job " + submitted.jobId() + " " + submitted.status());
        } else if (event instanceof RunEvent.StatusChanged changed) {
            out.accept(event.id() + ": " + changed.status() + " after " + Quantity.of(changed.elapsed()));
        }
    }
}
