package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiptsTest extends ReceiptFixture {

    @Test
    void says_thatARunIsUnderWay_withTheRequest_beforeAnythingElse() throws IOException {
        started(plan());

        assertThat(receipt()).isEqualTo("""
                {
                  "$schema": "urn:aquaspec:aqua-run:1",
                  "id": "billing/a",
                  "plugin": "0.1.0",
                  "versions": {
                    "maven": "3.9.9",
                    "java": "17.0.15",
                    "os": "Linux amd64"
                  },
                  "environment": "emulator",
                  "endpoint": "http://127.0.0.1:8377",
                  "started": "2026-11-22T02:00:00.123Z",
                  "status": "running",
                  "request": {
                    "format": "gzip",
                    "version": "1.0",
                    "encrypted": "none",
                    "queries": [
                      {
                        "name": "••••",
                        "type": "zoqlexport",
                        "query": "select Id from Account"
                      }
                    ]
                  },
                  "timeline": [],
                  "requests": {
                    "sent": 0,
                    "retried": 0
                  },
                  "checks": [],
                  "earlier": []
                }
                """);
    }

    @Test
    void theSetIsRunning_fromTheFirstMoment() throws IOException {
        Files.writeString(directory.resolve("run.json"), "{\"status\": \"succeeded\"}");

        receipts.begun(List.of(ID, new ManifestId("b")));

        assertThat(ofTheSet()).isEqualTo("""
                {
                  "$schema": "urn:aquaspec:aqua-run-set:1",
                  "plugin": "0.1.0",
                  "versions": {
                    "maven": "3.9.9",
                    "java": "17.0.15",
                    "os": "Linux amd64"
                  },
                  "environment": "emulator",
                  "endpoint": "http://127.0.0.1:8377",
                  "started": "2026-11-22T02:00:00.123Z",
                  "status": "running",
                  "manifests": [
                    {
                      "id": "billing/a",
                      "receipt": "billing/a/run.json"
                    },
                    {
                      "id": "b",
                      "receipt": "b/run.json"
                    }
                  ]
                }
                """);
    }

    @Test
    void holds_theJob_fromTheMomentItIsSubmitted() throws IOException {
        started(plan());
        assertThat(receipt()).doesNotContain("jobId");

        new ReceiptOfEach(receipts).on(new RunEvent.Submitted(plan(), Results.job(), Optional.of("key/2")));

        assertThat(receipt())
                .contains(
                        "\"status\": \"running\"",
                        "\"jobId\": \"" + Results.job().id() + "\"",
                        "\"runKey\": \"key/2\"",
                        "\"request\": {")
                .doesNotContain("hunter22", "\"ended\"");
    }

    @Test
    void goesOn_whenTheReceiptOfASubmittedJobCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve("billing"), "a file in the way");

        new ReceiptOfEach(receipts).on(new RunEvent.Submitted(plan(), Results.job(), Optional.of("key/2")));

        assertThat(directory.resolve("billing")).hasContent("a file in the way");
    }

    @Test
    void countsAQueryOnce_withAllItsFiles() throws IOException {
        BatchReply batch = Results.batch("A", "select Id from Account", 3L, true, "145.0");
        receipts.ended(new JobOutcome.Published(
                ID,
                Results.job(batch),
                List.of(Results.kept(0, batch, "A-0001.csv", "A-0002.csv")),
                Path.of("x"),
                List.of(),
                List.of()));

        JsonNode files = new ObjectMapper().readTree(receipt()).at("/files");
        assertThat(files).hasSize(1);
        assertThat(files.at("/0/records").asLong()).isEqualTo(3);
        assertThat(files.at("/0/bytes").asLong()).isEqualTo(9134);
        assertThat(files.at("/0").has("path")).isFalse();
        assertThat(files.at("/0/parts").findValuesAsText("path")).containsExactly("A-0001.csv", "A-0002.csv");
        assertThat(files.at("/0/parts/1/records").asLong()).isEqualTo(2);
        assertThat(files.at("/0/served")).hasSize(2);
    }

    @Test
    void says_whatWasPublished() throws IOException {
        BatchReply batch = Results.batch("A", "select Id from Account", 2L, false, "145.0");
        receipts.ended(new JobOutcome.Published(
                ID,
                Results.job(batch),
                List.of(Results.result(0, "A.csv", batch, 2, List.of("Id"))),
                Path.of("/build/target/aqua/billing/a"),
                List.of(),
                List.of(new Suppressed(Diagnostic.of(TransferCode.NUL_BYTES, "odd"), "old"))));

        assertThat(receipt()).isEqualTo("""
                {
                  "$schema": "urn:aquaspec:aqua-run:1",
                  "id": "billing/a",
                  "plugin": "0.1.0",
                  "versions": {
                    "maven": "3.9.9",
                    "java": "17.0.15",
                    "os": "Linux amd64"
                  },
                  "environment": "emulator",
                  "endpoint": "http://127.0.0.1:8377",
                  "started": "2026-11-22T02:00:00.123Z",
                  "ended": "2026-11-22T02:00:00.123Z",
                  "status": "succeeded",
                  "outcome": {
                    "summary": "published"
                  },
                  "jobId": "0000000000000000000000000000000a",
                  "jobStartTime": "2026-11-22T02:00:03+0000",
                  "files": [
                    {
                      "query": 0,
                      "name": "A",
                      "batchId": "000000000000000000000000000000b1",
                      "header": [
                        "Id"
                      ],
                      "fileIds": [
                        "000000000000000000000000000000f1"
                      ],
                      "path": "A.csv",
                      "records": 2,
                      "recordCount": 2,
                      "load": "incremental",
                      "bytes": 4567,
                      "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                      "served": [
                        {
                          "bytes": 123,
                          "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                        }
                      ]
                    }
                  ],
                  "accepted": [
                    {
                      "code": "AQ721",
                      "severity": "warning",
                      "message": "odd",
                      "why": "Many readers stop at a NUL byte.",
                      "reason": "old"
                    }
                  ],
                  "diagnostics": [],
                  "snapshot": "target/aqua/billing/a",
                  "timeline": [
                    {
                      "at": "2026-11-22T02:00:00.123Z",
                      "what": "ended"
                    }
                  ],
                  "requests": {
                    "sent": 0,
                    "retried": 0
                  },
                  "checks": [],
                  "earlier": []
                }
                """);
    }

    @Test
    void says_whatWentWrong_where_andWhetherToTryAgain_withoutSecrets() throws IOException {
        JobPlan plan = plan();
        started(plan);
        receipts.ended(new JobOutcome.Failed(
                ID,
                Optional.of("j"),
                List.of(Diagnostic.of(TransferCode.BROKEN, "it broke: hunter22")
                        .at(plan.places().key(SpecPath.ROOT.key("queries")))
                        .fix("run again")),
                Retry.LATER));

        assertThat(receipt())
                .contains("\"status\": \"failed\"", "\"retry\": \"later\"", "\"summary\": \"it broke: ••••\"")
                .contains("\"jobId\": \"j\"", "\"request\": {")
                .contains("\"file\": \"specs/a.yaml\"", "\"line\": 1", "\"column\": 1", "\"fix\": \"run again\"")
                .doesNotContain("hunter22");
    }

    @Test
    void says_whatWentWrong_notWhatWasNotedBefore() throws IOException {
        receipts.ended(new JobOutcome.Failed(
                ID,
                Optional.empty(),
                List.of(
                        Diagnostic.of(TransferCode.NUL_BYTES, "odd").severity(Severity.WARNING),
                        Diagnostic.of(TransferCode.BROKEN, "it broke")),
                Retry.NEVER));

        assertThat(receipt()).contains("\"summary\": \"it broke\"");
    }

    @Test
    void says_whatWasSkipped_andWhy() throws IOException {
        receipts.ended(new JobOutcome.Skipped(ID, "no credentials"));

        assertThat(receipt()).contains("\"status\": \"skipped\"", "\"summary\": \"no credentials\"");
    }

    @Test
    void writes_aManifestsReceipt_whenItEnds_andNotAgainAtTheEndOfTheSet() throws IOException {
        JobOutcome one = failed(ID);
        JobOutcome other = new JobOutcome.Skipped(new ManifestId("b"), "x");
        new ReceiptOfEach(receipts).on(new RunEvent.Ended(one));
        assertThat(receipt()).contains("\"status\": \"failed\"");
        Files.delete(directory.resolve("billing/a/run.json"));

        receipts.ended(List.of(one, other), List.of(), Strictness.ERRORS_STOP);

        assertThat(directory.resolve("billing/a/run.json")).doesNotExist();
        assertThat(directory.resolve("b/run.json")).exists();
        assertThat(directory.resolve("run.json")).content().isEqualTo("""
                {
                  "$schema": "urn:aquaspec:aqua-run-set:1",
                  "plugin": "0.1.0",
                  "versions": {
                    "maven": "3.9.9",
                    "java": "17.0.15",
                    "os": "Linux amd64"
                  },
                  "environment": "emulator",
                  "endpoint": "http://127.0.0.1:8377",
                  "started": "2026-11-22T02:00:00.123Z",
                  "ended": "2026-11-22T02:00:00.123Z",
                  "status": "failed",
                  "manifests": [
                    {
                      "id": "billing/a",
                      "status": "failed",
                      "receipt": "billing/a/run.json"
                    },
                    {
                      "id": "b",
                      "status": "skipped",
                      "receipt": "b/run.json"
                    }
                  ],
                  "diagnostics": []
                }
                """);
    }

    @Test
    void leavesTheReceiptOfTheRunThatHoldsTheManifest_andReplacesOneThatIsOver() throws IOException {
        started(plan());
        String running = receipt();
        JobOutcome held = new JobOutcome.Failed(
                ID, Optional.empty(), List.of(Diagnostic.of(StateCode.LOCKED, "held by another")), Retry.LATER);

        receipts.ended(List.of(held), List.of(), Strictness.ERRORS_STOP);

        assertThat(receipt()).isEqualTo(running);
        assertThat(directory.resolve("run.json")).content().contains("\"status\": \"failed\"");

        receipts.ended(failed(ID));
        receipts.ended(held);
        assertThat(receipt()).contains("held by another");
    }

    @Test
    void tellsAgain_atTheEndOfTheSet_whatCouldNotBeWrittenBefore() throws IOException {
        Files.writeString(directory.resolve("billing"), "a file in the way");
        new ReceiptOfEach(receipts).on(new RunEvent.Ended(failed(ID)));
        Files.delete(directory.resolve("billing"));

        receipts.ended(List.of(failed(ID)), List.of(), Strictness.ERRORS_STOP);

        assertThat(receipt()).contains("\"status\": \"failed\"");
    }

    @Test
    void theSetHasFailed_whereTheBuildFails_ifOnlyForAWarning() throws IOException {
        Diagnostic warning = Diagnostic.of(TransferCode.NUL_BYTES, "odd").severity(Severity.WARNING);
        List<JobOutcome> warned = List.of(new JobOutcome.Skipped(ID, "nothing new", List.of(warning)));
        List<JobOutcome> quiet = List.of(new JobOutcome.Skipped(ID, "nothing new"));

        receipts.ended(warned, List.of(), Strictness.ERRORS_STOP);
        assertThat(ofTheSet()).contains("  \"status\": \"skipped\",\n  \"manifests\"");
        receipts.ended(warned, List.of(), Strictness.WARNINGS_STOP);
        assertThat(ofTheSet()).contains("  \"status\": \"failed\",\n  \"manifests\"");
        receipts.ended(quiet, List.of(warning), Strictness.ERRORS_STOP);
        assertThat(ofTheSet()).contains("  \"status\": \"skipped\",\n  \"manifests\"");
        receipts.ended(quiet, List.of(warning), Strictness.WARNINGS_STOP);
        assertThat(ofTheSet()).contains("  \"status\": \"failed\",\n  \"manifests\"");
    }

    @Test
    void isWritten_alsoWhereTheBuildIsInterrupted() throws IOException {
        Thread.currentThread().interrupt();

        receipts.ended(failed(ID));

        assertThat(Thread.interrupted()).as("whoever comes next sees it").isTrue();
        assertThat(receipt()).contains("\"status\": \"failed\"");
    }

    @Test
    void leaves_noHalfReceipt() throws IOException {
        started(plan());
        receipts.ended(failed(ID));

        try (Stream<Path> files = Files.list(directory.resolve("billing/a"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("run.json", "TEST-aqua-billing.a.xml");
        }
    }

    @Test
    void doesNotSayThatARunGoesOn_onceItHasEnded() throws IOException {
        started(plan());
        receipts.ended(failed(ID));

        new ReceiptOfEach(receipts).on(new RunEvent.Submitted(plan(), Results.job(), Optional.of("key")));

        assertThat(receipt()).contains("\"status\": \"failed\"");
    }
}
