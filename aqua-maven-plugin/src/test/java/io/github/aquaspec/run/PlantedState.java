package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.snapshot.CachedDisk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Alters what is remembered, as a client with a mistake would. */
final class PlantedState {

    private PlantedState() {}

    /** The window that was not published is remembered as if it were. */
    static void ahead(StateDirectory state, Instant now) throws StateException {
        Optional<Published> before = state.published();
        if (before.isPresent() && before.get() instanceof WindowPublished window) {
            Instant to = now.truncatedTo(ChronoUnit.SECONDS);
            state.commit(
                    before,
                    new WindowPublished(
                            state.identity(), window.jobId(), window.to(), to, window.queries(), List.of()));
        }
    }

    /** A job of another machine goes on with the session, and is remembered here as if its files were. */
    static void takenBy(SoakBuild other, SoakManifest manifest, StateDirectory state) throws Exception {
        Optional<Published> before = state.published();
        if (before.isPresent() && before.get() instanceof SessionPublished ours) {
            Optional<JobOutcome> outcome =
                    other.run(manifest.text(), SoakBuild.Flags.NONE, new CachedDisk(), event -> {});
            assertThat(outcome.orElseThrow()).isInstanceOf(JobOutcome.Published.class);
            SessionPublished theirs =
                    (SessionPublished) other.state().published().orElseThrow();
            state.commit(
                    before,
                    new SessionPublished(
                            state.identity(),
                            ours.partner(),
                            ours.project(),
                            theirs.jobId(),
                            theirs.watermark(),
                            theirs.queries()));
        }
    }
}
