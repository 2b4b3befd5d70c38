package io.github.aquaspec.bench.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An AQuA server that has nothing to work out: each job is ready after the same time, and each of its queries has the same
 * result, which lies on the disk. So what is measured is the client.
 */
final class JobServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Served result;
    private final Duration jobTime;
    private final int mostAtOnce;
    private final Duration away;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    private record Job(Instant start, ArrayNode queries, String version, String format) {}

    /**
     * Starts on a free port of loopback.
     *
     * @param mostAtOnce requests that it takes at a time; the others get a 429
     */
    JobServer(Served result, Duration jobTime, int mostAtOnce) throws IOException {
        this(result, jobTime, mostAtOnce, Duration.ZERO);
    }

    /**
     * Starts on a free port of loopback.
     *
     * @param mostAtOnce requests that it takes at a time; the others get a 429
     * @param away how long each request that it takes is under way
     */
    JobServer(Served result, Duration jobTime, int mostAtOnce, Duration away) throws IOException {
        this.result = result;
        this.jobTime = jobTime;
        this.mostAtOnce = mostAtOnce;
        this.away = away;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The address of the n-th file of the result. */
    String url(int file) {
        return url() + "/v1/files/f" + file;
    }

    int requests() {
        return requests.get();
    }

    int refused() {
        return refused.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            boolean tooMany = underWay.incrementAndGet() > mostAtOnce;
            try {
                answer(exchange, tooMany);
            } finally {
                // Before the exchange is closed: then the next request of this client may come at once.
                underWay.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, boolean tooMany) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (tooMany) {
            refused.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "1");
            exchange.sendResponseHeaders(429, -1);
            return;
        }
        Thread.sleep(away.toMillis());
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/v1/files/f")) {
            send(exchange, result.files().get(Integer.parseInt(path.replaceAll(".*/f(\\d+).*", "$1"))));
        } else if (exchange.getRequestMethod().equals("POST")) {
            JsonNode job = JSON.readTree(body);
            String id = "job" + jobs.size() + "-" + System.nanoTime();
            jobs.put(
                    id,
                    new Job(
                            Instant.now(),
                            (ArrayNode) job.get("queries"),
                            job.path("version").asText("1.1"),
                            job.path("format").asText("csv")));
            send(exchange, id);
        } else {
            send(exchange, path.replaceAll(".*/", ""));
        }
    }

    private void send(HttpExchange exchange, String id) throws IOException {
        Job job = jobs.get(id);
        boolean done = !Instant.now().isBefore(job.start().plus(jobTime));
        ObjectNode reply = JSON.createObjectNode()
                .put("id", id)
                .put("status", done ? "completed" : "executing")
                .put("version", job.version())
                .put("format", job.format());
        ArrayNode batches = reply.putArray("batches");
        for (JsonNode query : job.queries()) {
            ObjectNode batch = batches.addObject()
                    .put("batchId", "b" + batches.size())
                    .put("name", query.get("name").asText())
                    .put("query", query.get("query").asText())
                    .put("batchType", query.path("type").asText("zoqlexport"))
                    .put("status", done ? "completed" : "executing");
            if (done) {
                batch.put("recordCount", result.records());
                addFiles(batch, "b" + batches.size());
            }
        }
        byte[] answer = JSON.writeValueAsBytes(reply);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    /** Each batch has files of its own, if of the same bytes. */
    private void addFiles(ObjectNode batch, String of) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < result.files().size(); i++) {
            ids.add("f" + i + of);
        }
        if (ids.size() == 1) {
            batch.put("fileId", ids.get(0));
        } else {
            ids.forEach(batch.putArray("segments")::add);
        }
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
