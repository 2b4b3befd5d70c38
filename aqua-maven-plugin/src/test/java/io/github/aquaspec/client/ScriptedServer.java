package io.github.aquaspec.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A server that says exactly what a test wrote down, in order, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    /**
     * An answer.
     *
     * @param announced the Content-Length; more than the body has makes the transfer break off
     */
    public record Answer(int status, Map<String, String> headers, String body, long announced) {

        public static Answer json(int status, String body) {
            return of(status, "application/json", body);
        }

        public static Answer of(int status, String type, String body) {
            return new Answer(status, Map.of("Content-Type", type), body, length(body));
        }

        public Answer with(String header, String value) {
            Map<String, String> all = new java.util.HashMap<>(headers);
            all.put(header, value);
            return new Answer(status, all, body, announced);
        }

        private static int length(String body) {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }

        public Answer cutShort(int missing) {
            return new Answer(status, headers, body, length(body) + missing);
        }
    }

    /** What was asked. */
    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> String.join(",", e.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    public ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized ScriptedServer then(Answer answer) {
        answers.add(answer);
        return this;
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        Answer answer =
                answers.isEmpty() ? Answer.of(599, "text/plain", "nothing left in the script") : answers.remove();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.announced() == 0 ? -1 : answer.announced());
        try {
            exchange.getResponseBody().write(answer.body().getBytes(StandardCharsets.UTF_8));
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
