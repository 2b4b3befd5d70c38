package io.github.aquaspec.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One tab of a browser: what it is shown, what it measures, and all that it asks for or complains of meanwhile. */
final class BrowserTab implements WebSocket.Listener {

    static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final List<JsonNode> events = new ArrayList<>();
    private WebSocket socket;
    private int last;

    private BrowserTab() {}

    static BrowserTab open(HttpClient http, URI address) throws IOException, InterruptedException {
        BrowserTab tab = new BrowserTab();
        tab.socket = http.newWebSocketBuilder().buildAsync(address, tab).join();
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            tab.call(domain + ".enable", Map.of());
        }
        return tab;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        part.append(data);
        if (isLast) {
            received.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    /** Shows a file as a screen of some size does, in a light or a dark room. */
    void show(Path page, int width, int height, String scheme) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        events.clear();
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        while (events.stream().noneMatch(event -> event.path("method").asText().equals("Page.loadEventFired"))) {
            events.add(next());
        }
    }

    /** The value of an expression. */
    JsonNode value(String expression) throws IOException, InterruptedException {
        return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .path("result")
                .path("value");
    }

    /** Keeps a picture of a part of the page. */
    void picture(Path file, int top, int width, int height) throws IOException, InterruptedException {
        JsonNode picture = call(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", top, "width", width, "height", height, "scale", 1)));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /** What the page asked for since it was shown. */
    List<String> requests() {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.path("params").path("request").path("url").asText())
                .toList();
    }

    /** What the browser complained of. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> List.of("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
                        .contains(event.path("method").asText()))
                .map(JsonNode::toString)
                .toList();
    }

    private JsonNode call(String method, Map<String, ?> params) throws IOException, InterruptedException {
        int id = ++last;
        ObjectNode call = JSON.createObjectNode().put("id", id).put("method", method);
        call.set("params", JSON.valueToTree(params));
        socket.sendText(call.toString(), true).join();
        while (true) {
            JsonNode answer = next();
            if (answer.path("id").asInt() == id) {
                if (answer.has("error")) {
                    throw new IOException(method + ": " + answer.path("error"));
                }
                return answer.path("result");
            }
            events.add(answer);
        }
    }

    private JsonNode next() throws IOException, InterruptedException {
        String text = received.poll(30, TimeUnit.SECONDS);
        if (text == null) {
            throw new IOException("the browser says nothing");
        }
        return JSON.readTree(text);
    }
}
