package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.StagingDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the server has started a job is said in UTC, or not at all. */
class PublishTest {

    @TempDir
    private Path output;

    @Test
    void saysWhenTheJobWasStarted_inTheZoneThatIsKnown() throws Exception {
        assertThat(published("2014-09-03 08:20:07", Optional.of(ZoneId.of("Asia/Tokyo"))))
                .contains("\"created\": \"2014-09-02T23:20:07Z\"");
        assertThat(published("2014-09-03T08:20:07+0900", Optional.empty()))
                .contains("\"created\": \"2014-09-02T23:20:07Z\"");
    }

    @Test
    void guessesNothing_whereNobodyKnowsTheZone() throws Exception {
        assertThat(published("2014-09-03 08:20:07", Optional.empty())).doesNotContain("\"created\"");
    }

    private String published(String started, Optional<ZoneId> zone) throws Exception {
        JobPlan plan = Plans.plan("a", Rig.ACCOUNTS, output);
        QueryResult result = Results.result(
                0, "account.csv", Results.batch("Account", "select Id from Account", 0L, null, null), 0, List.of("Id"));
        JobReply job = new JobReply(
                Results.JOB_ID, "completed", Optional.of(started), Optional.empty(), JobEcho.NOTHING, List.of());
        try (StagingDirectory staging = StagingDirectory.create(Disk.local(), output.resolve("a"))) {
            Files.createFile(staging.path().resolve("account.csv"));
            staging.take(result.files().get(0).stored());
            new Publish(Disk.local(), zone).publish(plan, job, List.of(result), staging);
        }
        return Files.readString(output.resolve("a/datapackage.json"));
    }
}
