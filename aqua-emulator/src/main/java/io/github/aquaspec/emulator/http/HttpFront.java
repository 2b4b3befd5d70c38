package io.github.aquaspec.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The server: listens on the loopback address. */
public final class HttpFront implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final int LARGEST_BODY = 16 * 1024 * 1024;

    static {
        // Head and body of an answer are two packets; with Nagle's algorithm the second waits 40 ms for nothing.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Control control;
    private final Exchanges exchanges;

    private HttpFront(int port, Backend.Served served) throws IOException {
        this.control = served.control();
        this.exchanges = served.exchanges();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "aqua-emulator-http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Listens from now on.
     *
     * @param port 0 takes any free one
     * @throws UncheckedIOException when the port is taken
     */
    public static HttpFront start(int port, Backend backend) throws IOException {
        return start(port, backend.served());
    }

    static HttpFront start(int port, Backend.Served served) throws IOException {
        try {
            return new HttpFront(port, served);
        } catch (BindException e) {
            throw new UncheckedIOException(
                    "cannot start the emulator on port " + port + ": " + e.getMessage()
                            + "; where another program has the port, name another one, or end that program",
                    e);
        }
    }

    /** Where clients find the server, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The endpoints below {@code /emulator}. */
    public Control control() {
        return control;
    }

    /** An exchange that ends with an exception is not closed here: the server then breaks the connection. */
    private void handle(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        Optional<byte[]> body = sent.length > LARGEST_BODY
                ? Optional.empty()
                : TransportGzip.decoded(
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Encoding")),
                        sent,
                        LARGEST_BODY);
        if (body.isEmpty()) {
            // Who is still sending would see a broken connection in place of the answer.
            exchange.getRequestBody().readNBytes(LARGEST_BODY);
            exchanges.refuse(
                    request(exchange, new byte[0]), sent.length > LARGEST_BODY, response -> send(exchange, response));
        } else {
            exchanges.serve(request(exchange, body.get()), response -> send(exchange, response));
        }
        exchange.close();
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        URI target = exchange.getRequestURI();
        String query = target.getRawQuery() == null ? "" : target.getRawQuery();
        return new Request(exchange.getRequestMethod(), path(target), query, exchange.getRequestHeaders(), body);
    }

    /** The path as sent: what stands between two slashes at the start is no host. */
    private static String path(URI target) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawAuthority() == null || target.isAbsolute() ? path : "//" + target.getRawAuthority() + path;
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        Body body = response.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            if (body.length() != Body.UNKNOWN) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(body.length()));
            }
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        if (body.length() == 0) {
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(response.status(), body.length() == Body.UNKNOWN ? 0 : body.length());
        OutputStream out = exchange.getResponseBody();
        try {
            body.content().writeTo(out);
        } finally {
            // Of a body that breaks off its beginning is sent; the server of JDK 25 would keep it back.
            out.flush();
        }
        out.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            // So that no request opens the database again once it is closed.
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a request does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
