package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key, one job, in whichever of its two ways Zuora answers a repeated submission. */
class EmulatedKeyTest {

    private static final String REQUEST = "{\"format\":\"csv\",\"version\":\"1.0\",\"name\":\"a\",\"queries\":"
            + "[{\"name\":\"A\",\"type\":\"zoqlexport\",\"query\":\"select Id from Account\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"original", "409"})
    void gets_theSameJob_forTheSameKey_andNoOther(String replay) throws Exception {
        Map<String, String> entity = Map.of("Zuora-Entity-Ids", "00000000-0000-0000-0000-000000000001");
        try (AquaEmulator emulator =
                        AquaEmulator.start(EmulatorConfig.defaults().with(Setting.REPLAY_STATUS, replay));
                AquaClient client = client(emulator, Map.of());
                AquaClient ofAnEntity = client(emulator, entity)) {
            String job = client.submit(REQUEST, "key-1").id();

            assertThat(client.submit(REQUEST, "key-1").id()).isEqualTo(job);
            assertThat(client.submit(REQUEST, "key-2").id()).isNotEqualTo(job);
            assertThat(failure(() -> ofAnEntity.submit(REQUEST, "key-1")).kind())
                    .as("for something else")
                    .isEqualTo(Kind.MISUSED_KEY);
        }
    }

    private static AquaClient client(AquaEmulator emulator, Map<String, String> headers) {
        return new AquaClient(
                new Transport("test", TransportLimits.DEFAULT),
                new Service(emulator.url(), ServedClient.OAUTH, headers),
                RetryPolicy.DEFAULT,
                Pause.REAL,
                Clock.systemUTC(),
                new Redaction());
    }
}
