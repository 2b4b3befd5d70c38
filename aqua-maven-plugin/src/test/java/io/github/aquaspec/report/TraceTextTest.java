package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.manifest.ManifestId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TraceTextTest {

    @Test
    void saysWhyARequestWaits_andWhichTry() {
        assertThat(TraceText.of(held(1)))
                .containsExactly("holds GET /v1/files/f for 1500 ms: the host asked to be left alone");
        assertThat(TraceText.of(held(3)))
                .containsExactly("holds GET /v1/files/f, try 3 for 1500 ms: the host asked to be left alone");
    }

    private static RunEvent held(int attempt) {
        return new RunEvent.Requested(
                ManifestId.of("a").orElseThrow(),
                new RequestStep.Held("GET /v1/files/f", attempt, Duration.ofMillis(1500)));
    }
}
