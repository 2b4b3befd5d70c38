package io.github.aquaspec.spec.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.ManifestSchema;
import io.github.aquaspec.spec.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What programs are compiled against changes on purpose alone. {@code -Dgoldens=write} writes it down anew: a line that
 * goes is a new major version, once there is a 1.0.
 */
class PublicApiTest {

    private static final Path GOLDEN = Path.of("public-api.txt");

    @Test
    void isWhatWasPromised() throws IOException {
        String api = PublicApi.text("io.github.aquaspec.", JobSpecs.class, ManifestSchema.class, Values.class);
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(GOLDEN, api);
        }

        assertThat(api).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void holdsWhatTheFrontDoorSpeaksOf_andNoMore() {
        assertThat(PublicApi.text("io.github.aquaspec.", JobSpecs.class))
                .contains("JobSpecs.load(java.nio.file.Path)", "record io.github.aquaspec.spec.model.QuerySpec")
                .doesNotContain("private", "io.github.aquaspec.spec.rule.");
    }
}
