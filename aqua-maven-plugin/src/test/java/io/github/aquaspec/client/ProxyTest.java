package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.CallFailure.Outcome;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between here and Zuora, where Java's properties say so. No request of ours is heard by anyone behind the proxy. */
class ProxyTest {

    private static final URI BEHIND = URI.create("https://rest.zuora.invalid");

    @AfterEach
    void goDirect() {
        System.clearProperty("https.proxyHost");
        System.clearProperty("https.proxyPort");
        System.clearProperty("https.proxyUser");
        System.clearProperty("https.proxyPassword");
    }

    @Test
    void tells_thatAProxyAsksWhoWeAre_andAsksOnce() throws Exception {
        Reply asks =
                Reply.of(Framing.LENGTH.answer(407, List.of("Proxy-Authenticate: Basic realm=\"x\""), new byte[0]));
        try (RawServer proxy = proxy(asks);
                AquaClient client = ServedClient.client(BEHIND, ServedClient.BASIC, new VirtualTime())) {
            CallFailure failure = failure(() -> client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.PROXY_REFUSED);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 401, 403, 404, 503})
    void takes_nothingForZuorasAnswer_thatAProxySaysToConnect(int status) throws Exception {
        try (RawServer proxy = proxy(Reply.of(Framing.LENGTH.json(status, status == 204 ? "" : ServedClient.JOB)));
                AquaClient client = ServedClient.client(BEHIND, ServedClient.BASIC, new VirtualTime())) {
            CallFailure failure = failure(() -> client.job("a"));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.message())
                    .isEqualTo("the proxy gives no way through: it answers CONNECT with " + status);
            assertThat(proxy.requests()).hasSizeGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pr0xy+pass", "dTpwcjB4eStwYXNz"})
    void hides_thePasswordOfTheProxy_whenItsPageEchoesIt(String echoed) throws Exception {
        System.setProperty("https.proxyUser", "u");
        System.setProperty("https.proxyPassword", "pr0xy+pass");
        try (RawServer proxy = proxy(Reply.of(Framing.LENGTH.answer(
                        407,
                        List.of("Proxy-Authenticate: Basic realm=\"x\""),
                        ("you are not " + echoed).getBytes(StandardCharsets.UTF_8))));
                AquaClient client = ServedClient.client(BEHIND, ServedClient.BASIC, new VirtualTime())) {
            CallFailure failure = failure(() -> client.job("a"));

            assertThat(proxy.requests().get(1).header("Proxy-Authorization")).isEqualTo("Basic dTpwcjB4eStwYXNz");
            assertThat(failure.message()).isEqualTo("you are not ••••");
        }
    }

    @Test
    void tells_theProxyNothing_butWhereWeWantToGo() throws Exception {
        try (RawServer proxy = proxy(Reply.ending(new byte[0], End.FIN));
                AquaClient client = ServedClient.client(BEHIND, ServedClient.BASIC, new VirtualTime())) {
            CallFailure failure = failure(() -> client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(proxy.requests()).hasSizeGreaterThan(3).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("CONNECT");
                assertThat(request.header("Authorization")).isEmpty();
                assertThat(request.header("Idempotency-Key")).isEmpty();
            });
        }
    }

    private static RawServer proxy(Reply reply) throws java.io.IOException {
        RawServer proxy = new RawServer(reply);
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", Integer.toString(proxy.port()));
        return proxy;
    }
}
