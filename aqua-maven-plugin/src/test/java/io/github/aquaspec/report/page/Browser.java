package io.github.aquaspec.report.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, steered over its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final List<String> COMMAND = List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            "--remote-allow-origins=*");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    private Browser(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one with a profile of its own. */
    static Browser start(Path profile) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(COMMAND);
        command.add("--user-data-dir=" + profile);
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
        return new Browser(process, URI.create("http://127.0.0.1:" + port(process, profile)));
    }

    /** It writes the port down once it listens. */
    private static String port(Process process, Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int tries = 0; tries < 300 && process.isAlive(); tries++) {
            if (Files.exists(file) && Files.readString(file).contains("\n")) {
                return Files.readAllLines(file).get(0);
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IOException("no browser: " + Files.readString(profile.resolve("browser.log")));
    }

    /** Opens a tab. */
    BrowserTab tab() throws IOException, InterruptedException {
        HttpRequest open = HttpRequest.newBuilder(address.resolve("/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = http.send(open, HttpResponse.BodyHandlers.ofString()).body();
        String socket =
                BrowserTab.JSON.readTree(answer).path("webSocketDebuggerUrl").asText();
        return BrowserTab.open(http, URI.create(socket));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process.destroyForcibly(), 10, TimeUnit.SECONDS)
                .join();
    }
}
