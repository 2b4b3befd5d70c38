package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Writes {@code run.json}: one per manifest and one for the whole set, there from the first moment of a run with status
 * {@code running}, so that a build that dies leaves a trace, and none of a build before passes for its own. Beside that of
 * a manifest lies the same for CI servers, as the report of a test suite.
 */
public final class Receipts {

    private static final String NAME = "run.json";
    private static final int LONGEST = 240;

    private final Path directory;
    private final ReceiptHeader header;
    private final UnaryOperator<String> redaction;
    private final Clock clock;
    private final Instant started;
    private final Set<ManifestId> ended = ConcurrentHashMap.newKeySet();
    private final Map<ManifestId, Chronicle> chronicles = new ConcurrentHashMap<>();

    /**
     * Begins to keep receipts.
     *
     * @param directory where they go
     * @param redaction takes secrets out of a text
     */
    public Receipts(Path directory, ReceiptHeader header, UnaryOperator<String> redaction, Clock clock) {
        this.directory = directory;
        this.header = header;
        this.redaction = redaction;
        this.clock = clock;
        this.started = now();
    }

    /** Says that a set is being run; what its manifests come to is not known yet. */
    public void begun(List<ManifestId> planned) throws IOException {
        ObjectNode receipt = ofTheSet();
        receipt.put("status", "running");
        ArrayNode manifests = receipt.putArray("manifests");
        planned.forEach(id -> {
            ObjectNode json = manifests.addObject();
            json.put("id", id.text());
            json.put("receipt", receipt(id));
        });
        write(directory.resolve(NAME), receipt);
    }

    /** Takes down what happens, for the receipts that are written from now on. */
    void note(RunEvent event) {
        chronicle(event.id()).add(now(), event);
    }

    /** Says that a manifest is being run, and how far that has come. */
    void running(ManifestId id) throws IOException {
        Chronicle chronicle = chronicle(id);
        synchronized (chronicle) {
            if (!chronicle.isEnded()) {
                ObjectNode receipt = begin(id);
                receipt.put("status", "running");
                chronicle.writeNames(receipt);
                chronicle.write(receipt);
                write(path(id), receipt);
                if (chronicle.step() == RunStep.SUBMIT) {
                    write(id, suite(id, chronicle, TestCases.running(), ""));
                }
            }
        }
    }

    /** Says how a manifest's run ended; what is said of a run that holds the manifest against this one stays. */
    public void ended(JobOutcome outcome) throws IOException {
        if (outcome.isHeldByAnother() && new ReceiptFile(path(outcome.id())).tells("running")) {
            ended.add(outcome.id());
            return;
        }
        Chronicle chronicle = chronicle(outcome.id());
        synchronized (chronicle) {
            if (!chronicle.isEnded()) {
                note(new RunEvent.Ended(outcome));
            }
            ObjectNode receipt = begin(outcome.id());
            receipt.put("ended", now().toString());
            chronicle.writeNames(receipt);
            ReceiptJson.outcome(receipt, outcome);
            if (outcome instanceof JobOutcome.Published published) {
                receipt.put("snapshot", ShownPath.from(header.shownFrom(), published.directory()));
            }
            chronicle.write(receipt);
            write(path(outcome.id()), receipt);
            TestCases cases = new TestCases(outcome, chronicle);
            write(outcome.id(), suite(outcome.id(), chronicle, cases.all(), cases.notes()));
        }
        ended.add(outcome.id());
    }

    private Chronicle chronicle(ManifestId id) {
        return chronicles.computeIfAbsent(id, k -> new Chronicle());
    }

    private Path path(ManifestId id) {
        return directory.resolve(receipt(id));
    }

    private static String receipt(ManifestId id) {
        return id.text() + "/" + NAME;
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
        ObjectNode receipt = ofTheSet();
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
        receipt.put("$schema", RunSchema.ID);
        receipt.put("id", id.text());
        head(receipt);
        return receipt;
    }

    private ObjectNode ofTheSet() {
        ObjectNode receipt = ReceiptJson.object();
        receipt.put("$schema", RunSchema.ID_OF_SET);
        head(receipt);
        return receipt;
    }

    private void head(ObjectNode receipt) {
        header.write(receipt);
        receipt.put("started", started.toString());
    }

    private TestSuite suite(ManifestId id, Chronicle chronicle, List<TestSuite.Case> cases, String notes) {
        Instant begun = chronicle.begun().orElse(started);
        return new TestSuite(suiteName(id.text()), begun, Duration.between(begun, now()), cases, notes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void write(Path file, ObjectNode json) throws IOException {
        write(file, ReceiptJson.bytes(ReceiptJson.redacted(json, redaction)));
    }

    private void write(ManifestId id, TestSuite suite) throws IOException {
        write(path(id).resolveSibling(suiteFile(id.text())), JUnitXml.bytes(suite, redaction));
    }

    private static String suiteName(String manifest) {
        return manifest.replace('/', '.');
    }

    /**
     * The name of the report for CI servers that lies beside a manifest's receipt. Disks take names of 255 bytes; of a
     * longer one the end stays, and the folder tells the rest.
     */
    public static String suiteFile(String manifest) {
        String name = suiteName(manifest);
        return "TEST-aqua-" + name.substring(Math.max(0, name.length() - LONGEST)) + ".xml";
    }

    /** Also in a thread that is interrupted, as in a build that is stopped: Java would close the file under it. */
    private static void write(Path file, byte[] content) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            new ReceiptFile(file).write(content);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
