package io.github.aquaspec.emulator.conformance;

import static io.github.aquaspec.emulator.conformance.Aqua.job;
import static io.github.aquaspec.emulator.conformance.Aqua.withDeleted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;

/** What is taken, what is refused, and in which words. */
final class SubmitVectors {

    private SubmitVectors() {}

    static List<Vector> all() {
        return List.of(
                Vector.anywhere(
                        "V1 a job that is taken has ids, and everything is still to come", SubmitVectors::taken),
                Vector.anywhere(
                        "V2 an unknown field refuses the whole job with 90005",
                        aqua -> refused(
                                aqua.submit(job("select Id from Account", "select Foo from Account")),
                                "90005",
                                "There is a syntax error in one of the queries in the AQuA input"
                                        + " (There is no field named Foo")),
                Vector.anywhere(
                        "V2 an unknown object too",
                        aqua -> refused(
                                aqua.submit(job("select Id from Acount")),
                                "90005",
                                "There is a syntax error in one of the queries in the AQuA input"
                                        + " (The requested data source could not be found)")),
                Vector.anywhere("V3 fifty queries are taken, one more is 90004", SubmitVectors::fiftyOne),
                Vector.anywhere(
                        "V4 version 1.0 without queries is 90016", aqua -> refused(aqua.submit(job()), "90016", null)),
                Vector.anywhere(
                        "V5 a deleted column in a stateless job without forceExport is 90012",
                        aqua -> refused(
                                aqua.submit(withDeleted(job("select Id from Account"), "Gone", "Numeric")),
                                "90012",
                                "Stateless AQuA does not support deleted columns.")),
                Vector.withPartner(
                        "V6 a deleted column of AccountingPeriod is 90017",
                        aqua -> refused(
                                aqua.submit(withDeleted(
                                        aqua.session(aqua.project(), "select Id from AccountingPeriod"),
                                        "Gone",
                                        "Numeric")),
                                "90017",
                                null)),
                Vector.anywhere(
                        "V7 a partner that nobody registered is 90019",
                        aqua -> refused(
                                aqua.submit(job("select Id from Account")
                                        .put("version", "1.1")
                                        .put("partner", "nobody-registered-this")
                                        .put("project", aqua.project())),
                                "90019",
                                null)),
                Vector.emulated("V8 incrementalTime is Pacific on a US host, daylight saving or not", aqua -> {
                    assertThat(incrementalTime(aqua, "2015-01-21 10:30:01")).isEqualTo(1421865001000L);
                    assertThat(incrementalTime(aqua, "2015-07-21 10:30:01")).isEqualTo(1437499801000L);
                }),
                Vector.withPartner("V9 incrementalTime with a T is 90015", SubmitVectors::incrementalTimeWithT),
                Vector.anywhere("V24 a format that AQuA does not have is 50000090", SubmitVectors::malformed));
    }

    private static void taken(Aqua aqua) {
        JsonNode job = aqua.submit(job("select Id from Account").put("name", "v1"));
        assertThat(job.path("id").asText()).matches("[0-9a-f]{32}");
        assertThat(job.path("status").asText()).isEqualTo("submitted");
        assertThat(job.path("name").asText()).isEqualTo("v1");
        assertThat(job.path("format").asText()).isEqualTo("CSV");
        assertThat(job.path("encrypted").asText()).isEqualTo("none");
        assertThat(job.has("errorCode")).isFalse();
        assertThat(job.has("startTime")).isFalse();
        assertThat(job.path("batches").size()).isEqualTo(1);
        JsonNode batch = job.path("batches").path(0);
        assertThat(batch.path("batchId").asText()).matches("[0-9a-f]{32}");
        assertThat(batch.path("status").asText()).isIn("pending", "submitted");
        assertThat(batch.path("recordCount").asInt(-1)).isZero();
        assertThat(batch.path("batchType").asText()).isEqualTo("zoqlexport");
        assertThat(batch.path("query").asText()).isEqualTo("select Id from Account");
        assertThat(batch.path("apiVersion").asText()).isEqualTo("145.0");
        assertThat(batch.has("fileId")).isFalse();
        aqua.ended(job);
    }

    private static void fiftyOne(Aqua aqua) {
        ObjectNode job = job();
        for (int i = 0; i < 50; i++) {
            Aqua.add(job, "select Id from Product");
        }
        assertThat(aqua.completed(job).path("batches").size()).isEqualTo(50);
        Aqua.add(job, "select Id from Product");
        refused(
                aqua.submit(job),
                "90004",
                "Invalid number of queries allowed. A maximum of 50 queries are supported in an AQuA request.");
    }

    private static long incrementalTime(Aqua aqua, String time) {
        JsonNode job = aqua.submit(
                aqua.session(aqua.project(), "select Id from Account").put("incrementalTime", time));
        assertThat(aqua.ended(job).path("incrementalTime").isIntegralNumber()).isTrue();
        return job.path("incrementalTime").asLong();
    }

    private static void incrementalTimeWithT(Aqua aqua) {
        ObjectNode job = aqua.session(aqua.project(), "select Id from Account");
        for (String wrong : List.of("2015-01-21T10:30:01", "2015-02-30 10:30:01", "yesterday")) {
            refused(aqua.submit(job.put("incrementalTime", wrong)), "90015", "The incremental timestamp is invalid.");
        }
    }

    private static void malformed(Aqua aqua) {
        HttpResponse<byte[]> answer = aqua.send(
                "POST",
                "/v1/batch-query/",
                job("select Id from Account").put("format", "json").toString());
        JsonNode body = Wire.json(answer);
        assertThat(body.path("success").asBoolean(true)).isFalse();
        assertThat(body.path("code").isNumber()).isTrue();
        assertThat(body.path("code").asLong()).isEqualTo(50000090);
        assertThat(body.path("message").asText()).isEqualTo("Oops, request is malformed. Please check your request.");
        assertThat(body.has("id")).isFalse();
    }

    /** A refusal comes with HTTP status 200, which {@link Aqua#submit} has looked at. */
    private static void refused(JsonNode job, String code, String message) {
        assertThat(job.path("errorCode").isTextual()).as(job.toString()).isTrue();
        assertThat(job.path("errorCode").asText()).as(job.toString()).isEqualTo(code);
        assertThat(job.path("status").asText()).isEqualTo("error");
        assertThat(job.path("id").isMissingNode() || job.path("id").isNull()).isTrue();
        job.path("batches").forEach(batch -> assertThat(batch.has("batchId")).isFalse());
        if (message != null) {
            assertThat(job.path("message").asText() + ".").startsWith(message);
        }
    }
}
