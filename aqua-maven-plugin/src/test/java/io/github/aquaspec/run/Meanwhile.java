package io.github.aquaspec.run;

import io.github.aquaspec.client.Pause;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/** What happens elsewhere while a job runs. */
@FunctionalInterface
interface Meanwhile {

    void happen() throws IOException;

    /** Lets it happen at each of some events. */
    default RunListener at(Predicate<RunEvent> events) {
        return event -> {
            if (events.test(event)) {
                happenUnchecked();
            }
        };
    }

    /** Lets it happen whenever a run waits, unless it stops the run. */
    default Pause before(Pause pause) {
        return duration -> {
            happenUnchecked();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pause.of(duration);
        };
    }

    private void happenUnchecked() {
        try {
            happen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
