package io.github.aquaspec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A descriptor is what the Data Package standard says that one must be. */
class DataPackageStandardTest {

    @Test
    void acceptsWhatWeWrite() throws IOException {
        assertThat(errors(text())).isEmpty();
        DataPackage small = Snapshots.descriptor("a", new StoredFile("a.csv", 1, "1".repeat(64)), new byte[1], 0);
        assertThat(errors(new String(DescriptorWriter.write(small), UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"path\": \"account', '\"path\": \"../account'",
        "'\"path\": \"account', '\"path\": \".account'",
        "'\"path\": \"account', '\"path\": \"/account'",
        "'\"path\": \"', '\"place\": \"'",
        "'\"name\": \"account-0001\",', ''",
        "'sha256:1', 'sha256:x'",
        "'\"bytes\": 120', '\"bytes\": \"120\"'",
        "'2026-01-02T03:04:05Z', 'yesterday'",
        "'\"type\": \"table\"', '\"type\": \"chair\"'",
        "'\"type\": \"string\"', '\"type\": \"text\"'",
        "'text/csv', 'csv'",
        "'\"header\": true', '\"header\": \"yes\"'",
        "'\"resources\"', '\"files\"'"
    })
    void refusesWhatMustNotBe(String written, String other) throws IOException {
        assertThat(text()).contains(written);

        assertThat(errors(text().replace(written, other))).isNotEmpty();
    }

    private static String text() throws IOException {
        return new String(DescriptorWriter.write(DescriptorTest.FULL), UTF_8);
    }

    private static List<Error> errors(String descriptor) throws IOException {
        try (InputStream schema =
                DataPackageStandardTest.class.getResourceAsStream("/datapackage/data-package-2.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), UTF_8), InputFormat.JSON)
                    .validate(
                            descriptor,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }
}
