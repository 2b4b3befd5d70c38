package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.failure;
import static io.github.aquaspec.client.ServedClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server asks of one request holds for all of the client. A submission is refused here: it asks no second time. */
class SharedWaitTest {

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waits_asLongAsAnotherRequestWasAskedTo_andALittleMore(int status) throws Exception {
        try (ServedClient served = refusedOnce(status(status, "Retry-After: 7"))) {
            served.client.job("a");

            assertThat(served.time.passed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
            assertThat(served.requests()).isEqualTo(2);
        }
    }

    @Test
    void waits_untilALimitBegins_thatIsUsedUp() throws Exception {
        try (ServedClient served = refusedOnce(status(429, "RateLimit-Remaining: 0", "RateLimit-Reset: 9"))) {
            served.client.job("a");

            assertThat(served.time.passed()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 'X: y'",
        "429, 'Retry-After: soon'",
        "429, 'Retry-After: 301'",
        "429, 'RateLimit-Reset: 9'",
        "500, 'Retry-After: 7'"
    })
    void goesAtOnce_whereNothingWasAskedOfAll_orMoreThanAnybodyWaits(int status, String header) throws Exception {
        try (ServedClient served = refusedOnce(status(status, header))) {
            served.client.job("a");

            assertThat(served.time.pauses()).isEmpty();
        }
    }

    @Test
    void waitsNot_whenThereIsMoreThanNothingLeftOfALimit() throws Exception {
        try (ServedClient served = refusedOnce(status(429, "RateLimit-Remaining: 5", "RateLimit-Reset: 9"))) {
            served.client.job("a");

            assertThat(served.time.pauses()).isEmpty();
        }
    }

    @Test
    void getsAToken_meanwhile_forTokensHaveALimitOfTheirOwn() throws Exception {
        try (ServedClient served = new ServedClient(
                ServedClient.OAUTH,
                (request, number) -> Reply.of(
                        request.path().equals("/oauth/token")
                                ? Framing.LENGTH.json(200, "{\"access_token\":\"t" + number + "\",\"expires_in\":0}")
                                : status(429, "Retry-After: 7")))) {
            failure(() -> served.client.submit("{}", "key"));
            served.client.clockOffset();

            assertThat(served.requests()).as("a token, the job, another token").isEqualTo(3);
            assertThat(served.time.pauses()).isEmpty();
        }
    }

    @Test
    void tells_thatItWaits() throws Exception {
        List<String> held = new ArrayList<>();
        RequestListener listener = new Held(held);
        try (ServedClient served = refusedOnce(status(429, "Retry-After: 7"))) {
            served.client.telling(listener).job("a");
            served.client.telling(listener).job("a");

            assertThat(held).singleElement().asString().matches("GET /v1/batch-query/jobs/a 1 PT7.*S");
        }
    }

    @Test
    void sendsNothing_whenItIsStoppedMeanwhile() throws Exception {
        try (ServedClient served = ServedClient.after(1, status(429, "Retry-After: 7"));
                AquaClient client = new AquaClient(
                        new Transport("test", TransportLimits.DEFAULT),
                        new Service(served.server.url(), ServedClient.BASIC, Map.of()),
                        RetryPolicy.DEFAULT,
                        duration -> {
                            throw new InterruptedException("stopped");
                        },
                        served.time,
                        new Redaction())) {
            failure(() -> client.submit("{}", "key"));

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> client.job("a"));
            assertThat(served.requests()).isEqualTo(1);
        }
    }

    /** A client whose submission was refused so; all else is answered. */
    private static ServedClient refusedOnce(byte[] refusal) throws Exception {
        ServedClient served = ServedClient.after(1, refusal);
        assertThat(failure(() -> served.client.submit("{}", "key")).kind()).isIn(Kind.THROTTLED, Kind.SERVER_TROUBLE);
        return served;
    }

    /** Hears of waits alone. */
    private record Held(List<String> lines) implements RequestListener {

        @Override
        public void held(Request request, Duration wait) {
            lines.add(request.method() + " " + request.path() + " " + request.attempt() + " " + wait);
        }

        @Override
        public void sent(Request request) {}

        @Override
        public void answered(Request request, int status, Optional<String> requestId, long bytes, Duration took) {}

        @Override
        public void failed(Request request, CallFailure why, long bytes, Duration took) {}

        @Override
        public void repeats(Request request, CallFailure why, Duration wait) {}
    }
}
