package io.github.aquaspec.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportGzipTest {

    private static final Request ASKING =
            new Request("GET", "/", "", Map.of("Accept-Encoding", List.of("gzip")), new byte[0]);

    @ParameterizedTest
    @CsvSource({
        "application/json,  1001, true",
        "application/xml,   1001, true",
        "text/html,         1001, true",
        "text/csv,          1001, true",
        "text/plain,        1001, true",
        "application/zip,   1001, false",
        "application/x-gzip, 1001, false",
        "text/csv,          1000, false"
    })
    void zipsOverAThousandBytes_ofFiveTypes(String type, int length, boolean zipped) {
        Response plain = new Response(200, Map.of("Content-Type", type + ";charset=UTF-8"), Body.of(new byte[length]));
        Response sent = TransportGzip.encoded(ASKING, plain);
        assertThat(sent.headers().containsKey("Content-Encoding")).isEqualTo(zipped);
        assertThat(sent.headers().containsKey("Vary")).isEqualTo(zipped);
    }
}
