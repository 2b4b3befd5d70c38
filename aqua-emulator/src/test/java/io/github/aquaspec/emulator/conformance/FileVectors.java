package io.github.aquaspec.emulator.conformance;

import static io.github.aquaspec.emulator.conformance.Aqua.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.Csv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What queries find, and how it is handed out. */
final class FileVectors {

    private FileVectors() {}

    static List<Vector> all() {
        return List.of(
                Vector.anywhere("V15 a blank in a dateTime literal drops the predicate", FileVectors::blank),
                Vector.anywhere("V15 a fraction in an upper bound lets nothing through", FileVectors::fraction),
                Vector.anywhere("V16 headers are labels, or API names when asked for", FileVectors::headers),
                Vector.anywhere("V17 no records: a file with a header alone", FileVectors::noRecords),
                Vector.emulated("V18 a small full load with segmentation is a list of one", FileVectors::oneSegment),
                Vector.emulated("V18 segments hold the whole, each with its header", FileVectors::segments),
                Vector.emulated("V20 a file is gone after 72 hours", FileVectors::purged),
                Vector.anywhere("V25 an object without fields to export aborts the job", FileVectors::aborted),
                Vector.emulated("V26 a file that is too large is a 403 with a marker", FileVectors::tooLarge),
                Vector.anywhere("V27 a csv file comes compressed when that is asked for", FileVectors::compressed),
                Vector.emulated("the statement behind each file can be looked at", FileVectors::statements));
    }

    private static void blank(Aqua aqua) {
        int all = aqua.rows("select Id from Account").size();
        assertThat(aqua.rows("select Id from Account where UpdatedDate < '1990-01-01T00:00:00Z'"))
                .hasSize(1);
        assertThat(aqua.rows("select Id from Account where UpdatedDate < '1990-01-01 00:00:00'"))
                .hasSize(all);
    }

    private static void fraction(Aqua aqua) {
        int all = aqua.rows("select Id from Account").size();
        assertThat(all).isGreaterThan(1);
        assertThat(aqua.rows("select Id from Account where UpdatedDate < '2100-01-01T00:00:00Z'"))
                .hasSize(all);
        assertThat(aqua.rows("select Id from Account where UpdatedDate < '2100-01-01T00:00:00.000Z'"))
                .hasSize(1);
    }

    private static void headers(Aqua aqua) {
        String query = "select ID, accountnumber, Account.Name, BillToContact.Id, Name as \"N\" from account limit 1";
        assertThat(aqua.rows(query).get(0))
                .containsExactlyInAnyOrder(
                        "Account.Id", "Account.AccountNumber", "Account.Name", "BillToContact.Id", "N");
        JsonNode labels = aqua.completed(job(query).put("useQueryLabels", false));
        assertThat(aqua.rows(labels, 0).get(0))
                .containsExactlyInAnyOrder(
                        "Account: ID", "Account: Account Number", "Account: Name", "Bill To: ID", "N");
    }

    private static void noRecords(Aqua aqua) {
        JsonNode job = aqua.completed(job("select Id, Name from Account where Name = 'nobody is called so'"));
        JsonNode batch = job.path("batches").path(0);
        assertThat(batch.path("recordCount").asInt(-1)).isZero();
        assertThat(aqua.text(batch).stripTrailing()).isEqualTo("Account.Id,Account.Name");
    }

    private static void oneSegment(Aqua aqua) {
        try {
            aqua.set("segmentation", true);
            JsonNode full = aqua.completed(aqua.session(aqua.project(), "select Id from Account"));
            JsonNode batch = full.path("batches").path(0);
            assertThat(batch.path("segments").size()).isEqualTo(1);
            assertThat(batch.has("fileId")).isFalse();
            JsonNode stateless = aqua.completed(job("select Id from Account"));
            assertThat(stateless.path("batches").path(0).has("segments")).isFalse();
        } finally {
            aqua.resetSettings();
        }
    }

    private static void segments(Aqua aqua) {
        try {
            aqua.set("segmentation", true);
            aqua.set("segmentRecords", 100);
            String project = aqua.project();
            JsonNode full = aqua.completed(aqua.session(project, "select Id from Account"));
            JsonNode batch = full.path("batches").path(0);
            List<String> ids = new ArrayList<>();
            for (String id : Aqua.files(batch)) {
                List<List<String>> rows = Csv.parse(new String(aqua.file(id).body(), StandardCharsets.UTF_8));
                assertThat(rows.get(0)).containsExactly("Account.Id");
                assertThat(rows).hasSizeBetween(2, 101);
                rows.stream().skip(1).forEach(row -> ids.add(row.get(0)));
            }
            assertThat(batch.path("segments").size()).isGreaterThan(1);
            assertThat(ids)
                    .doesNotHaveDuplicates()
                    .hasSize(batch.path("recordCount").asInt());
            JsonNode increment = aqua.completed(aqua.session(project, "select Id from Account"));
            assertThat(increment.path("batches").path(0).has("fileId")).isTrue();
            JsonNode function =
                    aqua.completed(aqua.session(aqua.project(), "select Id, year(CreatedDate) from Account"));
            assertThat(function.path("batches").path(0).has("fileId")).isTrue();
        } finally {
            aqua.resetSettings();
        }
    }

    private static void purged(Aqua aqua) {
        JsonNode job = aqua.completed(job("select Id from Product"));
        String file = job.path("batches").path(0).path("fileId").asText();
        aqua.pass(Duration.ofHours(71));
        assertThat(aqua.file(file).statusCode()).isEqualTo(200);
        aqua.pass(Duration.ofHours(2));
        assertThat(aqua.file(file).statusCode()).isEqualTo(404);
        assertThat(aqua.poll(job).path("status").asText()).isEqualTo("completed");
        aqua.pass(Duration.ofDays(181));
        assertThat(aqua.poll(job).path("status").asText()).isNotEqualTo("completed");
    }

    private static void aborted(Aqua aqua) {
        JsonNode job = aqua.ended(aqua.submit(job("select Id from Product", "select * from BillingPreviewRun")));
        assertThat(job.path("status").asText()).isEqualTo("aborted");
        JsonNode failed = job.path("batches").path(1);
        assertThat(failed.path("status").asText()).isEqualTo("aborted");
        assertThat(failed.path("message").asText()).isEqualTo("java.lang.RuntimeException: You must specify a select.");
        assertThat(failed.has("fileId")).isFalse();
        assertThat(job.path("batches").path(0).path("status").asText()).isEqualTo("completed");
    }

    private static void tooLarge(Aqua aqua) {
        JsonNode job = aqua.completed(job("select Id from Account"));
        String file = job.path("batches").path(0).path("fileId").asText();
        try {
            aqua.set("maxFileBytes", 1000);
            HttpResponse<byte[]> answer = aqua.file(file);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Wire.text(answer)).contains("<security:max-object-size>2047MB</security:max-object-size>");
        } finally {
            aqua.resetSettings();
        }
        assertThat(aqua.file(file).statusCode()).isEqualTo(200);
    }

    private static void compressed(Aqua aqua) {
        JsonNode job = aqua.completed(job("select * from Account limit 50"));
        String file = job.path("batches").path(0).path("fileId").asText();
        HttpResponse<byte[]> answer = aqua.wire()
                .send(
                        "GET",
                        "/v1/files/" + file,
                        "",
                        Map.of("Authorization", aqua.tenant().basic(), "Accept-Encoding", "gzip"));
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(inflated(answer.body())).isEqualTo(aqua.file(file).body());
        assertThat(aqua.file(file).headers().firstValue("Content-Encoding")).isEmpty();
    }

    private static void statements(Aqua aqua) {
        JsonNode job = aqua.completed(job("select Name from Account where Name = 'Anyone'"));
        String behind = aqua.behind(job).toString();
        assertThat(behind).contains("SELECT", "WHERE", "Account", "Anyone");
    }

    private static byte[] inflated(byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
