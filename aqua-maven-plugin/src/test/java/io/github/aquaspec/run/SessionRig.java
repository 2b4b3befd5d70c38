package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.ScriptedServer;
import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.client.ScriptedServer.Asked;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.IdempotencyKey;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.States;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.model.QueryType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stateful manifest, a server that says what is written down, and the state between runs. */
final class SessionRig implements AutoCloseable {

    static final String OURS = "0000000000000000000000000000000a";
    static final String NEXT = "0000000000000000000000000000000b";
    static final String OTHER = "0000000000000000000000000000000c";
    static final Instant WATERMARK = Instant.parse("2026-11-21T02:00:00Z");
    static final String ACCOUNTS = "select Id from Account";

    /** What a run of the manifest asks of its session first. */
    static final String LOOK_UP = "GET /v1/batch-query/jobs/partner/acme/project/Nightly";

    static final String SUBMIT = "POST /v1/batch-query/";

    /** A file of the query, of one record. */
    static final String CSV = "Account.Id\n1\n";

    static final String MANIFEST = """
            format: csv
            version: "1.1"
            partner: acme
            project: Nightly
            useQueryLabels: true
            queries:
              - name: Account
                query: select Id from Account
            """;

    private static final TargetIdentity TARGET =
            new TargetIdentity("us", "rest.zuora.com", Optional.empty(), Optional.empty());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedServer server = new ScriptedServer();
    private final VirtualTime time = new VirtualTime();
    private final Path folder;
    private final StateDirectory state;
    private final Settings settings = new Settings().zone(Optional.of(ZoneId.of("America/Los_Angeles")));
    private String manifest = MANIFEST;
    private boolean begunByOthers;
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<Answer> answers = new ArrayList<>();

    SessionRig(Path folder) throws IOException {
        this.folder = folder;
        this.state = StateDirectory.of(folder.resolve("state"), TARGET, "nightly");
    }

    SessionRig manifest(String text) {
        manifest = text;
        return this;
    }

    SessionRig heals() {
        settings.heals(true);
        return this;
    }

    SessionRig fresh() {
        settings.fresh(true);
        return this;
    }

    SessionRig zone(String id) {
        settings.zone(Optional.ofNullable(id).map(ZoneId::of));
        return this;
    }

    SessionRig warningsStop() {
        settings.strictness(Strictness.WARNINGS_STOP);
        return this;
    }

    SessionRig answer(String json) {
        return answer(Answer.json(200, json));
    }

    SessionRig answer(Answer answer) {
        answers.add(answer);
        return this;
    }

    SessionRig file(String csv) {
        return answer(Answer.of(200, "text/csv;charset=UTF-8", csv));
    }

    /** A file that a check refuses, as often as it is fetched. */
    SessionRig wrongFile(String csv) {
        return file(csv).file(csv).file(csv).file(csv);
    }

    /** A session in which others completed a job; unless said, nobody did. */
    SessionRig begunByOthers() {
        begunByOthers = true;
        return this;
    }

    /** Hands over what was written down, and before it what a run asks of a session that it does not know. */
    private void handOver() throws StateException {
        boolean looksUp = state.published().isEmpty() && !manifest.contains("incrementalTime");
        if (looksUp && !begunByOthers) {
            server.then(Answer.json(404, "{}"));
        }
        handOverAsTheyAre();
    }

    /** Hands over what was written down, for somebody else to ask for. */
    void handOverAsTheyAre() {
        answers.forEach(server::then);
        answers.clear();
    }

    /** What a run before has left. */
    SessionRig published(PublishedQuery... queries) throws StateException {
        state.commit(
                Optional.empty(), new SessionPublished(TARGET, "acme", "Nightly", OURS, WATERMARK, List.of(queries)));
        return this;
    }

    static PublishedQuery query(String name, String text) {
        return new PublishedQuery(Optional.ofNullable(name), text, QueryType.ZOQLEXPORT, Optional.empty());
    }

    /** Another manifest here whose last job is this one. */
    SessionRig neighbour(String id, String jobId) throws StateException {
        States.published(StateDirectory.of(folder.resolve("state"), TARGET, id), jobId, WATERMARK);
        return this;
    }

    /** A run of this manifest that was stopped when its job was known. */
    SessionRig stopped(String jobId) throws StateException {
        States.submitted(
                state,
                jobId,
                time.instant(),
                state.published().map(Published::jobId),
                IdempotencyKey.digest(plan().open()));
        return this;
    }

    StateDirectory state() {
        return state;
    }

    SessionPublished remembered() throws StateException {
        return (SessionPublished) state.published().orElseThrow();
    }

    Path snapshot() {
        return folder.resolve("out/nightly");
    }

    JobOutcome run() throws Exception {
        handOver();
        return started().run(List.of(plan())).get(0);
    }

    JobOutcome collect(String jobId) throws Exception {
        handOverAsTheyAre();
        return started().collect(plan(), jobId);
    }

    /** Collects a job as the goal does: the plan is made of what the job says. */
    JobOutcome collectInto(String jobId) throws Exception {
        handOverAsTheyAre();
        return collected(collection().into(read(), jobId), jobId);
    }

    JobOutcome collectAlone(String jobId) throws Exception {
        handOverAsTheyAre();
        return collected(collection().alone(jobId), jobId);
    }

    private JobCollection collection() {
        return new JobCollection(
                client(), folder.resolve("out"), new Planning.Memory(folder.resolve("state"), TARGET), events::add);
    }

    private JobOutcome collected(Planned planned, String jobId) throws InterruptedException {
        return planned instanceof Planned.Ended ended
                ? ended.outcome()
                : started().collect(((Planned.Ready) planned).plan(), jobId);
    }

    JobOutcome.Published published(JobOutcome outcome) {
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(JobOutcome.Published.class);
        return (JobOutcome.Published) outcome;
    }

    private JobPlan plan() {
        return JobPlan.of(read(), folder.resolve("out"), Optional.of(state), Optional.empty());
    }

    private Manifest read() {
        String name = "specs/nightly.yaml";
        Manifest read = new Manifest(new ManifestId("nightly"), JobSpecs.parse(name, manifest));
        assertThat(read.loaded().value()).as("%s", read.loaded().diagnostics()).isPresent();
        return read;
    }

    AquaClient client() {
        Service service = new Service(server.url(), new Credential.UserPassword("me", Secret.of("password")), Map.of());
        Transport transport =
                new Transport("test", new TransportLimits(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        return new AquaClient(transport, service, RetryPolicy.DEFAULT, time, time, new Redaction());
    }

    /** What happened, in order. */
    List<RunEvent> events() {
        return List.copyOf(events);
    }

    /** What was asked, as {@code METHOD path}. */
    List<String> asked() {
        return server.asked().stream().map(a -> a.method() + " " + a.path()).toList();
    }

    /** The body of the one submission. */
    JsonNode submitted() throws JsonProcessingException {
        return JSON.readTree(submittedText());
    }

    /** The same, byte for byte. */
    String submittedText() {
        List<Asked> posts =
                server.asked().stream().filter(a -> a.method().equals("POST")).toList();
        assertThat(posts).hasSize(1);
        return posts.get(0).body();
    }

    /** A completed job. */
    static String job(String id, String more, String... batches) {
        return "{\"id\":\"" + id + "\",\"status\":\"completed\",\"version\":\"1.1\",\"format\":\"CSV\""
                + ",\"partner\":\"acme\",\"project\":\"nightly\",\"startTime\":\"2026-11-22T02:00:03+0000\"" + more
                + ",\"batches\":[" + String.join(",", batches) + "]}";
    }

    /** A completed batch of one record. */
    static String batch(String name, String query, boolean full) {
        return batch(name, query, full, "");
    }

    static String batch(String name, String query, boolean full, String more) {
        return "{" + (name == null ? "" : "\"name\":\"" + name + "\",") + "\"query\":\"" + query
                + "\",\"status\":\"completed\",\"batchType\":\"zoqlexport\",\"apiVersion\":\"145.0\",\"recordCount\":1"
                + ",\"full\":" + full + ",\"fileId\":\"" + fileOf(query) + "\",\"message\":\"\"" + more + "}";
    }

    /** Each query has a file of its own. */
    private static String fileOf(String query) {
        return query.equals(ACCOUNTS) ? "f" : "f" + Integer.toHexString(query.hashCode());
    }

    private SnapshotRun started() {
        return new SnapshotRun(settings.asTheyAre(), client(), events::add, time, time);
    }

    @Override
    public void close() {
        server.close();
    }
}
