package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aquaspec.SuiteFile;
import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryCheck.Kind;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a CI server is shown of the run of a manifest, on each way that it can end. */
class SuiteReportTest {

    private static final ManifestId ID = new ManifestId("billing/a");
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    private Path directory;

    private Receipts receipts;
    private ReceiptOfEach each;

    @BeforeEach
    void begin() {
        receipts = new Receipts(
                directory,
                new ReceiptHeader(
                        new ReceiptHeader.Versions("0.1.0", "3.9.9", "17", "Linux"),
                        "emulator",
                        Optional.empty(),
                        ReceiptHeader.Scope.TENANT,
                        Path.of("/build")),
                text -> text.replace("hunter22", "••••"),
                Clock.fixed(NOW, ZoneOffset.UTC));
        each = new ReceiptOfEach(receipts);
    }

    @Test
    void aRunThatIsUnderWay_isAnError_soThatAKilledBuildLeavesOne() throws IOException {
        started();

        assertThat(cases()).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo("error");
            assertThat(one.message()).startsWith("the run has not ended");
        });
    }

    @Test
    void aPublishedRun_isACasePerCheck_andOneForItself() throws IOException {
        started();
        checked(check(Kind.RECORD_COUNT, List.of()), check(Kind.HEADER, List.of(warning())));
        ended(published());

        assertThat(cases())
                .extracting(SuiteFile.Case::name, SuiteFile.Case::verdict)
                .containsExactly(
                        tuple("A: recordCount", "system-out"),
                        tuple("A: header", "system-out"),
                        tuple("publish", "system-out"));
        assertThat(cases().get(0).text()).isEqualTo("expected: 243\nfound: 3");
        assertThat(cases().get(1).text()).contains("warning[AQ721]: odd ••••", "= why:");
        assertThat(file().suite().getAttribute("name")).isEqualTo("billing.a");
        assertThat(file().suite().getAttribute("timestamp")).isEqualTo("2026-11-22T02:00:00");
    }

    @Test
    void whatTheManifestAccepts_passes_withTheReason() throws IOException {
        started();
        checked(new QueryCheck(
                Optional.of(0),
                "A",
                Kind.INTEGRITY,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Suppressed(warning(), "our readers bear it"))));
        ended(published());

        assertThat(cases().get(0).verdict()).isEqualTo("system-out");
        assertThat(cases().get(0).text()).startsWith("accepted, our readers bear it:\nwarning[AQ721]: odd");
    }

    @Test
    void aCheckThatFails_isAFailure_withTheDiagnosticAsItIsDrawn() throws IOException {
        Diagnostic wrong = wrong();
        started();
        checked(check(Kind.RECORD_COUNT, List.of(wrong)));
        ended(failed(warning(), wrong));

        assertThat(cases()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("A: recordCount");
            assertThat(one.verdict()).isEqualTo("failure");
            assertThat(one.message()).isEqualTo("3 records, ••••");
            assertThat(one.text()).contains("error[AQ705]: 3 records", "--> specs/a.yaml:1:1", "= fix: run again");
        });
        assertThat(file().suite().getElementsByTagName("system-out").item(0).getTextContent())
                .contains("warning[AQ721]: odd");
    }

    @Test
    void aWarningThatStopsTheBuild_isAFailure() throws IOException {
        started();
        checked(check(Kind.HEADER, List.of(warning())));
        ended(failed(warning()));

        assertThat(cases()).extracting(SuiteFile.Case::verdict).containsExactly("failure");
    }

    @Test
    void aRunThatFailsOtherwise_isAnErrorOfItsStep_andItsQueriesAreSkipped() throws IOException {
        started();
        each.on(new RunEvent.Submitted(plan(), Results.job(), Optional.empty()));
        ended(failed(Diagnostic.of(TransferCode.BROKEN, "it broke").fix("run again")));

        assertThat(cases())
                .extracting(SuiteFile.Case::name, SuiteFile.Case::verdict, SuiteFile.Case::message)
                .containsExactly(
                        tuple("await", "error", "it broke"), tuple("A: integrity", "skipped", "the run failed before"));
        assertThat(cases().get(0).text()).contains("= fix: run again");
    }

    @Test
    void anInvalidManifest_isAnError() throws IOException {
        ended(failed(Diagnostic.of(TransferCode.BROKEN, "unknown key")));

        assertThat(cases())
                .extracting(SuiteFile.Case::name, SuiteFile.Case::verdict)
                .containsExactly(tuple("plan", "error"));
    }

    @Test
    void aRunThatIsPublishedAndNotRemembered_isAnError() throws IOException {
        started();
        checked(check(Kind.RECORD_COUNT, List.of()));
        ended(published(Diagnostic.of(LocalCode.LEFTOVER, "still there").severity(Severity.ERROR)));

        assertThat(cases())
                .extracting(SuiteFile.Case::name, SuiteFile.Case::verdict)
                .containsExactly(tuple("A: recordCount", "system-out"), tuple("publish", "error"));
    }

    @Test
    void aManifestThatIsSkipped_isASkippedSuite() throws IOException {
        ended(new JobOutcome.Skipped(ID, "there are no credentials"));

        assertThat(cases()).containsExactly(new SuiteFile.Case("run", "skipped", "there are no credentials", ""));
    }

    @Test
    void checksOfOneName_areToldApart() throws IOException {
        started();
        checked(check(Kind.LOAD, List.of()), check(Kind.LOAD, List.of(warning())));
        ended(published());

        assertThat(cases()).extracting(SuiteFile.Case::name).contains("A: load", "A: load (2)");
    }

    @Test
    void holdsHostileText_asXmlCan() throws IOException {
        String hostile = "]]> <b a=\"'&\"> \u0000\u001b[31m\ud83d \udc00\ud83d \ufffe \ud83d\ude00 hunter22";
        Path file = directory.resolve("TEST-aqua-x.xml");
        TestSuite.Case one = new TestSuite.Case("A" + hostile, TestSuite.Verdict.FAILURE, hostile, hostile, hostile);
        TestSuite suite = new TestSuite(
                "x", NOW, Duration.ofMillis(61_234), List.of(one, TestSuite.Case.skipped(hostile, hostile)), hostile);

        Files.write(file, JUnitXml.bytes(suite, text -> text.replace("hunter22", "••••")));

        SuiteFile read = new SuiteFile(file);
        assertThat(read.problems()).isEmpty();
        String shown = "]]> <b a=\"'&\"> \ufffd\ufffd[31m\ufffd \ufffd\ufffd \ufffd \ud83d\ude00 ••••";
        assertThat(read.cases().get(0)).isEqualTo(new SuiteFile.Case("A" + shown, "failure", shown, shown));
        assertThat(read.suite().getAttribute("time")).isEqualTo("61.234");
    }

    @Test
    void hasAName_thatADiskTakes_howeverDeepTheManifestLies() throws IOException {
        ManifestId deep = new ManifestId("d".repeat(100) + "/" + "e".repeat(100) + "/" + "f".repeat(100));

        receipts.ended(new JobOutcome.Skipped(deep, "x"));

        Path file = directory
                .resolve(deep.text())
                .resolve("TEST-aqua-" + deep.text().replace('/', '.').substring(62) + ".xml");
        assertThat(file).exists();
    }

    @Test
    void isReadAndCounted_byTheParserOfMavensOwnReport() throws Exception {
        started();
        checked(check(Kind.RECORD_COUNT, List.of(wrong())), check(Kind.HEADER, List.of()));
        ended(failed(wrong(), Diagnostic.of(TransferCode.BROKEN, "it broke")));

        List<ReportTestSuite> suites = new SurefireReportParser(
                        List.of(directory.resolve("billing/a").toFile()), new NullConsoleLogger())
                .parseXMLReportFiles();

        assertThat(suites).singleElement().satisfies(suite -> {
            assertThat(suite.getNumberOfTests()).isEqualTo(3);
            assertThat(suite.getNumberOfFailures()).isEqualTo(1);
            assertThat(suite.getNumberOfErrors()).isEqualTo(1);
            assertThat(suite.getNumberOfSkipped()).isZero();
            assertThat(suite.getTestCases())
                    .extracting(one -> one.getFullClassName() + " " + one.getName())
                    .containsExactly("billing.a A: recordCount", "billing.a A: header", "billing.a publish");
        });
    }

    private void started() {
        each.on(new RunEvent.Started(plan(), List.of()));
    }

    private void checked(QueryCheck... checks) {
        each.on(new RunEvent.Checked(ID, List.of(checks)));
    }

    private void ended(JobOutcome outcome) {
        each.on(new RunEvent.Ended(outcome));
    }

    private static QueryCheck check(Kind kind, List<Diagnostic> told) {
        return new QueryCheck(Optional.of(0), "A", kind, Optional.of("243"), Optional.of("3"), told, List.of());
    }

    private static Diagnostic warning() {
        return Diagnostic.of(TransferCode.NUL_BYTES, "odd hunter22");
    }

    private static Diagnostic wrong() {
        return Diagnostic.of(TransferCode.RECORD_COUNT, "3 records, hunter22")
                .at(plan().places().key(SpecPath.ROOT.key("queries")))
                .fix("run again");
    }

    private static JobOutcome failed(Diagnostic... found) {
        return new JobOutcome.Failed(ID, Optional.empty(), List.of(found), Retry.NOW);
    }

    private static JobOutcome published(Diagnostic... found) {
        BatchReply batch = Results.batch("A", "select Id from Account", 2L, false, "145.0");
        return new JobOutcome.Published(
                ID,
                Results.job(batch),
                List.of(Results.result(0, "A.csv", batch, 2, List.of("Id"))),
                Path.of("/build/target/aqua/billing/a"),
                List.of(found),
                List.of());
    }

    private SuiteFile file() {
        return new SuiteFile(directory.resolve("billing/a/TEST-aqua-billing.a.xml"));
    }

    private List<SuiteFile.Case> cases() throws IOException {
        return file().cases();
    }

    private static JobPlan plan() {
        String text = "queries: [{name: A, query: select Id from Account}]\n";
        Planned planned = new Planning(Path.of("out"), Optional.empty(), WindowChoice.NEXT, NOW)
                .plan(new Manifest(ID, JobSpecs.parse("specs/a.yaml", text)));
        return ((Planned.Ready) planned).plan();
    }
}
