package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.JobStanding;
import io.github.aquaspec.run.NamedJob;
import io.github.aquaspec.run.manifest.ManifestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTableTest {

    @Test
    void shows_eachJob_withItsBatchesBelow() {
        JobStanding.State running = new JobStanding.State(
                "executing",
                Optional.of("2026-11-22T02:00:03+0000"),
                List.of(
                        new JobStanding.Batch("Account", "completed", Optional.of(1240L), Optional.empty()),
                        new JobStanding.Batch("Invoices of today", "pending", Optional.empty(), Optional.empty()),
                        new JobStanding.Batch("Bad", "aborted", Optional.empty(), Optional.of("Boo"))));
        JobStanding.State cancelled = new JobStanding.State("cancelled", Optional.empty(), List.of());

        assertThat(JobTable.lines(List.of(
                        standing("crm/nightly", "a", Optional.of(running), Optional.empty()),
                        standing("b", "b", Optional.of(cancelled), Optional.of("cancelled now")),
                        standing(null, "c", Optional.empty(), Optional.empty()))))
                .containsExactly(
                        "crm/nightly  job a  executing, started 2026-11-22T02:00:03+0000",
                        "  Account            completed  1,240 records",
                        "  Invoices of today  pending",
                        "  Bad                aborted    Boo",
                        "b            job b  cancelled (cancelled now)",
                        "job c  not known");
    }

    private static JobStanding standing(
            String manifest, String jobId, Optional<JobStanding.State> state, Optional<String> remark) {
        return new JobStanding(
                new NamedJob(Optional.ofNullable(manifest).map(ManifestId::new), jobId),
                state,
                remark,
                Optional.empty());
    }
}
