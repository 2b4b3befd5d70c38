package io.github.aquaspec.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.aquaspec.emulator.http.NotifyCallout.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotifyCalloutTest {

    private final NotifyCallout callout = new NotifyCallout();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI());
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 302 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST"})
    void anAddressOnThisMachineIsCalledWithAGet(String host) {
        String url = "http://" + host + ":" + server.getAddress().getPort() + "/done?job=1";
        callout.call(url);
        assertThat(received).containsExactly("GET /done?job=1");
        assertThat(callout.calls()).containsExactly(new Call(url, "204"));
        callout.clear();
        assertThat(callout.calls()).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        callout.call("http://127.0.0.1:" + server.getAddress().getPort() + "/moved");
        assertThat(received).containsExactly("GET /moved");
        assertThat(callout.calls()).extracting(Call::outcome).containsExactly("302");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/done",
                "http://127.0.0.1.example.com/",
                "http://localhost.example.com/",
                "http://[2001:db8::1]/",
                "/done",
                "mailto:someone@localhost"
            })
    void anyOtherAddressIsNotedOnly(String url) {
        callout.call(url);
        assertThat(callout.calls()).containsExactly(new Call(url, "not called: the emulator calls this machine only"));
    }

    @Test
    void aUserAndPasswordAreNotShown() {
        callout.call("http://me:s3cr3t@example.com/?mail=a@b");
        assertThat(callout.calls())
                .containsExactly(
                        new Call("http://example.com/?mail=a@b", "not called: the emulator calls this machine only"));
        callout.clear();
        callout.call("http://127.0.0.1@example.com/");
        assertThat(callout.calls()).extracting(Call::outcome).allMatch(outcome -> outcome.startsWith("not called"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/${STATE}", "ftp://localhost/x", "nonsense or not"})
    void whatIsNoAddressIsNotedOnly(String url) {
        callout.call(url);
        assertThat(callout.calls()).containsExactly(new Call(url, "not called: this is no http address"));
    }

    @Test
    void nobodyAtHomeIsNoTrouble() {
        int port = server.getAddress().getPort();
        server.stop(0);
        callout.call("http://127.0.0.1:" + port + "/");
        assertThat(callout.calls()).extracting(Call::outcome).containsExactly("no answer");
    }
}
