package io.github.aquaspec.run;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RunSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs manifests against a server of the test's own, which handles requests side by side. Waits take no time. */
final class HandledRun implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final VirtualTime time = new VirtualTime();
    private final HttpServer server;

    HandledRun(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.setExecutor(threads);
        server.start();
    }

    VirtualTime time() {
        return time;
    }

    List<JobOutcome> of(RunSettings settings, List<JobPlan> plans) throws IOException {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Service service = new Service(url, new Credential.BearerToken(Secret.of("a-token")), Map.of());
        try (AquaClient client = new AquaClient(
                new Transport("test", TransportLimits.DEFAULT),
                service,
                RetryPolicy.DEFAULT,
                time,
                time,
                new Redaction())) {
            return new SnapshotRun(settings, client, event -> {}, time, time).run(plans);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
