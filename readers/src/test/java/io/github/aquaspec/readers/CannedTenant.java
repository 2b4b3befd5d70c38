package io.github.aquaspec.readers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant whose one job is done at once, with files made by hand: as they might come, not as the emulator writes them. */
final class CannedTenant implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> batches = new ArrayList<>();

    CannedTenant() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A batch with one file. */
    void batch(HandMade table) {
        files.put(table.name(), table.text().getBytes(StandardCharsets.UTF_8));
        batches.add("""
                {"batchId":"b-%s","name":"%s","query":"%s","status":"completed","recordCount":%d,"full":true,"fileId":"%s"}""".formatted(
                table.name(), table.name(), table.query(), table.records().size(), table.name()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            byte[] file = files.get(path.substring(path.lastIndexOf('/') + 1));
            if (file != null) {
                send(exchange, "text/csv", file);
            } else if (path.equals("/oauth/token")) {
                json(exchange, "{\"access_token\":\"t\",\"expires_in\":3600}");
            } else {
                json(exchange, """
                        {"id":"j","status":"completed","startTime":"2026-11-22T02:00:03+0000","batches":[%s]}""".formatted(String.join(",", batches)));
            }
        }
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        send(exchange, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
