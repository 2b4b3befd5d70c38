package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.TransportLimits.MinimumRate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that are never quite silent. Time stands, and the server moves it; nobody sleeps. */
class SlowServerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Small, so that the exchange is looked at often; the time that counts stands. */
    private static final TransportLimits LIMITS = new TransportLimits(
            LONG, LONG, Duration.ofMillis(40), Duration.ofMillis(400), new MinimumRate(4000, Duration.ofMillis(40)));

    private final StandingTime time = new StandingTime();
    private final Transport transport = new Transport("test", LIMITS, time);
    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void gives_up_headersThatTrickle() throws Exception {
        server = new RawServer(connection -> {
            connection.send(ascii("HTTP/1.1 200 OK\r\nX-Slow: "));
            connection.send(ascii("a"));
            connection.awaitTheEnd(() -> time.passes(SECOND));
        });

        TransferBrokenException slow = catchThrowableOfType(TransferBrokenException.class, this::text);

        assertThat(slow.isTimeout()).isTrue();
        assertThat(slow).hasMessageStartingWith("no whole answer header within");
    }

    @Test
    void gives_up_aServerThatOnlySaysThatItContinues() throws Exception {
        server = new RawServer(connection -> {
            connection.send(ascii("HTTP/1.1 100 Continue\r\n\r\n"));
            connection.awaitTheEnd(() -> time.passes(SECOND));
        });

        assertThat(catchThrowableOfType(TransferBrokenException.class, this::text)
                        .isTimeout())
                .isTrue();
    }

    @Test
    void gives_up_aBodyThatTrickles() throws Exception {
        AtomicBoolean headerIsIn = new AtomicBoolean();
        server = new RawServer(connection -> {
            connection.send(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
            connection.send(new byte[3999]);
            connection.awaitTheEnd(() -> time.passes(headerIsIn.get() ? SECOND : Duration.ZERO));
        });

        try (HttpAnswer answer = transport.send(HttpCall.get(server.url()))) {
            headerIsIn.set(true);
            assertThatThrownBy(() -> answer.body().readAllBytes()).hasMessageContaining("bytes came in");
        }
    }

    @Test
    void gives_up_aChunkWhoseLengthTrickles() throws Exception {
        server = new RawServer(connection -> {
            connection.send(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;name="));
            connection.send(ascii("value"));
            connection.awaitTheEnd(() -> time.passes(SECOND));
        });

        assertThat(catchThrowableOfType(TransferBrokenException.class, this::text)
                        .isTimeout())
                .isTrue();
    }

    @Test
    void gives_up_anAnswerThatIsReadWhole_whenItTakesTooLong() throws Exception {
        server = new RawServer(connection -> {
            connection.send(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
            connection.send(new byte[500_000]);
            connection.awaitTheEnd(() -> time.passes(SECOND));
        });

        assertThat(catchThrowableOfType(TransferBrokenException.class, () -> {
                    try (HttpAnswer answer = transport.send(HttpCall.get(server.url()))) {
                        answer.bytes(1000);
                        answer.bytes(2_000_000);
                    }
                }))
                .isNotNull();
    }

    @Test
    void takes_aBody_thatIsFastEnough() throws Exception {
        server = new RawServer(connection -> {
            connection.send(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n"));
            for (int i = 0; i < 100; i++) {
                connection.send(new byte[1000]);
            }
            time.passes(Duration.ofMillis(39));
            connection.send(new byte[1]);
        });

        assertThat(text()).hasSize(100_001);
    }

    @Test
    void gives_up_aServerThatIsSilent() throws Exception {
        server = new RawServer(Reply.stalling(new byte[0]));
        try (Transport impatient = new Transport("test", new TransportLimits(LONG, Duration.ofMillis(50)))) {
            TransferBrokenException silent = catchThrowableOfType(
                    TransferBrokenException.class, () -> impatient.send(HttpCall.get(server.url())));

            assertThat(silent.isTimeout()).isTrue();
        }
        assertThat(server.requests()).hasSize(1);
    }

    private String text() throws IOException {
        try (HttpAnswer answer = transport.send(HttpCall.get(server.url().resolve("/x")))) {
            return new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
