package io.github.aquaspec.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.Environment;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private final List<Diagnostic> problems = new ArrayList<>();

    /** Zuora API reference, Introduction; and Submit a query job for the zones. */
    @ParameterizedTest
    @CsvSource({
        "us, https://rest.zuora.com, America/Los_Angeles",
        "us-na, https://rest.na.zuora.com, America/Los_Angeles",
        "us-sandbox, https://rest.apisandbox.zuora.com, America/Los_Angeles",
        "us-na-sandbox, https://rest.sandbox.na.zuora.com, America/Los_Angeles",
        "us-test, https://rest.test.zuora.com, America/Los_Angeles",
        "us-pt, https://rest.pt1.zuora.com, America/Los_Angeles",
        "eu, https://rest.eu.zuora.com, Z",
        "eu-sandbox, https://rest.sandbox.eu.zuora.com, Z",
        "eu-test, https://rest.test.eu.zuora.com, Z",
        "ap, https://rest.ap.zuora.com,",
        "ap-test, https://rest.test.ap.zuora.com,"
    })
    void knows_theDataCentres(String environment, String url, String zone) {
        Target target = target(environment, null).orElseThrow();

        assertThat(target.name()).isEqualTo(environment);
        assertThat(target.base()).contains(URI.create(url));
        assertThat(target.zone()).isEqualTo(Optional.ofNullable(zone).map(ZoneId::of));
        assertThat(target.isLocal()).isFalse();
        assertThat(target.needsEmulator()).isFalse();
    }

    @Test
    void knows_noOtherDataCentre_thanThoseAboveAndTheEmulator() {
        assertThat(Environment.words()).hasSize(12).contains("emulator");
    }

    @Test
    void needsTheEmulator_onlyUntilItHasAnAddress() {
        Target target = target("emulator", null).orElseThrow();

        assertThat(target.needsEmulator()).isTrue();
        assertThat(target.isLocal()).isTrue();
        assertThat(target("emulator", "http://127.0.0.1:8377").orElseThrow().needsEmulator())
                .isFalse();
    }

    @Test
    void takesTheEndpoint_andTheZoneOfTheEnvironment_whenBothAreGiven() {
        Target target = target("eu", "https://proxy.example/zuora").orElseThrow();

        assertThat(target.base()).contains(URI.create("https://proxy.example/zuora"));
        assertThat(target.zone()).contains(ZoneOffset.UTC);
        assertThat(target.name()).isEqualTo("eu");
    }

    @ParameterizedTest
    @CsvSource({
        "us,, us (rest.zuora.com)",
        ", https://tenant.example:8443/prefix/zuora/, tenant.example (tenant.example:8443/prefix/zuora)",
        "eu, https://Proxy.Example, eu (proxy.example)",
        ", http://127.0.0.1:8377/x, 127.0.0.1 (127.0.0.1/x)",
        "emulator,, emulator (emulator)",
    })
    void isKnownByItsAddress_forWhatIsRemembered(String environment, String endpoint, String told) {
        assertThat(target(environment, endpoint).orElseThrow().identity(Optional.empty(), Optional.empty()))
                .hasToString(told);
    }

    @Test
    void isKnownByItsEntityAndOrganizations_whoseOrderSaysNothing() {
        Target us = target("us", null).orElseThrow();

        assertThat(us.identity(Optional.of("4"), Optional.of("b, a,,b")))
                .hasToString("us (rest.zuora.com, entity 4, orgs a,b)");
        assertThat(us.identity(Optional.empty(), Optional.of(" , ")).orgs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://rest.zuora.com",
                "https://rest.zuora.com/",
                "https://tenant.example:8443/prefix/zuora",
                " https://rest.zuora.com ",
                "http://127.0.0.1:8377",
                "http://localhost:8377/x",
                "http://[::1]:8377"
            })
    void takes_anEndpoint(String endpoint) {
        Target target = target(null, endpoint).orElseThrow();

        assertThat(target.base()).contains(URI.create(endpoint.strip()));
        assertThat(target.zone()).isEmpty();
        assertThat(target.isLocal()).isEqualTo(endpoint.startsWith("http:"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://rest.zuora.com, is not https",
        "http://localhost.evil.example, is not https",
        "http://127.0.0.1.evil.example, is not https",
        "ftp://127.0.0.1, is not https",
        "rest.zuora.com, is not a base URL",
        "https://, is not a base URL",
        "'https://rest zuora.com', is not a base URL",
        "https://rest.zuora.com?x=1, 'holds more than scheme, host, port and path'",
        "https://rest.zuora.com#x, 'holds more than scheme, host, port and path'"
    })
    void refuses_anEndpoint(String endpoint, String reason) {
        assertThat(target("us", endpoint)).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo(TargetCode.BAD_ENDPOINT);
        assertThat(problems.get(0).message()).isEqualTo("the endpoint \"" + endpoint + "\" " + reason);
    }

    @Test
    void refuses_anEndpointWithAUser_andDoesNotShowIt() {
        assertThat(target(null, "https://me:hunter22@rest.zuora.com")).isEmpty();
        assertThat(problems.get(0).toString()).doesNotContain("hunter22");
    }

    @Test
    void refuses_anUnknownEnvironment_withTheNearest() {
        assertThat(target("us-sandbx", null)).isEmpty();
        assertThat(problems.get(0).code()).isEqualTo(TargetCode.UNKNOWN_ENVIRONMENT);
        assertThat(problems.get(0).fix().orElseThrow())
                .startsWith("did you mean `us-sandbox`? known are us, us-na,")
                .contains("-Daqua.endpoint");
    }

    @Test
    void refuses_toGuess_whenNothingIsGiven() {
        assertThat(target(null, null)).isEmpty();
        assertThat(problems).extracting(d -> (Object) d.code()).containsExactly(TargetCode.NO_TARGET);
    }

    private Optional<Target> target(String environment, String endpoint) {
        return Target.of(Optional.ofNullable(environment), Optional.ofNullable(endpoint), problems);
    }
}
