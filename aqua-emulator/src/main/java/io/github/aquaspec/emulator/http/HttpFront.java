package io.github.aquaspec.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.RequestReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server: listens on the loopback address, and puts on each answer what every answer has. */
public final class HttpFront implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes;

    /**
     * Listens from now on.
     *
     * @param port 0 takes any free one
     * @param credentials who may come in; empty lets anyone in who shows an id and a secret
     */
    public static HttpFront start(
            int port, Set<Credential> credentials, Clock clock, RequestReader reader, Jobs jobs, ResultFiles files)
            throws IOException {
        Access access = new Access(credentials, clock);
        return new HttpFront(
                port, new Routes(access, new TokenEndpoint(access), new AquaEndpoints(reader, jobs, files)));
    }

    private HttpFront(int port, Routes routes) throws IOException {
        this.routes = routes;
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

    /** Where clients find the server, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            send(exchange, finish(request, answer(request)));
        }
    }

    private Response answer(Request request) {
        try {
            return routes.answer(request);
        } catch (IOException | RuntimeException e) {
            return Errors.internal(e.toString());
        }
    }

    private static Response finish(Request request, Response response) {
        Response named = response.with("Zuora-Request-Id", UUID.randomUUID().toString());
        return request.header("Zuora-Track-Id")
                .map(track -> named.with("Zuora-Track-Id", track))
                .orElse(named);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        Body body = response.body();
        if (body.length() == 0) {
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
