package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.JobOutcome;
import io.github.aquaspec.run.ManifestId;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code run.json}: one per manifest, there from the first moment of a run with status {@code running}, so that a
 * build that dies leaves a trace; and one for the whole set.
 */
public final class Receipts {

    private final Path directory;
    private final Header header;
    private final Clock clock;
    private final Instant started;

    /**
     * What is the same for all manifests of a run.
     *
     * @param plugin version of this plugin
     * @param environment where the run goes
     * @param endpoint its base URL, once it is known
     */
    public record Header(String plugin, String environment, Optional<String> endpoint) {}

    public Receipts(Path directory, Header header, Clock clock) {
        this.directory = directory;
        this.header = header;
        this.clock = clock;
        this.started = now();
    }

    /** Says that a manifest is being run. */
    public void running(ManifestId id) throws IOException {
        ObjectNode receipt = begin(id);
        receipt.put("status", "running");
        write(directory.resolve(id.text()).resolve("run.json"), receipt);
    }

    /** Says how a manifest's run ended. */
    public void ended(JobOutcome outcome) throws IOException {
        ObjectNode receipt = begin(outcome.id());
        receipt.put("ended", now().toString());
        ReceiptJson.outcome(receipt, outcome);
        write(directory.resolve(outcome.id().text()).resolve("run.json"), receipt);
    }

    /** Says how the whole set ended; {@code problems} are those of no single manifest. */
    public void ended(List<JobOutcome> outcomes, List<Diagnostic> problems) throws IOException {
        ObjectNode receipt = ReceiptJson.object();
        head(receipt);
        receipt.put("ended", now().toString());
        boolean failed = outcomes.stream().anyMatch(o -> o instanceof JobOutcome.Failed)
                || problems.stream().anyMatch(Diagnostic::isError);
        boolean skipped = !outcomes.isEmpty() && outcomes.stream().allMatch(o -> o instanceof JobOutcome.Skipped);
        receipt.put("status", failed ? "failed" : skipped ? "skipped" : "succeeded");
        ArrayNode manifests = receipt.putArray("manifests");
        for (JobOutcome outcome : outcomes) {
            ObjectNode json = manifests.addObject();
            json.put("id", outcome.id().text());
            json.put("status", ReceiptJson.status(outcome));
            json.put("receipt", outcome.id().text() + "/run.json");
        }
        ReceiptJson.diagnostics(receipt.putArray("diagnostics"), problems);
        write(directory.resolve("run.json"), receipt);
    }

    private ObjectNode begin(ManifestId id) {
        ObjectNode receipt = ReceiptJson.object();
        receipt.put("id", id.text());
        head(receipt);
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

    /** Whole or not at all: a reader never sees half a receipt. */
    private static void write(Path file, ObjectNode json) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), ".run-", ".part");
        try {
            Files.write(part, ReceiptJson.bytes(json));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
