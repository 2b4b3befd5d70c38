package io.github.aquaspec.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of receipts that are damaged, foreign, or of another version: all that they tell. */
class ReceiptFolderTest {

    /** No field of JUnit's, or {@code ReceiptWatch} would ask of damaged receipts that they are none. */
    private Path build;

    private Path reports;

    @BeforeEach
    void putReceipts(@TempDir Path folder) throws IOException {
        build = folder;
        reports = Drawn.story(build);
    }

    private RunPage page() {
        return ReceiptFolder.read(reports).orElseThrow();
    }

    private List<String> ids() {
        return page().sets().stream()
                .flatMap(set -> set.runs().stream())
                .map(ReportedRun::id)
                .toList();
    }

    @Test
    void readsEachReceipt() {
        assertThat(page().problems()).isEmpty();
        assertThat(ids())
                .containsExactly(
                        "billing",
                        "crm/nightly",
                        "finance/payments",
                        "sales/orders",
                        "sandbox/products",
                        "usage/hourly",
                        "jobs/2c92c0f96bd69165016bdcbdd6ce1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"id\": \"billing\", \"status\": \"succ",
                "not JSON",
                "[]",
                "null",
                "{\"any\": \"thing\"}",
                "{\"id\": \"billing\"}",
                "{\"id\": \"other\", \"status\": \"succeeded\"}",
                "{\"id\": 5, \"status\": \"succeeded\"}"
            })
    void leavesOutAReceiptThatIsNone_andSaysSo(String text) throws IOException {
        Files.writeString(reports.resolve("billing/run.json"), text);

        assertThat(ids()).hasSize(6).doesNotContain("billing");
        assertThat(page().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code().id()).isEqualTo("AQ807");
            assertThat(problem.message()).startsWith("billing/run.json is ");
            assertThat(problem.isError()).isFalse();
        });
    }

    @Test
    void showsOnThePageWhatIsMissingFromIt() throws IOException {
        Files.writeString(reports.resolve("billing/run.json"), "{");

        Drawn page = Drawn.of(build);

        assertThat(page.texts("//section[@class='problems']//h4")).containsExactly("Missing from this page: 1 receipt");
        assertThat(page.texts("//section[@class='problems']//code")).contains("mvn aqua:explain -Daqua.code=AQ807");
    }

    @Test
    void doesWithoutTheReceiptOfTheSet() throws IOException {
        Files.writeString(reports.resolve("run.json"), "{");

        assertThat(ids()).hasSize(7);
        assertThat(page().problems())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .startsWith("run.json ");
        assertThat(Drawn.of(build).texts("//header/h1")).containsExactly("2 of 6 manifests failed");
    }

    @Test
    void drawsAPage_whereNoReceiptCanBeRead() throws IOException {
        Path other = build.resolve("other/target/aqua-reports/a");
        Files.createDirectories(other);
        Files.writeString(other.resolve("run.json"), "{");

        assertThat(Drawn.of(build.resolve("other")).texts("//header/h1")).containsExactly("No receipt can be read");
    }

    @Test
    void readsNothing_whereThereIsNothing() {
        assertThat(ReceiptFolder.read(build.resolve("nowhere"))).isEmpty();
    }

    @Test
    void followsNoLink() throws IOException {
        Path elsewhere = Files.createDirectory(build.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("run.json"), "{\"id\": \"linked\", \"status\": \"succeeded\"}");
        Files.createSymbolicLink(reports.resolve("linked"), elsewhere);
        Files.createDirectory(reports.resolve("file"));
        Files.createSymbolicLink(reports.resolve("file/run.json"), elsewhere.resolve("run.json"));

        assertThat(ids()).hasSize(7);
        assertThat(page().problems()).isEmpty();
    }

    /** Receipts are written through such a link, so they are read through it. */
    @Test
    void readsAFolder_thatTheBuildItselfReachesByALink() throws IOException {
        Path link = Files.createSymbolicLink(build.resolve("link"), reports);

        assertThat(ReceiptFolder.read(link).orElseThrow()).isEqualTo(page());
    }

    @Test
    void readsNoReceiptThatIsTooLargeToBeOne() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(reports.resolve("billing/run.json").toFile(), "rw")) {
            file.setLength((16L << 20) + 1);
        }

        assertThat(page().problems())
                .extracting(Diagnostic::message)
                .containsExactly("billing/run.json is larger than a receipt can be, 16,777,217 bytes");
    }

    @Test
    void readsAReceiptOfAnEarlierVersion_whichHasLess() throws IOException {
        Files.writeString(reports.resolve("billing/run.json"), "{\"id\": \"billing\", \"status\": \"succeeded\"}");

        assertThat(ids()).contains("billing");
        assertThat(Drawn.of(build).texts("//h2")).contains("Before, at a time that is not told");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5", "true", "null", "[[[]]]", "{}", "\"text\"", "-1", "1e999", "99999999999999999999", "[null]"
            })
    void takesAMemberOfAnotherKind_forNone(String value) throws IOException {
        String members = List.of(
                        "started",
                        "ended",
                        "runKey",
                        "jobId",
                        "window",
                        "request",
                        "files",
                        "accepted",
                        "outcome",
                        "diagnostics",
                        "versions",
                        "snapshot",
                        "timeline",
                        "requests",
                        "checks",
                        "earlier")
                .stream()
                .map(name -> ", \"" + name + "\": " + value)
                .reduce("", String::concat);
        Files.writeString(
                reports.resolve("billing/run.json"), "{\"id\": \"billing\", \"status\": \"odd\"" + members + "}");

        assertThat(Drawn.of(build).texts("//article/h3/span[1]")).contains("billing");
    }

    @Test
    void takesHalfARecord_forNoNumber() throws IOException {
        Path receipt = reports.resolve("billing/run.json");
        Files.writeString(receipt, Files.readString(receipt).replace("\"records\": 720", "\"records\": 720.5"));

        assertThat(Drawn.of(build).rows(Drawn.article("billing") + "/table[1]").get(0))
                .startsWith("Invoice | –none | ");
    }

    @Test
    void takesATimeThatNobodyLivesIn_forNone() throws IOException {
        Files.writeString(
                reports.resolve("billing/run.json"),
                "{\"id\": \"billing\", \"status\": \"succeeded\", \"started\": \"+999999999-12-31T23:59:59Z\","
                        + " \"timeline\": [{\"at\": \"-999999999-01-01T00:00:00Z\", \"what\": \"ended\"}]}");

        assertThat(Drawn.of(build).texts(Drawn.article("billing"))).hasSize(1);
    }
}
