package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.JOB_ID;
import static io.github.aquaspec.client.ServedClient.failure;
import static io.github.aquaspec.client.ServedClient.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.CallFailure.Outcome;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.RetryPolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again and what is final, counted at the server. */
class RetryTableTest {

    private static final String AQUA_SAYS = "{\"success\":false,\"reasons\":[{\"code\":%d,\"message\":\"m\"}]}";

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void asksAgain_whatMayPass_andGetsThere(int status) throws Exception {
        try (ServedClient served = ServedClient.after(4, status(status))) {
            assertThat(served.client.job("a").id()).isEqualTo(JOB_ID);
            assertThat(served.requests()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void givesUp_withinItsTime_whatDoesNotPass(int status) throws Exception {
        try (ServedClient served = ServedClient.always(status(status))) {
            assertThat(failure(() -> served.client.job("a")).status()).contains(status);
            assertThat(served.requests()).isBetween(5, RetryPolicy.DEFAULT.attempts());
            assertThat(served.time.passed()).isLessThanOrEqualTo(RetryPolicy.DEFAULT.budget());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "302, REDIRECTED",
        "400, REFUSED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, REFUSED",
        "407, PROXY_REFUSED",
        "409, REFUSED",
        "413, REFUSED",
        "422, REFUSED",
        "501, SERVER_TROUBLE"
    })
    void takes_anAnswerThatWillStay_forFinal(int status, Kind kind) throws Exception {
        try (ServedClient served = ServedClient.always(status(status))) {
            assertThat(failure(() -> served.client.job("a")).kind()).isEqualTo(kind);
            assertThat(failure(() -> served.client.cancel("a")).kind()).isEqualTo(kind);
            assertThat(served.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"50000061, SERVER_TROUBLE, 3", "50000070, THROTTLED, 3"})
    void asksAgain_whenZuoraSaysInItsWordsThatItMayPass(int code, Kind kind, int requests) throws Exception {
        byte[] trouble = Framing.LENGTH.json(200, AQUA_SAYS.formatted(code));
        try (ServedClient served = ServedClient.after(2, trouble);
                ServedClient never = ServedClient.always(trouble)) {
            assertThat(served.client.job("a").id()).isEqualTo(JOB_ID);
            assertThat(served.requests()).isEqualTo(requests);
            assertThat(failure(() -> never.client.job("a")).kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void asksAgain_whenTheConnectionBreaks(End end) throws Exception {
        byte[] whole = Framing.LENGTH.json(200, ServedClient.JOB);
        for (int cut : new int[] {0, 10, whole.length - 1}) {
            try (ServedClient served = new ServedClient(
                    ServedClient.BASIC,
                    (request, number) -> number < 3 ? Reply.cut(whole, cut, end) : Reply.of(whole))) {
                assertThat(served.client.job("a").id()).isEqualTo(JOB_ID);
                assertThat(served.requests()).isEqualTo(4);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><title>Log in</title></html>", "{\"status\":\"completed\"}", "", "[]", "{\"id\":"})
    void forgives_twoAnswersWithoutSense(String body) throws Exception {
        try (ServedClient served = ServedClient.after(2, Framing.LENGTH.json(200, body))) {
            assertThat(served.client.job("a").id()).isEqualTo(JOB_ID);
            assertThat(served.requests()).isEqualTo(3);
        }
    }

    @Test
    void takes_aThirdAnswerWithoutSense_forFinal() throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, "<html>"))) {
            assertThat(failure(() -> served.client.job("a")).kind()).isEqualTo(Kind.NOT_AQUA);
            assertThat(served.requests()).isEqualTo(3);
        }
    }

    @Test
    void asksAHostThatHasNeverAnswered_notAsLongAsOneThatHas() throws Exception {
        VirtualTime time = new VirtualTime();
        int closed;
        try (ServerSocket taken = new ServerSocket(0)) {
            closed = taken.getLocalPort();
        }
        try (AquaClient client =
                ServedClient.client(URI.create("http://127.0.0.1:" + closed), ServedClient.BASIC, time)) {
            assertThat(failure(() -> client.job("a")).kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(time.passed()).isEqualTo(RetryPolicy.DEFAULT.introduction());
        }
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, ServedClient.JOB))) {
            served.client.job("a");
            served.server.close();

            assertThat(failure(() -> served.client.job("a")).outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(served.time.passed()).isGreaterThan(RetryPolicy.DEFAULT.introduction());
        }
    }

    @Test
    void does_asTheServerAsks_inSeconds() throws Exception {
        try (ServedClient served = ServedClient.after(1, status(429, "Retry-After: 7"))) {
            served.client.job("a");
            assertThat(served.time.passed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        }
    }

    @Test
    void does_asTheServerAsks_byItsOwnClock_thoughOursIsADayOff() throws Exception {
        try (ServedClient served = ServedClient.after(
                1, status(503, "Date: Sun, 29 Nov 2026 10:00:00 GMT", "Retry-After: Sun, 29 Nov 2026 10:00:09 GMT"))) {
            served.client.job("a");
            assertThat(served.time.passed()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"31536000", "301", "99999999999999999999", "Mon, 22 Nov 2027 02:00:00 GMT"})
    void givesUpAtOnce_whenTheServerAsksForMoreThanWeHave_andSaysSo(String asked) throws Exception {
        try (ServedClient served = ServedClient.always(status(429, "Retry-After: " + asked))) {
            CallFailure failure = failure(() -> served.client.job("a"));

            assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
            assertThat(failure.retryAfter().orElseThrow()).isGreaterThan(RetryPolicy.DEFAULT.budget());
            assertThat(served.requests()).isEqualTo(1);
            assertThat(served.time.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5"})
    void waits_asUsual_whenItIsNotToBeReadWhatTheServerAsks(String garbage) throws Exception {
        try (ServedClient served = ServedClient.after(1, status(429, "Retry-After: " + garbage))) {
            served.client.job("a");
            assertThat(served.time.passed()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }

    @Test
    void stops_aStorm_whenTheServerStaysDown() throws Exception {
        try (ServedClient served = ServedClient.always(status(503))) {
            for (int i = 0; i < 50; i++) {
                assertThat(failure(() -> served.client.job("a")).status()).contains(503);
            }
            assertThat(served.requests()).as("50 first tries and 100 retries").isEqualTo(150);
        }
    }

    @Test
    void names_theHostARedirectPointsTo_andNothingMore_andGoesNotThere() throws Exception {
        try (RawServer other = new RawServer(Reply.of(Framing.LENGTH.json(200, ServedClient.JOB)));
                ServedClient served = ServedClient.always(
                        status(302, "Location: http://user:pw@localhost:" + other.port() + "/login?session=abc#top"))) {
            CallFailure failure = failure(() -> served.client.job("a"));

            assertThat(failure.kind()).isEqualTo(Kind.REDIRECTED);
            assertThat(failure.message()).isEqualTo("it points to http://localhost:" + other.port());
            assertThat(other.connections()).isZero();
            assertThat(served.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'/login?x', it points to another place on the same host",
        "'', it points to another place on the same host",
        "'http://[', it points to nowhere that can be read"
    })
    void names_whatCanBeNamedOfARedirect(String location, String words) throws Exception {
        try (ServedClient served = ServedClient.always(status(307, "Location: " + location))) {
            assertThat(failure(() -> served.client.job("a")).message()).isEqualTo(words);
        }
    }

    @Test
    void leavesTheTransferOfAFile_toWhomeverKeepsItsBeginning() throws Exception {
        byte[] whole = Framing.LENGTH.answer(200, List.of("Content-Type: text/csv"), new byte[100]);
        try (ServedClient served = new ServedClient(
                ServedClient.BASIC, (request, number) -> Reply.cut(whole, whole.length - 1, End.FIN))) {
            assertThat(failure(() ->
                                    served.client.file("f", file -> file.bytes().readAllBytes()))
                            .kind())
                    .isEqualTo(Kind.BROKEN);
            assertThat(served.requests()).isEqualTo(1);
        }
    }
}
