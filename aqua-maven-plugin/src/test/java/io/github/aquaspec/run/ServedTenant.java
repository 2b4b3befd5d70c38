package io.github.aquaspec.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A tenant whose one job is done at once, with the very files that a test gives it. */
final class ServedTenant implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> batches = new ArrayList<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    ServedTenant() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was asked for, as {@code METHOD path}, and the body of what was submitted. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** A text in the container of a format. */
    static byte[] packed(String format, String text) throws IOException {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        switch (format) {
            case "gzip" -> {
                try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                    out.write(plain);
                }
            }
            case "zip" -> {
                try (ZipOutputStream out = new ZipOutputStream(packed)) {
                    out.putNextEntry(new ZipEntry("data.csv"));
                    out.write(plain);
                }
            }
            default -> packed.writeBytes(plain);
        }
        return packed.toByteArray();
    }

    ServedTenant file(String id, byte[] content) {
        files.put(id, content);
        return this;
    }

    /** A batch with one file. */
    ServedTenant batch(String name, String query, long records, String fileId) {
        return batch(name, query, records, "\"fileId\":\"" + fileId + "\"", 0);
    }

    /** A batch in segments; an empty id becomes null. */
    ServedTenant segments(String name, String query, long records, String... ids) {
        String list = List.of(ids).stream()
                .map(id -> id.isEmpty() ? "null" : "\"" + id + "\"")
                .collect(Collectors.joining(","));
        return batch(name, query, records, "\"segments\":[" + list + "]", ids.length);
    }

    /** A batch in segments, with a file of its own beside them. */
    ServedTenant segmentsBeside(String fileId, String name, String query, long records, String... ids) {
        String list = String.join("\",\"", ids);
        return batch(name, query, records, "\"fileId\":\"" + fileId + "\",\"segments\":[\"" + list + "\"]", ids.length);
    }

    private ServedTenant batch(String name, String query, long records, String files, int segments) {
        batches.add("""
                {"batchId":"b%d","name":"%s","query":"%s","status":"completed","recordCount":%d,"full":true,%s}""".formatted(batches.size() + segments, name, query, records, files));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(
                    exchange.getRequestMethod() + " " + path + (path.startsWith("/v1/batch-query") ? " " + body : ""));
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith("/v1/files/")) {
                send(exchange, "application/x-gzip;charset=UTF-8", files.get(file));
            } else if (path.equals("/oauth/token")) {
                send(exchange, "application/json", json("{\"access_token\":\"t\",\"expires_in\":3600}"));
            } else {
                send(exchange, "application/json", json("""
                        {"id":"j","status":"completed","startTime":"2026-11-22T02:00:03+0000","batches":[%s]}""".formatted(String.join(",", batches))));
            }
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
