package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.CallFailure.Outcome;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.Reply;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path directory;

    @Test
    void tells_nothingToAHost_whoseCertificateNobodyKnows_andAsksOnce() throws Exception {
        try (RawServer server = new RawServer(
                        (request, number) -> Reply.of(Framing.LENGTH.json(200, ServedClient.JOB)),
                        selfSigned().getServerSocketFactory());
                AquaClient client = client(server.port(), new VirtualTime())) {
            CallFailure failure = failure(() -> client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void asksOnce_whereNobodySpeaksTls() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (PlainPort port = new PlainPort(socket -> {
                    connections.incrementAndGet();
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                });
                AquaClient client = client(port.number(), new VirtualTime())) {
            assertThat(failure(() -> client.job("a")).kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void asksAgain_whenAHandshakeIsCutOff_forThatProvesNothing() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        VirtualTime time = new VirtualTime();
        try (PlainPort port = new PlainPort(socket -> {
                    connections.incrementAndGet();
                    socket.getInputStream().readNBytes(20);
                });
                AquaClient client = client(port.number(), time)) {
            CallFailure failure = failure(() -> client.submit("{}", "key-1"));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(connections).hasValue(time.pauses().size() + 1);
            assertThat(time.pauses()).hasSizeGreaterThan(3);
        }
    }

    private static AquaClient client(int port, VirtualTime time) {
        return ServedClient.client(URI.create("https://127.0.0.1:" + port), ServedClient.BASIC, time);
    }

    private SSLContext selfSigned() throws Exception {
        Path store = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A port on which something else than HTTP is spoken; each connection is closed when it has been said. */
    private static final class PlainPort implements AutoCloseable {

        interface Talk {
            void on(Socket socket) throws java.io.IOException;
        }

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        PlainPort(Talk talk) throws java.io.IOException {
            Thread thread = new Thread(() -> {
                while (!server.isClosed()) {
                    try (Socket socket = server.accept()) {
                        talk.on(socket);
                    } catch (java.io.IOException e) {
                        // closed, or the client went away
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        int number() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws java.io.IOException {
            server.close();
        }
    }
}
