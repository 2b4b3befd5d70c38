package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static io.github.aquaspec.emulator.job.Tenant.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set for a tenant decides what becomes of a batch: objects that are forbidden, and segments. */
class BatchSettingsTest {

    @RegisterExtension
    final Tenant tenant = Tenant.withTwoEvents();

    @ParameterizedTest
    @CsvSource({
        "Event, select Id from Event",
        "event, select Id from Event",
        "'Log, Event', select Id from Event",
        "City, 'select Id, Home.Name from Event'",
        "City, select Id from Event where Home.Name = 'Rome'"
    })
    void aQueryOnAForbiddenObjectIsIgnored(String forbidden, String query) {
        tenant.with(Setting.FORBIDDEN_OBJECTS, forbidden);
        JobView job = tenant.run(stateless(query, "select Id from RatePlan"));
        assertThat(job.status()).isEqualTo(Status.COMPLETED);
        assertThat(statuses(job)).containsExactly(Status.ABORTED, Status.COMPLETED);
        assertThat(job.batches().get(0).message().orElse("")).startsWith("The API user does not have permission");
        assertThat(job.batches().get(0).files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select Id /* all */ from Event", "select Id from Event where Id in ('e1')"})
    void aQueryOnAForbiddenObjectIsIgnored_howeverItIsWritten(String query) {
        tenant.with(Setting.COMMENTS, "accepted").with(Setting.LISTS_AND_RANGES, "accepted");
        assertThat(statuses(tenant.run(stateless(query)))).as("allowed").containsExactly(Status.COMPLETED);
        tenant.with(Setting.FORBIDDEN_OBJECTS, "Event");
        assertThat(statuses(tenant.run(stateless(query)))).containsExactly(Status.ABORTED);
    }

    @Test
    void anIgnoredQueryCanBeReportedInOtherWays_andItsSessionStays() {
        tenant.with(Setting.FORBIDDEN_OBJECTS, "City").with(Setting.FORBIDDEN_QUERY, "completed");
        String town = "select Id, Home.Name from Event";
        JobView completed = tenant.run(stateful("", town, EVENTS));
        assertThat(statuses(completed)).containsOnly(Status.COMPLETED);
        assertThat(completed.batches().get(0).files()).isEmpty();
        tenant.with(Setting.FORBIDDEN_QUERY, "absent");
        assertThat(tenant.run(stateful("", town, EVENTS)).batches())
                .extracting(b -> b.query().query())
                .containsExactly(EVENTS);
        tenant.with(Setting.FORBIDDEN_OBJECTS, "");
        assertThat(tenant.run(stateful("", town, EVENTS)).batches())
                .extracting(Batch::full)
                .containsExactly(true, false);
    }

    @Test
    void fullLoadsOfSessionsComeInSegments_whereTheTenantHasThem() {
        tenant.insert("e3");
        tenant.with(Setting.SEGMENTATION, true).with(Setting.SEGMENT_RECORDS, 2);
        JobView job = tenant.run(stateful("", EVENTS, "select Id as Key from Event"));
        Batch full = job.batches().get(0);
        assertThat(full.segmented()).isTrue();
        assertThat(full.recordCount()).isEqualTo(3);
        assertThat(full.files()).hasSize(2).doesNotHaveDuplicates();
        assertThat(tenant.lines(full.files().get(0))).containsExactly("Event: ID", "e1", "e2");
        assertThat(tenant.lines(full.files().get(1))).containsExactly("Event: ID", "e3");
        assertThat(job.batches().get(1).segmented()).as("an alias").isFalse();
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).segmented())
                .as("an increment")
                .isFalse();
        assertThat(tenant.run(stateless(EVENTS)).batches().get(0).segmented())
                .as("no session")
                .isFalse();
    }

    @Test
    void evenASmallResultIsASegment_whereTheTenantHasThem() {
        tenant.with(Setting.SEGMENTATION, true);
        Batch batch = tenant.run(stateful("", "select Id from Event where Size = 7"))
                .batches()
                .get(0);
        assertThat(batch.segmented()).isTrue();
        assertThat(batch.recordCount()).isZero();
        assertThat(tenant.lines(batch.files().get(0))).containsExactly("Event: ID");
    }
}
