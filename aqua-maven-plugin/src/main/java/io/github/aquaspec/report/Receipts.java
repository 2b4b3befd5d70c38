package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.JobOutcome;
import io.github.aquaspec.run.JobPlan;
import io.github.aquaspec.run.ManifestId;
import io.github.aquaspec.run.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Writes {@code run.json}: one per manifest and one for the whole set, there from the first moment of a run with status
 * {@code running}, so that a build that dies leaves a trace, and none of a build before passes for its own.
 */
public final class Receipts {

    private static final String NAME = "run.json";

    private final Path directory;
    private final Header header;
    private final UnaryOperator<String> redaction;
    private final Clock clock;
    private final Instant started;
    private final Set<ManifestId> ended = ConcurrentHashMap.newKeySet();
    private final Map<ManifestId, JobPlan> plans = new ConcurrentHashMap<>();
    private final Map<ManifestId, String> keys = new ConcurrentHashMap<>();

    /**
     * What is the same for all manifests of a run.
     *
     * @param plugin version of this plugin
     * @param environment where the run goes
     * @param endpoint its base URL, once it is known
     */
    public record Header(String plugin, String environment, Optional<String> endpoint) {}

    /**
     * Begins to keep receipts.
     *
     * @param directory where they go
     * @param redaction takes secrets out of a text
     */
    public Receipts(Path directory, Header header, UnaryOperator<String> redaction, Clock clock) {
        this.directory = directory;
        this.header = header;
        this.redaction = redaction;
        this.clock = clock;
        this.started = now();
    }

    /** Says that a set is being run; what its manifests come to is not known yet. */
    public void begun(List<ManifestId> planned) throws IOException {
        ObjectNode receipt = ReceiptJson.object();
        head(receipt);
        receipt.put("status", "running");
        ArrayNode manifests = receipt.putArray("manifests");
        planned.forEach(id -> {
            ObjectNode json = manifests.addObject();
            json.put("id", id.text());
            json.put("receipt", receipt(id));
        });
        write(directory.resolve(NAME), receipt);
    }

    /** Says that a manifest is being run. */
    public void running(JobPlan plan) throws IOException {
        plans.put(plan.id(), plan);
        ObjectNode receipt = begin(plan.id());
        receipt.put("status", "running");
        request(receipt, plan.id());
        write(path(plan.id()), receipt);
    }

    /**
     * Says that AQuA took a job, so that a build that is killed leaves its id. From now on the receipt shows the request
     * as it was sent: a session may have changed it on the way.
     */
    public void sent(JobPlan plan, String jobId, Optional<String> runKey) throws IOException {
        plans.computeIfPresent(plan.id(), (id, planned) -> plan);
        runKey.ifPresent(key -> keys.put(plan.id(), key));
        ObjectNode receipt = begin(plan.id());
        receipt.put("status", "running");
        receipt.put("jobId", jobId);
        request(receipt, plan.id());
        write(path(plan.id()), receipt);
    }

    /** Says how a manifest's run ended; what is said of a run that holds the manifest against this one stays. */
    public void ended(JobOutcome outcome) throws IOException {
        if (outcome.isHeldByAnother() && new ReceiptFile(path(outcome.id())).tells("running")) {
            ended.add(outcome.id());
            return;
        }
        ObjectNode receipt = begin(outcome.id());
        receipt.put("ended", now().toString());
        ReceiptJson.outcome(receipt, outcome);
        request(receipt, outcome.id());
        write(path(outcome.id()), receipt);
        ended.add(outcome.id());
    }

    private Path path(ManifestId id) {
        return directory.resolve(receipt(id));
    }

    private static String receipt(ManifestId id) {
        return id.text() + "/" + NAME;
    }

    private void request(ObjectNode receipt, ManifestId id) throws IOException {
        JobPlan plan = plans.get(id);
        if (plan != null) {
            plan.window().ifPresent(window -> ReceiptJson.window(receipt, window));
            if (!plan.request().isEmpty()) {
                receipt.set("request", ReceiptJson.parse(plan.request()));
            }
        }
    }

    /**
     * Says how the whole set ended, and each manifest of which that is not said yet.
     *
     * @param problems what is wrong with the set or the build
     * @param strictness what the build fails for: the set has failed where the build does
     */
    public void ended(List<JobOutcome> outcomes, List<Diagnostic> problems, Strictness strictness) throws IOException {
        for (JobOutcome outcome : outcomes) {
            if (!ended.contains(outcome.id())) {
                ended(outcome);
            }
        }
        ObjectNode receipt = ReceiptJson.object();
        head(receipt);
        receipt.put("ended", now().toString());
        boolean failed = strictness.stopsAtAny(problems)
                || outcomes.stream().anyMatch(o -> o.isFailed() || strictness.stopsAtAny(o.diagnostics()));
        boolean skipped = !outcomes.isEmpty() && outcomes.stream().allMatch(o -> o instanceof JobOutcome.Skipped);
        receipt.put("status", failed ? "failed" : skipped ? "skipped" : "succeeded");
        ArrayNode manifests = receipt.putArray("manifests");
        for (JobOutcome outcome : outcomes) {
            ObjectNode json = manifests.addObject();
            json.put("id", outcome.id().text());
            json.put("status", ReceiptJson.status(outcome));
            json.put("receipt", receipt(outcome.id()));
        }
        ReceiptJson.diagnostics(receipt.putArray("diagnostics"), problems);
        write(directory.resolve(NAME), receipt);
    }

    private ObjectNode begin(ManifestId id) {
        ObjectNode receipt = ReceiptJson.object();
        receipt.put("id", id.text());
        head(receipt);
        if (keys.containsKey(id)) {
            receipt.put("runKey", keys.get(id));
        }
        return receipt;
    }

    private void head(ObjectNode receipt) {
        receipt.put("plugin", header.plugin());
        receipt.put("environment", header.environment());
        header.endpoint().ifPresent(url -> receipt.put("endpoint", url));
        receipt.put("started", started.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Also in a thread that is interrupted, as in a build that is stopped: Java would close the file under it. */
    private void write(Path file, ObjectNode json) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            new ReceiptFile(file).write(ReceiptJson.bytes(ReceiptJson.redacted(json, redaction)));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
