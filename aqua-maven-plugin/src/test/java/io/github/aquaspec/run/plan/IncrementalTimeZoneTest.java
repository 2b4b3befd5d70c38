package io.github.aquaspec.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalTimeZoneTest {

    private static final String SESSION = """
            version: "1.1"
            partner: acme
            project: crm
            incrementalTime: "2015-01-21 10:30:01"
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
            """;

    @ParameterizedTest
    @ValueSource(strings = {"ap", "ap-test"})
    void warns_whereZuoraNamesNoZone_atTheTime(String environment) {
        Diagnostic found = IncrementalTimeZone.check(manifest(SESSION), target(environment))
                .orElseThrow();

        assertThat(found.code().id()).isEqualTo("AQ517");
        assertThat(found.isError()).isFalse();
        assertThat(found.where().orElseThrow().span()).hasToString("specs/a.yaml:4:18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "us-na-sandbox", "eu", "eu-test", "emulator"})
    void isSilent_whereZuoraNamesTheZone(String environment) {
        assertThat(IncrementalTimeZone.check(manifest(SESSION), target(environment)))
                .isEmpty();
    }

    @Test
    void isSilent_whenTheBuildNamesTheZone() {
        assertThat(IncrementalTimeZone.check(manifest(SESSION), target("ap").in(ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void isSilent_withoutAnIncrementalTime() {
        String plain = SESSION.replace("incrementalTime: \"2015-01-21 10:30:01\"\n", "");

        assertThat(IncrementalTimeZone.check(manifest(plain), target("ap"))).isEmpty();
    }

    private static Manifest manifest(String text) {
        Manifest manifest = new Manifest(new ManifestId("a"), JobSpecs.parse("specs/a.yaml", text));
        assertThat(manifest.loaded().hasErrors()).isFalse();
        return manifest;
    }

    private static Target target(String environment) {
        return Target.of(Optional.of(environment), Optional.empty(), new ArrayList<>())
                .orElseThrow();
    }
}
