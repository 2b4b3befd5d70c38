package io.github.aquaspec.goal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.aquaspec.Canary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A server that is against us: whatever it says is full of the credentials that it was shown, each in many encodings, and
 * of texts that terminals, CI servers and readers would fall for.
 */
final class EchoingServer implements AutoCloseable {

    static final String TRAPS = "\u001B[2J\u0007\b\r\n::set-output name=x::y\n::add-mask::z\n[INFO] BUILD SUCCESS\n"
            + "##vso[task.complete result=Succeeded]\n##teamcity[buildStop]\nsection_start:1:x\r\u001B[0K\u009B31m\u202E\u2028";

    /** What it gives to who signs in. */
    static final String TOKEN = Canary.token();

    private static final String JOB = "0000000000000000000000000000000a";

    /** What it answers to everything but a sign-in. */
    enum Manner {
        REFUSES_THE_TOKEN,
        REJECTS,
        MALFORMED,
        UNAUTHORIZED,
        SERVER_ERROR,
        REDIRECTS,
        HTML_PAGE,
        ABORTS_THE_JOB,
        STRANGE_STATES,
        STRANGE_BATCHES,
        STRANGE_IDS,
        PAGE_IN_PLACE_OF_DATA
    }

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final Manner manner;
    private final List<String> secrets;
    private int asked;
    private boolean followed;

    /**
     * Starts it.
     *
     * @param secrets what it gets to know
     */
    EchoingServer(Manner manner, List<String> secrets) throws IOException {
        this.manner = manner;
        this.secrets = List.copyOf(secrets);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized int asked() {
        return asked;
    }

    /** Whether anybody went where a redirect leads. */
    synchronized boolean isFollowed() {
        return followed;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        asked++;
        followed |= path.startsWith("/elsewhere");
        String all = all();
        exchange.getResponseHeaders().set("Zuora-Request-Id", header(all));
        exchange.getResponseHeaders().set("X-You-Sent", header(all));
        if (path.equals("/oauth/token") && manner != Manner.REFUSES_THE_TOKEN) {
            send(
                    exchange,
                    200,
                    "application/json",
                    json.createObjectNode().put("access_token", TOKEN).toString());
            return;
        }
        switch (manner) {
            case REFUSES_THE_TOKEN, UNAUTHORIZED ->
                send(exchange, 401, "application/json", said(all).toString());
            case REJECTS -> send(exchange, 200, "application/json", said(all).toString());
            case MALFORMED ->
                send(
                        exchange,
                        400,
                        "application/json",
                        said(all).put("success", false).toString());
            case SERVER_ERROR -> send(exchange, 500, "text/plain", all);
            case REDIRECTS -> {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere?" + header(all));
                send(exchange, 302, "text/html", page(all));
            }
            case HTML_PAGE -> send(exchange, 200, "text/html", page(all));
            case ABORTS_THE_JOB, STRANGE_STATES, STRANGE_BATCHES, STRANGE_IDS, PAGE_IN_PLACE_OF_DATA -> {
                if (path.startsWith("/v1/files/")) {
                    send(exchange, 200, "text/html", page("x".repeat(150) + all));
                } else {
                    send(exchange, 200, "application/json", job(all).toString());
                }
            }
        }
    }

    private ObjectNode said(String all) {
        return json.createObjectNode().put("errorCode", all).put("message", all);
    }

    private ObjectNode job(String all) {
        ObjectNode job = json.createObjectNode();
        boolean ids = manner == Manner.STRANGE_IDS;
        job.put("id", ids ? secrets.get(secrets.size() - 1) : JOB);
        job.put(
                "status",
                switch (manner) {
                    case ABORTS_THE_JOB -> "aborted";
                    // A word that nobody knows is no end; somewhen one must come.
                    case STRANGE_STATES -> asked < 6 ? all : "aborted";
                    default -> "completed";
                });
        job.put("startTime", manner == Manner.PAGE_IN_PLACE_OF_DATA ? "2026-11-22T02:00:03+0000" : all);
        job.put("message", all);
        boolean strange = manner == Manner.STRANGE_BATCHES;
        ObjectNode batch = job.putArray("batches").addObject();
        batch.put("batchId", JOB);
        batch.put("name", strange ? all : "Account");
        batch.put("query", strange ? "select Id from " + all : "select Id, Name from Account");
        batch.put("status", manner == Manner.ABORTS_THE_JOB ? "aborted" : "completed");
        batch.put("message", manner == Manner.PAGE_IN_PLACE_OF_DATA ? "" : all);
        batch.put("fileId", ids ? "../../etc" : "f");
        batch.put("apiVersion", strange ? all : "145.0");
        batch.put("batchType", "zoqlexport");
        batch.put("recordCount", 1);
        batch.put("full", true);
        return job;
    }

    /** Every secret in many encodings, traps between them. */
    private String all() {
        return secrets.stream()
                        .map(secret -> String.join(
                                " ",
                                secret,
                                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                                base64(secret),
                                base64("a" + secret + "b"),
                                base64("ab" + secret),
                                HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)),
                                html(secret),
                                json.createObjectNode().put("s", secret).toString()))
                        .collect(Collectors.joining(TRAPS))
                + TRAPS;
    }

    private static String page(String text) {
        return "<html><body>" + text + html(text) + "</body></html>";
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String header(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && c < 0x7F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
