package io.github.aquaspec.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server: listens on the loopback address. */
public final class HttpFront implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    static {
        // Head and body of an answer are two packets; with Nagle's algorithm the second waits 40 ms for nothing.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Exchanges exchanges;

    private HttpFront(int port, Exchanges exchanges) throws IOException {
        this.exchanges = exchanges;
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
     */
    public static HttpFront start(int port, Backend backend) throws IOException {
        return new HttpFront(port, backend.exchanges());
    }

    /** Where clients find the server, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                send(exchange, Errors.malformed(413));
                return;
            }
            Request request = new Request(
                    exchange.getRequestMethod(), path(exchange.getRequestURI()), exchange.getRequestHeaders(), body);
            Optional<Response> response = exchanges.answer(request);
            if (response.isPresent()) {
                send(exchange, response.get());
            }
        }
    }

    /** The path as sent: what stands between two slashes at the start is no host. */
    private static String path(URI target) {
        String path = target.getPath() == null ? "/" : target.getPath();
        return target.getRawAuthority() == null || target.isAbsolute() ? path : "//" + target.getRawAuthority() + path;
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        Body body = response.body();
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        if (headOnly || body.length() == 0) {
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(response.status(), body.length() == Body.UNKNOWN ? 0 : body.length());
        try (OutputStream out = exchange.getResponseBody()) {
            body.content().writeTo(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
