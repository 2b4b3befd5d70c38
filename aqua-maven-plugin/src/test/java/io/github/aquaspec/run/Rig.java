package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.verify.DecryptionKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs manifests against an emulator, and knows what they leave. */
final class Rig {

    static final String SECRET = "c4nary-s3cret";

    /** One query that every emulator can answer. */
    static final String ACCOUNTS = """
            version: "1.0"
            useQueryLabels: true
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
            """;

    private final Map<String, String> manifests = new TreeMap<>();
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final VirtualTime time;
    private final AquaEmulator emulator;
    private final Path output;
    private final long seen;
    private int parallelDownloads = 4;
    private Strictness strictness = Strictness.ERRORS_STOP;
    private Optional<DecryptionKeys> keys = Optional.empty();

    Rig(AquaEmulator emulator, VirtualTime time, Path output) {
        this.emulator = emulator;
        this.time = time;
        this.output = output;
        this.seen = emulator.requests().size();
    }

    Rig manifest(String id, String text) {
        manifests.put(id, text);
        return this;
    }

    Rig oneDownloadAtATime() {
        parallelDownloads = 1;
        return this;
    }

    Rig warningsStop() {
        strictness = Strictness.WARNINGS_STOP;
        return this;
    }

    Rig keys(DecryptionKeys unlocked) {
        keys = Optional.of(unlocked);
        return this;
    }

    List<RunEvent> events() {
        return events;
    }

    Path directory(String id) {
        return output.resolve(id);
    }

    /** The requests of this rig, as {@code METHOD path}. */
    List<String> requests(String prefix) {
        return recorded().stream()
                .map(r -> r.method() + " " + r.path())
                .filter(r -> r.startsWith(prefix))
                .toList();
    }

    List<RecordedRequest> recorded() {
        return emulator.requests().stream().skip(seen).toList();
    }

    /** Runs all manifests; one that is wrong in itself is a mistake of the test. */
    List<JobOutcome> run() throws InterruptedException, IOException {
        return run(emulator.url());
    }

    List<JobOutcome> run(URI url) throws InterruptedException, IOException {
        List<JobPlan> plans = manifests.entrySet().stream()
                .map(e -> plan(e.getKey(), e.getValue()))
                .toList();
        RunSettings settings =
                new RunSettings(Polling.ADAPTIVE, 20, parallelDownloads, ZoneOffset.UTC, strictness, keys);
        Service service = new Service(url, new Credential.ClientCredentials("canary", Secret.of(SECRET)), Map.of());
        Transport transport =
                new Transport("test", new TransportLimits(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        try (AquaClient client = new AquaClient(transport, service, RetryPolicy.DEFAULT, time, time, new Redaction())) {
            return new SnapshotRun(settings, client, events::add, time, time).run(plans);
        }
    }

    JobPlan plan(String id, String text) {
        return plan(id, text, output);
    }

    static JobPlan plan(String id, String text, Path output) {
        String name = "specs/" + id + (text.startsWith("{") ? ".json" : ".yaml");
        return JobPlan.of(new Manifest(new ManifestId(id), Path.of(name), JobSpecs.parse(name, text)), output);
    }

    /** Runs the one manifest that must be published. */
    JobOutcome.Published published() throws InterruptedException, IOException {
        JobOutcome outcome = run().get(0);
        assertThat(outcome.diagnostics().stream().map(TextRenderer::render).toList())
                .isEmpty();
        return (JobOutcome.Published) outcome;
    }

    /**
     * Runs the one manifest that must fail, and leave what was there before, byte for byte; every finding has a code and
     * a fix.
     */
    JobOutcome.Failed failed() throws InterruptedException, IOException {
        Map<String, String> before = tree(output);
        JobOutcome outcome = run().get(0);
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(tree(output)).isEqualTo(before);
        assertThat(outcome.diagnostics()).isNotEmpty().allSatisfy(d -> {
            assertThat(d.code().id()).matches("AQ[5-9]\\d\\d");
            assertThat(d.fix()).isPresent();
            assertThat(TextRenderer.render(d)).doesNotContain(SECRET);
        });
        return (JobOutcome.Failed) outcome;
    }

    /** The one finding, drawn, with the ids of this run made equal to those of any other. */
    static String drawn(JobOutcome.Failed failed) {
        assertThat(failed.diagnostics()).hasSize(1);
        return drawn(failed.diagnostics().get(0), failed.jobId());
    }

    static String drawn(Diagnostic diagnostic, Optional<String> jobId) {
        return jobId.map(id -> TextRenderer.render(diagnostic).replace(id, "<job>"))
                        .orElseGet(() -> TextRenderer.render(diagnostic))
                        .replaceAll("[0-9a-f]{32}", "<file>")
                        .replaceAll("request id [0-9a-f-]{36}", "request id <request>")
                + "\n";
    }

    static List<String> codes(JobOutcome outcome) {
        return outcome.diagnostics().stream().map(d -> d.code().id()).toList();
    }

    /** Each file below a folder with its content; folders end in a slash. */
    static Map<String, String> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.collect(Collectors.toMap(
                    path -> folder.relativize(path) + (Files.isDirectory(path) ? "/" : ""), Rig::content));
        }
    }

    private static String content(Path path) {
        try {
            return Files.isDirectory(path) ? "" : Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
