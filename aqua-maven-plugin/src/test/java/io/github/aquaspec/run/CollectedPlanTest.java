package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.model.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job says about itself, read as if a manifest said it. */
class CollectedPlanTest {

    @ParameterizedTest
    @CsvSource({"1, V1_0", "1.0, V1_0", "1.1, V1_1", "1.2, V1_2", "7, ", "'one', "})
    void takesTheVersion_howeverItIsWritten(String said, Version version) {
        assertThat(plan(said, "CSV").spec().version()).isEqualTo(Optional.ofNullable(version));
    }

    @ParameterizedTest
    @CsvSource({"CSV, CSV", "gzip, GZIP", "Zip, ZIP", "xml, "})
    void takesTheFormat_inAnyCase(String said, Format format) {
        assertThat(plan("1.0", said).spec().results().format()).isEqualTo(Optional.ofNullable(format));
    }

    private static JobPlan plan(String version, String format) {
        JobEcho echo = new JobEcho(
                Optional.of(version),
                Optional.of(format),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return CollectedPlan.of(
                new JobReply("j", "completed", Optional.empty(), Optional.empty(), echo, List.of()), Path.of("out"));
    }
}
