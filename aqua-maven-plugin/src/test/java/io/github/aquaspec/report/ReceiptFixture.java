package io.github.aquaspec.report;

import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Receipts of one manifest, with a secret that none may hold. */
abstract class ReceiptFixture {

    static final ManifestId ID = new ManifestId("billing/a");

    @TempDir
    Path directory;

    Receipts receipts;

    @BeforeEach
    void begin() {
        receipts = new Receipts(
                directory,
                new ReceiptHeader(
                        new ReceiptHeader.Versions("0.1.0", "3.9.9", "17.0.15", "Linux amd64"),
                        "emulator",
                        Optional.of("http://127.0.0.1:8377"),
                        ReceiptHeader.Scope.TENANT,
                        Path.of("/build")),
                text -> text.replace("hunter22", "••••"),
                Clock.fixed(Instant.parse("2026-11-22T02:00:00.123456Z"), ZoneOffset.UTC));
    }

    void started(JobPlan plan) {
        new ReceiptOfEach(receipts).on(new RunEvent.Started(plan, List.of()));
    }

    static JobOutcome failed(ManifestId id) {
        return new JobOutcome.Failed(
                id, Optional.empty(), List.of(Diagnostic.of(TransferCode.BROKEN, "x")), Retry.NEVER);
    }

    String ofTheSet() throws IOException {
        return Files.readString(directory.resolve("run.json"));
    }

    String receipt() throws IOException {
        return Files.readString(directory.resolve("billing/a/run.json"));
    }

    static JobPlan plan() {
        String text = "queries: [{name: hunter22, query: select Id from Account}]\n";
        Planned planned = new Planning(
                        Path.of("out"), Optional.empty(), WindowChoice.NEXT, Instant.parse("2026-11-22T02:00:00Z"))
                .plan(new Manifest(ID, JobSpecs.parse("specs/a.yaml", text)));
        return ((Planned.Ready) planned).plan();
    }
}
