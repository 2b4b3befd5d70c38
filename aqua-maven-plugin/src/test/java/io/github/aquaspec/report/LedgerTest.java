package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Path BASE = Path.of("/repo").toAbsolutePath();
    private static final ManifestId ID = new ManifestId("billing/nightly");

    private final Ledger ledger = new Ledger(BASE);

    @Test
    void lists_whatWasPublished_inColumns_withWhatWasAccepted() {
        BatchReply batch = Results.batch("Account", "select Id from Account", 1L, true, "145.0");
        BatchReply items = Results.batch("InvoiceItem", "select Id from InvoiceItem", 1L, true, "145.0");
        JobOutcome outcome = new JobOutcome.Published(
                ID,
                Results.job(batch, items),
                List.of(
                        Results.result(0, "account.csv", batch, 1, List.of("Id")),
                        Results.result(1, "invoice-item.csv", items, 1234567, List.of("Id"))),
                BASE.resolve("target/aqua/billing/nightly"),
                List.of(),
                List.of(new Suppressed(Diagnostic.of(TransferCode.NUL_BYTES, "two NUL bytes"), "from 2009")));

        assertThat(String.join("\n", ledger.lines(outcome))).isEqualTo("""
                billing/nightly: published in target/aqua/billing/nightly (job 0000000000000000000000000000000a)
                  Account             1 record         4,567 bytes  account.csv
                  InvoiceItem  1,234,567 records         4,567 bytes  invoice-item.csv
                  accepted AQ721, from 2009: two NUL bytes""");
    }

    @Test
    void countsAQueryOnce_withAllItsFiles() {
        BatchReply batch = Results.batch("Account", "select Id from Account", 6L, true, "145.0");
        JobOutcome outcome = new JobOutcome.Published(
                ID,
                Results.job(batch),
                List.of(Results.kept(0, batch, "account-0001.csv", "account-0002.csv", "account-0003.csv")),
                BASE.resolve("target/aqua/billing/nightly"),
                List.of(),
                List.of());

        assertThat(ledger.lines(outcome)).hasSize(2);
        assertThat(ledger.lines(outcome).get(1))
                .isEqualTo("  Account        6 records        13,701 bytes  account-0001.csv to account-0003.csv");
    }

    @Test
    void says_whatFailed_onceTheSnapshotStood() {
        assertThat(published(StateCode.UNUSABLE))
                .isEqualTo("billing/nightly: published in target/aqua/billing/nightly"
                        + " (job 0000000000000000000000000000000a), but NOT REMEMBERED");
        assertThat(published(LocalCode.LEFTOVER)).endsWith("a), but the one before is NOT DELETED");
        assertThat(published(TransferCode.NUL_BYTES)).endsWith("a)");
    }

    private String published(Code said) {
        BatchReply batch = Results.batch("Account", "select Id from Account", 1L, true, "145.0");
        return ledger.lines(new JobOutcome.Published(
                        ID,
                        Results.job(batch),
                        List.of(Results.result(0, "account.csv", batch, 1, List.of("Id"))),
                        BASE.resolve("target/aqua/billing/nightly"),
                        List.of(Diagnostic.of(said, "something")),
                        List.of()))
                .get(0);
    }

    @Test
    void says_whatASessionGave_andHowManyRecordsWereDeleted() {
        BatchReply accounts = Results.batch("Account", "select Id from Account", 3L, false, "145.0");
        BatchReply items = Results.batch("InvoiceItem", "select Id from InvoiceItem", 7L, true, "145.0");
        JobOutcome outcome = new JobOutcome.Published(
                ID,
                Results.jobOfASession(accounts, items),
                List.of(
                        Results.flagged(0, "account.csv", accounts, Map.of("false", 2L, "true", 1L)),
                        Results.flagged(1, "invoice-item.csv", items, Map.of("false", 7L))),
                BASE.resolve("target/aqua/billing/nightly"),
                List.of(),
                List.of());

        assertThat(ledger.lines(outcome).get(1)).endsWith("  account.csv  incremental, 1 deleted");
        assertThat(ledger.lines(outcome).get(2)).endsWith("  invoice-item.csv  full");
    }

    @Test
    void says_whatWasNotPublished_andWhetherAnotherRunMayHelp() {
        assertThat(ledger.lines(failed(Optional.of("j"), Retry.NOW)))
                .containsExactly("billing/nightly: FAILED, nothing published (job j); run it again");
        assertThat(ledger.lines(failed(Optional.of("j"), Retry.LATER)))
                .containsExactly("billing/nightly: FAILED, nothing published (job j); run it again later");
        assertThat(ledger.lines(failed(Optional.empty(), Retry.NEVER)))
                .containsExactly("billing/nightly: FAILED, nothing published");
    }

    @Test
    void says_whatWasSkipped() {
        assertThat(ledger.lines(new JobOutcome.Skipped(ID, "there are no credentials")))
                .containsExactly("billing/nightly: skipped: there are no credentials");
    }

    private static JobOutcome failed(Optional<String> job, Retry retry) {
        return new JobOutcome.Failed(ID, job, List.of(Diagnostic.of(TransferCode.BROKEN, "x")), retry);
    }
}
