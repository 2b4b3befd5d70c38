package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.Canary;
import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.verify.DecryptionKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs manifests against an emulator, and knows what they leave. */
final class Rig {

    static final TargetIdentity EMULATOR =
            new TargetIdentity("emulator", "emulator", Optional.empty(), Optional.empty());

    static final String SECRET = Canary.secret();

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
    private RunListener listener = events::add;
    private final AquaEmulator emulator;
    private final Path output;
    private final long seen;
    private int parallelJobs = 20;
    private int parallelDownloads = 4;
    private Strictness strictness = Strictness.ERRORS_STOP;
    private Optional<Planning.Memory> memory;
    private WindowChoice windows = WindowChoice.NEXT;
    private Clock clockOfTheMachine;
    private ZoneId zone = ZoneOffset.UTC;
    private boolean heals;
    private Optional<String> runKey = Optional.empty();
    private boolean fresh;
    private boolean cancelsOnAbort;
    private SnapshotRun started;
    private Disk disk = Disk.local();
    private Pause pause;
    private Optional<DecryptionKeys> keys = Optional.empty();

    Rig(AquaEmulator emulator, VirtualTime time, Path output) {
        this.emulator = emulator;
        this.time = time;
        this.clockOfTheMachine = time;
        this.pause = time;
        this.output = output;
        this.memory = Optional.of(new Planning.Memory(states(), EMULATOR));
        this.seen = emulator.requests().size();
    }

    /** Each rig has a machine of its own, unless it is given one that others have used. */
    private static Path states() {
        try {
            Path states = Files.createTempDirectory("states");
            states.toFile().deleteOnExit();
            return states;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rig manifest(String id, String text) {
        manifests.put(id, text);
        return this;
    }

    Rig oneJobAtATime() {
        parallelJobs = 1;
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

    /** Remembers between runs what was published. The emulator's answers are dated by the real clock. */
    Rig remembering(Path states) {
        memory = Optional.of(new Planning.Memory(states, EMULATOR, disk));
        return clockOfTheMachine(Clock.systemUTC());
    }

    /** What the answers' dates are compared with. */
    Rig clockOfTheMachine(Clock clock) {
        clockOfTheMachine = clock;
        return this;
    }

    /** What happens elsewhere while a job runs. */
    @FunctionalInterface
    interface Meanwhile {
        void happen() throws IOException;
    }

    /** Lets something happen when the run begins: it is planned, and the manifest is held. */
    Rig whenStarted(Meanwhile meanwhile) {
        return when(RunEvent.Started.class, meanwhile);
    }

    /** Lets something happen once a job was submitted. */
    Rig whenSubmitted(Meanwhile meanwhile) {
        return when(RunEvent.Submitted.class, meanwhile);
    }

    /** Lets something happen just before the snapshot is published. */
    Rig whenVerified(Meanwhile meanwhile) {
        return when(RunEvent.FileVerified.class, meanwhile);
    }

    /** Lets something happen when the job is seen to be completed. */
    Rig whenCompleted(Meanwhile meanwhile) {
        return when(
                event -> event instanceof RunEvent.StatusChanged changed
                        && changed.job().status() == JobStatus.COMPLETED,
                meanwhile);
    }

    /** Lets something happen whenever the run waits. */
    Rig whenPaused(Meanwhile meanwhile) {
        pause = duration -> {
            try {
                meanwhile.happen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            time.of(duration);
        };
        return this;
    }

    private Rig when(Class<? extends RunEvent> kind, Meanwhile meanwhile) {
        return when(kind::isInstance, meanwhile);
    }

    private Rig when(Predicate<RunEvent> kind, Meanwhile meanwhile) {
        listener = listener.and(event -> {
            if (kind.test(event)) {
                try {
                    meanwhile.happen();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return this;
    }

    /** Asks sessions for everything since what was published last. */
    Rig heals() {
        heals = true;
        return this;
    }

    /** Names the run, as a build or its CI would. */
    Rig under(String key) {
        runKey = Optional.of(key);
        return this;
    }

    /** What snapshots and states are written to. */
    Rig on(Disk other) {
        disk = other;
        memory = memory.map(m -> new Planning.Memory(m.directory(), m.identity(), other));
        return this;
    }

    /** Cancels what is under way when it is stopped. */
    Rig cancelsOnAbort() {
        cancelsOnAbort = true;
        return this;
    }

    /** Stops the run that is under way. */
    void stop() {
        started.stop();
    }

    /** Gives up what was stopped before. */
    Rig fresh() {
        fresh = true;
        return this;
    }

    /** The zone that a build takes the data centre's times to be in. */
    Rig zone(ZoneId id) {
        zone = id;
        return this;
    }

    Rig windows(WindowChoice choice) {
        windows = choice;
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
        List<JobPlan> plans = new ArrayList<>();
        List<JobOutcome> outcomes = new ArrayList<>();
        Planning planning = new Planning(output, memory, windows, time.instant());
        for (Map.Entry<String, String> entry : manifests.entrySet()) {
            Planned planned = planning.plan(manifestOf(entry.getKey(), entry.getValue()));
            if (planned instanceof Planned.Ready ready) {
                plans.add(ready.plan());
            } else {
                outcomes.add(((Planned.Ended) planned).outcome());
            }
        }
        try (AquaClient client = client(url)) {
            started = new SnapshotRun(settings(), client, listener, pause, time, disk);
            outcomes.addAll(started.run(plans));
            return outcomes;
        }
    }

    /** Collects a job that exists already into the one manifest. */
    JobOutcome collected(String jobId) throws InterruptedException, IOException {
        Map.Entry<String, String> only = manifests.entrySet().iterator().next();
        try (AquaClient client = client(emulator.url())) {
            Planned planned = new JobCollection(client, output, memory.orElseThrow())
                    .into(manifestOf(only.getKey(), only.getValue()), jobId);
            return planned instanceof Planned.Ended ended
                    ? ended.outcome()
                    : new SnapshotRun(settings(), client, listener, pause, time)
                            .collect(((Planned.Ready) planned).plan(), jobId);
        }
    }

    private RunSettings settings() {
        return new RunSettings(
                Polling.ADAPTIVE,
                parallelJobs,
                parallelDownloads,
                Optional.of(zone),
                strictness,
                heals,
                runKey,
                fresh,
                cancelsOnAbort,
                keys);
    }

    private AquaClient client(URI url) {
        Service service = new Service(url, new Credential.ClientCredentials("canary", Secret.of(SECRET)), Map.of());
        Transport transport =
                new Transport("test", new TransportLimits(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        return new AquaClient(transport, service, RetryPolicy.DEFAULT, pause, clockOfTheMachine, new Redaction());
    }

    JobPlan plan(String id, String text) {
        return plan(id, text, output);
    }

    /** A plan that can be run, on a machine of its own. */
    static JobPlan runnable(String id, String text, Path output) {
        StateDirectory state = StateDirectory.of(states(), EMULATOR, id);
        return JobPlan.of(manifestOf(id, text), output, Optional.of(state), Optional.empty());
    }

    static JobPlan plan(String id, String text, Path output) {
        return JobPlan.of(manifestOf(id, text), output, Optional.empty(), Optional.empty());
    }

    static Manifest manifestOf(String id, String text) {
        String name = "specs/" + id + (text.startsWith("{") ? ".json" : ".yaml");
        return new Manifest(new ManifestId(id), Path.of(name), JobSpecs.parse(name, text));
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
        Map<String, String> before = published(output);
        JobOutcome outcome = run().get(0);
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(published(output)).isEqualTo(before);
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

    /** What anybody may take for a snapshot: not what waits for the next run. */
    private static Map<String, String> published(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>(tree(folder));
        files.keySet().removeIf(path -> path.matches("(.*/)?\\.[^/]*\\.staging-[0-9a-f]+/.*"));
        return files;
    }

    /** What stands in a folder, by name. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> here = Files.list(folder)) {
            return here.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String content(Path path) {
        try {
            return Files.isDirectory(path) ? "" : Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
