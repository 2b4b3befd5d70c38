package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;

class KnownPropertiesTest {

    @Test
    void refuses_aTypo_withWhatWasMeant() throws Exception {
        List<Diagnostic> found = check(properties("aqua.enviroment", "us"), new Properties());

        assertThat(found).hasSize(1);
        assertThat(found.get(0).code().id()).isEqualTo("AQ510");
        assertThat(found.get(0).message()).isEqualTo("no goal of this version reads -Daqua.enviroment");
        assertThat(found.get(0).fix().orElseThrow()).startsWith("did you mean -Daqua.environment?");
    }

    @Test
    void accepts_whatAnyGoalReads() throws Exception {
        assertThat(check(
                        properties("aqua.environment", "us", "aqua.emulator.port", "1", "aqua.run.skip", "true"),
                        new Properties()))
                .isEmpty();
    }

    @Test
    void accepts_valuesOfParams_whoseNamesAreTheManifests() throws Exception {
        assertThat(check(properties("aqua.param.currency", "EUR"), new Properties()))
                .isEmpty();
    }

    @Test
    void accepts_whatThePomMeansItself_andWhatIsNotOurs() throws Exception {
        assertThat(check(properties("aqua.version", "2", "skipTests", "true"), properties("aqua.version", "1")))
                .isEmpty();
    }

    private static List<Diagnostic> check(Properties commandLine, Properties pom) throws Exception {
        try (InputStream in = KnownPropertiesTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new KnownProperties(
                            new PluginDescriptorBuilder().build(new InputStreamReader(in, StandardCharsets.UTF_8)))
                    .check(commandLine, pom);
        }
    }

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }
}
