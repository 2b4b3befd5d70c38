package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.RawServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the transport does not do unasked, as seen by the server, and what it makes of answers that are none. */
class TransportTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Transport transport = new Transport("test", new TransportLimits(LONG, LONG));
    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        transport.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void asks_onceAndPlainly() throws Exception {
        serve(Reply.of(Framing.LENGTH.json(200, "{}")));

        assertThat(text(post())).isEqualTo("{}");

        RawServer.Request asked = server.requests().get(0);
        assertThat(asked.headers().keySet())
                .as("no Expect, no Accept-Encoding, no Cookie, no Authorization")
                .containsExactlyInAnyOrder("host", "user-agent", "connection", "content-type", "content-length");
        assertThat(asked.body()).isEqualTo("{}");
    }

    @Test
    void keeps_aConnection_forTheNextRequest() throws Exception {
        serve(Reply.of(Framing.LENGTH.json(200, "{}")));

        text(get());
        text(get());

        assertThat(server.requests()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstale", "\r\n", "x"})
    void takes_nothingThatCameBehindAnAnswer_forTheNextOne(String behind) throws Exception {
        serve((request, number) -> {
            byte[] answer = Framing.LENGTH.json(200, "{\"number\":" + number + "}");
            ByteArrayOutputStream more = new ByteArrayOutputStream();
            more.writeBytes(answer);
            more.writeBytes(behind.getBytes(StandardCharsets.US_ASCII));
            return Reply.of(more.toByteArray());
        });

        for (int number = 0; number < 50; number++) {
            assertThat(text(post())).isEqualTo("{\"number\":" + number + "}");
        }
        assertThat(server.connections()).as("none is used again").isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void repeats_noRequest_whenTheConnectionEndsWithoutAnAnswer(End end) throws Exception {
        serve(Reply.ending(new byte[0], end));

        assertThat(catchThrowable(() -> transport.send(get()))).isInstanceOf(TransferBrokenException.class);
        assertThat(catchThrowable(() -> transport.send(post()))).isInstanceOf(TransferBrokenException.class);

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void repeats_noRequest_whenAKeptConnectionEnds() throws Exception {
        serve((request, number) ->
                number == 0 ? Reply.of(Framing.LENGTH.json(200, "{}")) : Reply.ending(new byte[0], End.RST));

        text(get());

        assertThat(catchThrowable(() -> transport.send(post())))
                .as("it may have arrived")
                .isInstanceOf(TransferBrokenException.class);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void notices_thatAKeptConnectionWasClosed_beforeItSendsAnything() throws Exception {
        Semaphore ended = new Semaphore(0);
        serve((request, number) -> connection -> {
            connection.send(Framing.LENGTH.json(200, "{}"));
            connection.end(End.FIN);
            ended.release();
        });

        for (int i = 0; i < 20; i++) {
            text(post());
            ended.acquire();
        }

        assertThat(server.requests()).hasSize(20);
    }

    @Test
    void repeats_noRequest_whenTheServerIsBusy() throws Exception {
        serve(Reply.of(Framing.LENGTH.answer(503, List.of("Retry-After: 0"), new byte[0])));

        try (HttpAnswer answer = transport.send(get())) {
            assertThat(answer.status()).isEqualTo(503);
        }

        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void follows_noRedirect(int status) throws Exception {
        try (RawServer other = new RawServer(Reply.of(Framing.LENGTH.json(200, "{}")))) {
            serve(Reply.of(Framing.LENGTH.answer(status, List.of("Location: " + other.url() + "/x"), new byte[0])));

            try (HttpAnswer answer =
                    transport.send(get().with(Map.of("Authorization", "Bearer t", "apiSecretAccessKey", "s")))) {
                assertThat(answer.status()).isEqualTo(status);
            }

            assertThat(server.requests()).hasSize(1);
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WWW-Authenticate: Basic realm=\"x\"", "WWW-Authenticate: Digest realm=\"x\", nonce=\"n\""})
    void answers_noQuestionForCredentials(String question) throws Exception {
        serve(Reply.of(Framing.LENGTH.answer(401, List.of(question), new byte[0])));

        try (HttpAnswer answer = transport.send(get())) {
            assertThat(answer.status()).isEqualTo(401);
        }

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void keeps_noCookie() throws Exception {
        serve(Reply.of(Framing.LENGTH.answer(200, List.of("Set-Cookie: session=1; Path=/"), new byte[0])));

        text(get());
        text(get());

        assertThat(server.requests())
                .allMatch(request -> request.header("Cookie").isEmpty());
    }

    @Test
    void leaves_bytesAsTheyWereServed_whateverTheHeadersSay() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("Id\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        serve(Reply.of(Framing.LENGTH.answer(200, List.of("Content-Encoding: gzip"), zipped.toByteArray())));

        try (HttpAnswer answer = transport.send(get())) {
            assertThat(answer.header("Content-Encoding")).contains("gzip");
            assertThat(answer.body().readAllBytes()).isEqualTo(zipped.toByteArray());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n{}",
                "HTTP/1.1 two OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n"
            })
    void takes_whatContradictsItself_forNoAnswer(String garbled) throws Exception {
        serve(Reply.ending(garbled.getBytes(StandardCharsets.ISO_8859_1), End.FIN));

        assertThat(catchThrowable(() -> text(get())))
                .isInstanceOfAny(NotHttpException.class, TransferBrokenException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void says_thatLengthsContradictEachOther() throws Exception {
        serve(Reply.of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
                .getBytes(StandardCharsets.US_ASCII)));

        assertThat(catchThrowableOfType(NotHttpException.class, () -> transport.send(get())))
                .hasMessageContaining("Content-Length");
    }

    @Test
    void takes_manyHeaders_andNoMoreThanThat() throws Exception {
        serve((request, number) -> Reply.of(headers(number == 0 ? 190 : 100_000, 10)));

        text(get());

        assertThat(catchThrowable(() -> transport.send(get()))).isInstanceOf(NotHttpException.class);
    }

    @Test
    void takes_aLongHeader_andNoLongerOne() throws Exception {
        serve((request, number) -> Reply.of(headers(1, number == 0 ? 8_000 : 3_000_000)));

        text(get());

        assertThat(catchThrowable(() -> transport.send(get()))).isInstanceOf(NotHttpException.class);
    }

    @Test
    void takes_headersThatAreCutOff_forNoAnswer() throws Exception {
        serve(Reply.ending(
                "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n".getBytes(StandardCharsets.US_ASCII), End.FIN));

        assertThat(catchThrowable(() -> transport.send(get())))
                .as("HttpClient would make an empty file of it")
                .isInstanceOf(TransferBrokenException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3\r\nabc\r\n0", "3\r\nabc\r\n0\r\n", "3\r\nabc\r\n0\r\nX-More: x\r\n", "3\r\nabc", "3"})
    void takes_chunksThatAreCutOff_forNoWholeBody(String chunks) throws Exception {
        serve(Reply.ending(
                ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks).getBytes(StandardCharsets.US_ASCII),
                End.FIN));

        assertThat(catchThrowable(() -> text(get())))
                .as("HttpClient would take the length 0003, cut after its first digit, for the last chunk")
                .isInstanceOf(TransferBrokenException.class);
    }

    @Test
    void takes_chunksWhoseLengthsHaveLeadingZeros() throws Exception {
        serve(Reply.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0003\r\nabc\r\n0000\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII)));

        assertThat(text(get())).isEqualTo("abc");
    }

    @Test
    void says_thatNothingWasSent_whenNobodyListens() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }

        NoConnectionException refused = catchThrowableOfType(
                NoConnectionException.class,
                () -> transport.send(HttpCall.get(URI.create("http://127.0.0.1:" + port + "/"))));

        assertThat(refused.isUntrusted()).isFalse();
    }

    @Test
    void ends_aBodyThatNobodyWants_insteadOfReadingItOn() throws Exception {
        StringBuilder sent = new StringBuilder();
        byte[] piece = new byte[1 << 16];
        serve(connection -> {
            connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 2_000_000_000 / piece.length; i++) {
                connection.send(piece);
                sent.append('.');
            }
        });

        try (HttpAnswer answer = transport.send(get())) {
            assertThat(answer.body().readNBytes(1000)).hasSize(1000);
            answer.body().close();
        }
        server.close();

        assertThat(sent.length()).as("of 30,517 pieces").isLessThan(2000);
    }

    private void serve(Reply reply) throws IOException {
        server = new RawServer(reply);
    }

    private void serve(Script script) throws IOException {
        server = new RawServer(script);
    }

    private HttpCall get() {
        return HttpCall.get(server.url().resolve("/x"));
    }

    private HttpCall post() {
        return HttpCall.post(server.url().resolve("/x"), "application/json", "{}");
    }

    private String text(HttpCall call) throws IOException {
        try (HttpAnswer answer = transport.send(call)) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] headers(int count, int length) {
        StringBuilder text = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
        for (int i = 0; i < count; i++) {
            text.append("X-").append(i).append(": ").append("a".repeat(length)).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
