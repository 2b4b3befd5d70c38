package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What answers show, and what they leave out. */
class JobJsonTest {

    @RegisterExtension
    final Tenant tenant = new Tenant();

    private final JobJson json = new JobJson(tenant.settings);

    @Test
    void whatWasNotSentIsNotShown_exceptForDefaults() {
        JsonNode answer = json.job(tenant.submit(stateless(EVENTS)));
        assertThat(names(answer))
                .containsExactlyInAnyOrder(
                        "batches",
                        "id",
                        "status",
                        "version",
                        "format",
                        "encrypted",
                        "useLastCompletedJobQueries",
                        "offset");
        assertThat(answer.path("offset").asInt(-1)).isZero();
        assertThat(answer.path("encrypted").asText()).isEqualTo("none");
        assertThat(names(answer.path("batches").path(0)))
                .containsExactlyInAnyOrder(
                        "batchId",
                        "query",
                        "batchType",
                        "apiVersion",
                        "status",
                        "localizedStatus",
                        "recordCount",
                        "full");
    }

    @Test
    void whatWasSentIsShown() {
        JsonNode answer = json.job(tenant.submit(stateful("""
                "name":"n","notifyUrl":"http://localhost/${JOBID}","offset":"60","format":"GZIP",
                "incrementalTime":"2026-07-01 00:00:00"\
                """, EVENTS)));
        assertThat(answer.path("name").asText()).isEqualTo("n");
        assertThat(answer.path("notifyUrl").asText()).isEqualTo("http://localhost/${JOBID}");
        assertThat(answer.path("offset").isInt()).isTrue();
        assertThat(answer.path("offset").asInt()).isEqualTo(60);
        assertThat(answer.path("format").asText()).isEqualTo("GZIP");
        assertThat(answer.path("incrementalTime").isNumber()).isTrue();
        assertThat(answer.has("startTime")).isFalse();
    }

    @Test
    void aCompletedBatchHasAFileOrSegments_neverBoth() {
        JsonNode plain =
                json.job(tenant.run(stateful("", EVENTS))).path("batches").path(0);
        assertThat(plain.path("fileId").asText()).matches("[0-9a-f]{32}");
        assertThat(plain.has("segments")).isFalse();
        assertThat(plain.path("recordCount").isIntegralNumber()).isTrue();
        assertThat(plain.path("message").asText("none")).isEmpty();
        tenant.with(Setting.SEGMENTATION, true);
        JsonNode segmented = json.job(tenant.run(stateful("", "select Id from Event")))
                .path("batches")
                .path(0);
        assertThat(segmented.has("fileId")).isFalse();
        assertThat(segmented.path("segments").isArray()).isTrue();
        assertThat(segmented.path("segments").path(0).asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void theStartIsWrittenWithItsOffset_orAsPacificTimeWithout() {
        JobView job = tenant.run(stateless(EVENTS));
        assertThat(json.job(job).path("startTime").asText()).isEqualTo("2026-07-15T10:30:00+0000");
        tenant.with(Setting.START_TIME, "legacy");
        assertThat(json.job(job).path("startTime").asText()).isEqualTo("2026-07-15 03:30:00");
    }

    @Test
    void theVersionIsText_orANumber() {
        JobView job = tenant.submit(stateful("", EVENTS));
        assertThat(json.job(job).path("version").toString()).isEqualTo("\"1.1\"");
        tenant.with(Setting.VERSION_AS_NUMBER, true);
        assertThat(json.job(job).path("version").toString()).isEqualTo("1.1");
        assertThat(json.job(tenant.submit(stateless(EVENTS))).path("version").toString())
                .isEqualTo("1");
    }

    @Test
    void theProjectMayComeBackInLowerCase_itsSessionIsTheSame() {
        String body = stateful("", EVENTS).replace("shop", "Shop00A");
        tenant.run(body);
        tenant.with(Setting.LOWERCASE_PROJECT, true);
        JobView next = tenant.run(body);
        assertThat(json.job(next).path("project").asText()).isEqualTo("shop00a");
        assertThat(next.batches().get(0).full()).isFalse();
        assertThat(tenant.jobs().lastCompleted("acme", "Shop00A")).isPresent();
    }

    @Test
    void aJobThatTookTooLongSaysSoAtTheTop() {
        tenant.with(Setting.QUERY_SECONDS, 60).with(Setting.MAX_JOB_SECONDS, 1);
        JobView job = tenant.submit(stateless(EVENTS));
        tenant.work();
        tenant.passes(Duration.ofSeconds(1));
        JsonNode answer = json.job(tenant.poll(job));
        assertThat(answer.path("status").asText()).isEqualTo("error");
        assertThat(answer.path("errorCode").asText()).isEqualTo("90029");
        assertThat(answer.path("id").asText()).isEqualTo(job.id());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
