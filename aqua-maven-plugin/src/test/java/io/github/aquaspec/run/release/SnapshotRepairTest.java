package io.github.aquaspec.run.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.Plans;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.DataPackage.Window;
import io.github.aquaspec.snapshot.Finding;
import io.github.aquaspec.snapshot.SnapshotCheck;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.spec.model.Output.Layout;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotRepairTest {

    private static final String DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String FULL = "queries: [{name: A, query: select Id from Account}]\n";
    private static final String SESSION = "version: '1.1'\npartner: p\nproject: q\n" + FULL;
    private static final String WINDOW = """
            window: {initial: "2024-01-01T00:00:00Z"}
            queries: [{name: A, query: "select Id from Account where UpdatedDate >= ${window.from}"}]
            """;
    private static final Finding OF_DATA = new Finding.Missing("A.csv", "SHA256SUMS");
    private static final Finding OF_DESCRIPTOR =
            new Finding.DigestDiffers("datapackage.json", "SHA256SUMS", DIGEST, "0" + DIGEST.substring(1));

    @Test
    void ofASession_isItsJob_collectedAgain() {
        assertThat(fix(SESSION, Layout.REPLACE, job("2c92", true, Optional.empty()), OF_DATA))
                .contains("mvn aqua:fetch -Daqua.jobId=2c92 -Daqua.select=crm/a", "about 3 days")
                .contains("aqua:run would bring only what has changed since")
                .doesNotContain("check that");
    }

    @Test
    void ofAWindow_isTheSameWindow() {
        Window window = new Window(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

        assertThat(fix(WINDOW, Layout.DATED, job("2c92", false, Optional.of(window)), OF_DATA))
                .contains("mvn aqua:run -Daqua.window.from=2026-01-01T00:00:00Z -Daqua.window.to=2026-02-01T00:00:00Z"
                        + " -Daqua.select=crm/a")
                .doesNotContain("aqua:fetch");
    }

    @Test
    void ofAllThereIs_isAnotherRun_butBesideADatedOneThatStays() {
        Optional<DataPackage> job = job("2c92", false, Optional.empty());

        assertThat(fix(FULL, Layout.REPLACE, job, OF_DATA)).startsWith("run aqua:run again; somebody changed");
        assertThat(fix(FULL, Layout.DATED, job, OF_DATA)).contains("-Daqua.jobId=2c92", "or delete the folder");
    }

    @Test
    void isDoubtful_whenTheDescriptorItselfWasChanged() {
        assertThat(fix(SESSION, Layout.REPLACE, job("2c92", true, Optional.empty()), OF_DESCRIPTOR))
                .contains("-Daqua.jobId=2c92", "check that against run.json or your log");
    }

    @Test
    void saysWhatItCan_withoutADescriptor_orWithOneThatNamesNoJob() {
        assertThat(fix(SESSION, Layout.REPLACE, Optional.empty(), OF_DATA))
                .contains("-Daqua.jobId=…", "the id that run.json", "only what has changed since");
        assertThat(fix(WINDOW, Layout.REPLACE, Optional.empty(), OF_DATA)).contains("-Daqua.window.from=…");
        assertThat(fix(FULL, Layout.REPLACE, Optional.empty(), OF_DATA)).startsWith("run aqua:run again");
        assertThat(fix(FULL, Layout.DATED, Optional.empty(), OF_DATA)).startsWith("delete the folder");
        assertThat(fix(SESSION, Layout.REPLACE, job("a; rm -r", true, Optional.empty()), OF_DATA))
                .contains("-Daqua.jobId=…")
                .doesNotContain("rm -r");
    }

    private static String fix(String manifest, Layout layout, Optional<DataPackage> descriptor, Finding finding) {
        Path directory = Path.of("out", "crm", "a");
        return new SnapshotRepair(Plans.manifestOf("crm/a", manifest), new SnapshotPlace(directory, layout), directory)
                .fix(new SnapshotCheck.Result(List.of(finding), descriptor));
    }

    private static Optional<DataPackage> job(String id, boolean isStateful, Optional<Window> window) {
        Optional<String> name = isStateful ? Optional.of("x") : Optional.empty();
        DataPackage.Query query = new DataPackage.Query(
                "A",
                "select Id from Account",
                "zoqlexport",
                Optional.empty(),
                Optional.empty(),
                DataPackage.Load.FULL,
                Optional.empty(),
                Optional.empty());
        return Optional.of(new DataPackage(
                "crm/a",
                Optional.empty(),
                Optional.empty(),
                new DataPackage.Job(
                        id,
                        isStateful ? "1.1" : "1.0",
                        isStateful ? DataPackage.Mode.STATEFUL : DataPackage.Mode.STATELESS,
                        name,
                        name,
                        window,
                        Optional.empty()),
                List.of(new DataPackage.Resource(
                        "A",
                        new StoredFile("A.csv", 1, DIGEST),
                        List.of("Id"),
                        "",
                        Optional.empty(),
                        new DataPackage.Content(1, DIGEST, 0),
                        query))));
    }
}
