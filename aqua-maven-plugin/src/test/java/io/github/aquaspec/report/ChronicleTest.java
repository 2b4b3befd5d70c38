package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.EarlierRun;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a receipt tells of the way that a run has come. */
class ChronicleTest extends ReceiptFixture {

    @Test
    void tells_whatHappened_inOrder_alsoWhileTheRunGoesOn() throws IOException {
        ReceiptOfEach each = new ReceiptOfEach(receipts);
        BatchReply pending = Results.batch("A", "select Id from Account", 2L, false, "145.0");
        started(plan());
        each.on(new RunEvent.Opened(ID, List.of(Diagnostic.of(TransferCode.NUL_BYTES, "odd: hunter22"))));
        each.on(new RunEvent.Submitted(plan(), Results.job(), Optional.of("key")));
        each.on(new RunEvent.BatchesChanged(ID, Results.job(pending)));
        each.on(new RunEvent.Waiting(ID, Diagnostic.of(TransferCode.BROKEN, "no answer")));
        each.on(new RunEvent.Fetching(ID, 0, "account"));
        each.on(new RunEvent.FetchedAgain(
                ID, 0, "account", Diagnostic.of(TransferCode.BROKEN, "cut"), Duration.ofSeconds(1)));
        each.on(new RunEvent.FileVerified(ID, Results.result(0, "A.csv", pending, 2, List.of("Id"))));

        JsonNode timeline = new ObjectMapper().readTree(receipt()).at("/timeline");
        assertThat(timeline)
                .extracting(entry -> entry.at("/what").asText())
                .containsExactly("opened", "submitted", "status", "waiting", "fetching", "again", "verified");
        assertThat(timeline.at("/0/message").asText()).isEqualTo("odd: ••••");
        assertThat(timeline.at("/2/batches/0").toString())
                .isEqualTo("{\"query\":0,\"name\":\"A\",\"status\":\"completed\",\"recordCount\":2}");
        assertThat(timeline.at("/5/message").asText()).isEqualTo("cut");
        assertThat(timeline.at("/6/bytes").asLong()).isEqualTo(4567);
        assertThat(receipt()).contains("\"status\": \"running\"");
    }

    @Test
    void aJobThatGoesOn_wasNotSubmitted() throws IOException {
        ReceiptOfEach each = new ReceiptOfEach(receipts);
        started(plan());
        each.on(new RunEvent.GivenUp(ID, Optional.empty(), RunEvent.GivenUp.Why.GONE));
        each.on(new RunEvent.Continued(ID, Results.job().id(), Optional.empty(), true));
        each.on(new RunEvent.Submitted(plan(), Results.job(), Optional.of("key")));

        assertThat(new ObjectMapper().readTree(receipt()).at("/timeline"))
                .extracting(entry -> entry.at("/what").asText())
                .containsExactly("given-up", "continued", "status");
    }

    @Test
    void counts_requests_andTellsWhichWereSentAgain() throws IOException {
        ReceiptOfEach each = new ReceiptOfEach(receipts);
        String asked = "GET /v1/files/f";
        started(plan());
        each.on(new RunEvent.Requested(ID, new RequestStep.Sent(asked, 1)));
        each.on(new RunEvent.Requested(
                ID,
                new RequestStep.Repeated(
                        asked, 1, Diagnostic.of(TransferCode.BROKEN, "it broke"), Duration.ofSeconds(1))));
        each.on(new RunEvent.Requested(ID, new RequestStep.Sent(asked, 2)));
        each.on(new RunEvent.Submitted(plan(), Results.job(), Optional.of("key")));

        JsonNode receipt = new ObjectMapper().readTree(receipt());
        assertThat(receipt.at("/requests")).hasToString("{\"sent\":2,\"retried\":1}");
        assertThat(receipt.at("/timeline/0/what").asText()).isEqualTo("retried");
        assertThat(receipt.at("/timeline/0/code").asText()).isEqualTo("AQ701");
        assertThat(receipt.at("/timeline/0/message").asText()).isEqualTo("it broke");
        assertThat(receipt.at("/timeline/0/request").asText()).isEqualTo(asked);
    }

    @Test
    void tells_theRunsBefore() throws IOException {
        Instant then = Instant.parse("2026-11-21T02:00:00Z");
        EarlierRun before = new EarlierRun(
                "key", Optional.of("j"), Optional.of(then), List.of(new EarlierRun.File("A.csv", 2, 30)));
        new ReceiptOfEach(receipts).on(new RunEvent.Started(plan(), List.of(before)));

        assertThat(new ObjectMapper().readTree(receipt()).at("/earlier").toString())
                .isEqualTo("[{\"ended\":\"2026-11-21T02:00:00Z\",\"jobId\":\"j\",\"runKey\":\"key\","
                        + "\"files\":[{\"path\":\"A.csv\",\"records\":2,\"bytes\":30}]}]");
    }
}
