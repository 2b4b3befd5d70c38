package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.Canary;
import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Identity;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.Sender;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.snapshot.CachedDisk;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.verify.DecryptionKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Runs manifests against an emulator. */
public final class Rig {

    static final TargetIdentity EMULATOR =
            new TargetIdentity("emulator", "emulator", Optional.empty(), Optional.empty());

    static final String SECRET = Canary.secret();

    /** One query that every emulator can answer. */
    public static final String ACCOUNTS = """
            version: "1.0"
            useQueryLabels: true
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
            """;

    /** Two of them, in one job. */
    static final String TWO = ACCOUNTS + """
              - {name: Contact, type: zoqlexport, apiVersion: "145.0", query: select Id from Contact}
            """;

    private final Map<String, String> manifests = new TreeMap<>();
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final VirtualTime time;
    private RunListener listener = events::add;
    private final AquaEmulator emulator;
    private final Path output;
    private final long seen;
    private final Settings settings = new Settings().jobsAtOnce(20).downloadsAtOnce(4);
    private Optional<Planning.Memory> memory;
    private WindowChoice windows = WindowChoice.NEXT;
    private Clock clockOfTheMachine;
    private SnapshotRun started;
    private UnaryOperator<List<JobPlan>> handed = UnaryOperator.identity();
    private Disk disk = new CachedDisk();
    private Pause pause;

    /** A rig has a machine of its own, unless it is given one that others have used. */
    Rig(AquaEmulator emulator, VirtualTime time, Path output) {
        this.emulator = emulator;
        this.time = time;
        this.clockOfTheMachine = time;
        this.pause = time;
        this.output = output;
        this.memory = Optional.of(new Planning.Memory(Plans.statesOfItsOwn(), EMULATOR));
        this.seen = emulator.requests().size();
    }

    Rig manifest(String id, String text) {
        manifests.put(id, text);
        return this;
    }

    Rig oneJobAtATime() {
        settings.jobsAtOnce(1);
        return this;
    }

    Rig oneDownloadAtATime() {
        settings.downloadsAtOnce(1);
        return this;
    }

    Rig warningsStop() {
        settings.strictness(Strictness.WARNINGS_STOP);
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

    /** Lets something happen when the run begins: it is planned, and the manifest is held. */
    Rig whenStarted(Meanwhile meanwhile) {
        return when(RunEvent.Started.class::isInstance, meanwhile);
    }

    /** Lets something happen once a job was submitted. */
    Rig whenSubmitted(Meanwhile meanwhile) {
        return when(RunEvent.Submitted.class::isInstance, meanwhile);
    }

    /** Lets something happen just before the snapshot is published. */
    Rig whenVerified(Meanwhile meanwhile) {
        return when(RunEvent.FileVerified.class::isInstance, meanwhile);
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
        pause = meanwhile.before(time);
        return this;
    }

    private Rig when(Predicate<RunEvent> events, Meanwhile meanwhile) {
        listener = listener.and(meanwhile.at(events));
        return this;
    }

    /** Asks sessions for everything since what was published last. */
    Rig heals() {
        settings.heals(true);
        return this;
    }

    /** Names the run, as a build or its CI would. */
    Rig under(String key) {
        settings.runKey(key);
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
        settings.cancelsOnAbort();
        return this;
    }

    /** Stops the run that is under way. */
    void stop() {
        started.stop();
    }

    /** Stops the run when it looks at its plans: its threads are there, and nothing is handed to them yet. */
    Rig stoppedAtOnce() {
        handed = plans -> new AbstractList<>() {

            @Override
            public JobPlan get(int index) {
                stop();
                return plans.get(index);
            }

            @Override
            public int size() {
                return plans.size();
            }
        };
        return this;
    }

    /** Gives up what was stopped before. */
    Rig fresh() {
        settings.fresh(true);
        return this;
    }

    /** Accepts columns that are not those of before. */
    Rig updatesColumns() {
        settings.acceptsColumns();
        return this;
    }

    /** The zone that a build takes the data centre's times to be in. */
    Rig zone(ZoneId id) {
        settings.zone(Optional.of(id));
        return this;
    }

    Rig windows(WindowChoice choice) {
        windows = choice;
        return this;
    }

    Rig keys(DecryptionKeys unlocked) {
        settings.keys(unlocked);
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
            Planned planned = planning.plan(Plans.manifestOf(entry.getKey(), entry.getValue()));
            if (planned instanceof Planned.Ready ready) {
                plans.add(ready.plan());
            } else {
                outcomes.add(((Planned.Ended) planned).outcome());
            }
        }
        try (AquaClient client = client(url)) {
            started = new SnapshotRun(settings.asTheyAre(), client, listener, pause, time, disk);
            outcomes.addAll(started.run(handed.apply(plans)));
            return outcomes;
        }
    }

    /** What a plan says of the run of the one manifest. */
    Forecast foreseen() {
        Map.Entry<String, String> only = manifests.entrySet().iterator().next();
        Planned planned = new Planning(output, memory, windows, time.instant())
                .plan(Plans.manifestOf(only.getKey(), only.getValue()));
        Sender sender = new Sender(Optional.empty(), Identity.CLIENT_CREDENTIALS, Map.of(), "test");
        return new Outlook(settings.asTheyAre(), sender, time.instant()).of(((Planned.Ready) planned).plan());
    }

    /** Collects a job that exists already into the one manifest. */
    JobOutcome collected(String jobId) throws InterruptedException, IOException {
        Map.Entry<String, String> only = manifests.entrySet().iterator().next();
        try (AquaClient client = client(emulator.url())) {
            Planned planned = new JobCollection(client, output, memory.orElseThrow(), listener)
                    .into(Plans.manifestOf(only.getKey(), only.getValue()), jobId);
            return planned instanceof Planned.Ended ended
                    ? ended.outcome()
                    : new SnapshotRun(settings.asTheyAre(), client, listener, pause, time)
                            .collect(((Planned.Ready) planned).plan(), jobId);
        }
    }

    private AquaClient client(URI url) {
        Service service = new Service(url, new Credential.ClientCredentials("canary", Secret.of(SECRET)), Map.of());
        Transport transport =
                new Transport("test", new TransportLimits(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        return new AquaClient(transport, service, RetryPolicy.DEFAULT, pause, clockOfTheMachine, new Redaction());
    }

    /** Runs the one manifest that must be published. */
    JobOutcome.Published published() throws InterruptedException, IOException {
        JobOutcome outcome = run().get(0);
        assertThat(outcome.diagnostics().stream().map(TextRenderer::render).toList())
                .isEmpty();
        return (JobOutcome.Published) outcome;
    }

    /** The same, whatever is said about it. */
    JobOutcome.Published publishedWhateverIsSaid() throws InterruptedException, IOException {
        JobOutcome outcome = run().get(0);
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(JobOutcome.Published.class);
        return (JobOutcome.Published) outcome;
    }

    /** Runs the one manifest on a disk on which the process must die. */
    Rig dies(Disk mortal) {
        assertThatThrownBy(on(mortal)::run).isInstanceOf(FaultyDisk.Death.class);
        return this;
    }

    /**
     * Runs the one manifest that must fail, and leave what was there before, byte for byte; every finding has a code and
     * a fix.
     */
    JobOutcome.Failed failed() throws InterruptedException, IOException {
        Map<String, String> before = Folders.published(output);
        JobOutcome outcome = run().get(0);
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(Folders.published(output)).isEqualTo(before);
        assertThat(outcome.diagnostics()).isNotEmpty().allSatisfy(d -> {
            assertThat(d.code().id()).matches("AQ[5-9]\\d\\d");
            assertThat(d.fix()).isPresent();
            assertThat(TextRenderer.render(d)).doesNotContain(SECRET);
        });
        return (JobOutcome.Failed) outcome;
    }
}
