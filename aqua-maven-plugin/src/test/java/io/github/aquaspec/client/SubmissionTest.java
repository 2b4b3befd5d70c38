package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.JOB;
import static io.github.aquaspec.client.ServedClient.JOB_ID;
import static io.github.aquaspec.client.ServedClient.failure;
import static io.github.aquaspec.client.ServedClient.status;
import static io.github.aquaspec.client.ServedClient.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.CallFailure.Outcome;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A submission goes out once; who sends it again knows which key to send. */
class SubmissionTest {

    private static final String AQUA_SAYS = "{\"success\":false,\"reasons\":[{\"code\":50000060,\"message\":\"m\"}]}";

    @Test
    void carries_itsKey() throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, JOB))) {
            assertThat(served.client.submit("{}", "key-1").id()).isEqualTo(JOB_ID);

            assertThat(served.server.requests().get(0).header("Idempotency-Key"))
                    .isEqualTo("key-1");
            assertThat(served.server.requests().get(0).body()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "302, REDIRECTED, ANSWERED",
        "403, FORBIDDEN, ANSWERED",
        "404, NOT_FOUND, ANSWERED",
        "408, REFUSED, UNKNOWN",
        "409, CONFLICT, ANSWERED",
        "422, MISUSED_KEY, ANSWERED",
        "429, THROTTLED, ANSWERED",
        "500, SERVER_TROUBLE, UNKNOWN",
        "502, SERVER_TROUBLE, UNKNOWN",
        "503, SERVER_TROUBLE, ANSWERED",
        "504, SERVER_TROUBLE, UNKNOWN"
    })
    void isNotSentAgain_whateverTheStatus_andSaysWhetherAJobMayRun(int status, Kind kind, Outcome outcome)
            throws Exception {
        try (ServedClient served = ServedClient.always(status(status))) {
            CallFailure failure = failure(() -> served.client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.outcome()).isEqualTo(outcome);
            assertThat(served.requests()).isEqualTo(1);
        }
    }

    @Test
    void takes_a500InZuorasWords_forItsAnswer() throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(500, AQUA_SAYS))) {
            assertThat(failure(() -> served.client.submit("{}", "key-1")).outcome())
                    .isEqualTo(Outcome.ANSWERED);
        }
    }

    @Test
    void isRejected_whenA409HoldsTheRejectionOfItsKey() throws Exception {
        String rejection = "{\"errorCode\":\"90005\",\"message\":\"no such field\"}";
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(409, rejection))) {
            CallFailure failure = failure(() -> served.client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
            assertThat(failure.code()).contains("90005");
            assertThat(failure.message()).isEqualTo("no such field");
            assertThat(failure.outcome()).isEqualTo(Outcome.ANSWERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"status\":\"submitted\"}", ""})
    void isNotSentAgain_whenTheAnswerMakesNoSense_andTheJobMayRun(String body) throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, body))) {
            CallFailure failure = failure(() -> served.client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_AQUA);
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(served.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void isNotSentAgain_whenTheAnswerIsLost_andTheJobMayRun(End end) throws Exception {
        byte[] whole = Framing.LENGTH.json(200, JOB);
        for (int cut : new int[] {0, 10, whole.length - 1}) {
            try (ServedClient served =
                    new ServedClient(ServedClient.BASIC, (request, number) -> Reply.cut(whole, cut, end))) {
                CallFailure failure = failure(() -> served.client.submit("{}", "key-1"));

                assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
                assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(served.requests()).isEqualTo(1);
            }
        }
    }

    @Test
    void isSentAgain_whileNoConnectionComesAbout() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        VirtualTime time = new VirtualTime();
        try (AquaClient client =
                ServedClient.client(URI.create("http://127.0.0.1:" + port), ServedClient.BASIC, time)) {
            CallFailure failure = failure(() -> client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(time.pauses()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void isSentAgain_withANewToken_andTheSameKey() throws Exception {
        try (ServedClient served = new ServedClient(
                ServedClient.OAUTH,
                (request, number) -> Reply.of(
                        switch (number) {
                            case 0 -> token("token-one");
                            case 1 -> status(401);
                            case 2 -> token("token-two");
                            default -> Framing.LENGTH.json(200, JOB);
                        }))) {
            assertThat(served.client.submit("{}", "key-1").id()).isEqualTo(JOB_ID);

            List<RawServer.Request> submissions = served.server.requests().stream()
                    .filter(request -> request.path().equals("/v1/batch-query/"))
                    .toList();
            assertThat(submissions).extracting(r -> r.header("Idempotency-Key")).containsExactly("key-1", "key-1");
            assertThat(submissions)
                    .extracting(r -> r.header("Authorization"))
                    .containsExactly("Bearer token-one", "Bearer token-two");
        }
    }

    @Test
    void wasNotSent_whenThereIsNoTokenToGoWithIt_howeverThatWasLost() throws Exception {
        try (ServedClient served =
                new ServedClient(ServedClient.OAUTH, (request, number) -> Reply.ending(new byte[0], End.RST))) {
            CallFailure failure = failure(() -> served.client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(served.requests(r -> r.path().contains("batch-query"))).isZero();
        }
    }

    @Test
    void gets_theFirstJobOfItsKey_whenA409HoldsIt() throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(409, JOB))) {
            assertThat(served.client.submit("{}", "key-1").id()).isEqualTo(JOB_ID);
            assertThat(served.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"id\":{}}",
                "{\"id\":null}",
                "{\"message\":\"in progress\"}",
                "{\"id\":\"a\",\"id\":\"b\"}"
            })
    void isInConflict_whenA409HoldsNoJob(String body) throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(409, body))) {
            assertThat(failure(() -> served.client.submit("{}", "key-1")).kind())
                    .isEqualTo(Kind.CONFLICT);
        }
    }

    @Test
    void says_howLongTheServerAsksToBeLeftAlone() throws Exception {
        try (ServedClient served = ServedClient.always(status(429, "Retry-After: 90", "Zuora-Request-Id: r-1"))) {
            CallFailure failure = failure(() -> served.client.submit("{}", "key-1"));

            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
            assertThat(failure.requestId()).contains("r-1");
        }
    }
}
