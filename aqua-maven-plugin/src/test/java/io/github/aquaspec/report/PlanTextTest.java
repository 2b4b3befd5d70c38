package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.JobPlan;
import io.github.aquaspec.run.Manifest;
import io.github.aquaspec.run.ManifestId;
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.Target;
import io.github.aquaspec.run.Unfinished;
import io.github.aquaspec.run.WindowChoice;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.model.QueryType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTextTest {

    private static final Path BASE = Path.of("/repo").toAbsolutePath();
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.5Z");
    private static final TargetIdentity US =
            new TargetIdentity("us", "rest.zuora.com", Optional.empty(), Optional.empty());
    private static final String WINDOWED = """
            window: {initial: "2020-01-01T00:00:00Z"}
            output: {layout: dated}
            queries:
              - name: A
                query: select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    @Test
    void shows_whatIsSent_byteForByte_andWhatIsLeft() {
        JobPlan plan = plan("queries: [{name: A, query: select Id from Account}]\n");

        List<String> lines =
                new PlanText(BASE).lines(plan, Optional.empty(), target("us"), Map.of("Zuora-Entity-Ids", "e-1"));

        assertThat(String.join("\n", lines)).isEqualTo("""
                a: a stateless job of 1 query
                  POST https://rest.zuora.com/v1/batch-query/
                  Zuora-Entity-Ids: e-1
                  Authorization: ••••
                  Content-Type: application/json
                  {
                    "format": "gzip",
                    "version": "1.0",
                    "encrypted": "none",
                    "queries": [
                      {
                        "name": "A",
                        "type": "zoqlexport",
                        "query": "select Id from Account"
                      }
                    ]
                  }
                  waits at most PT4H for the job, then publishes
                    out/a/A.csv
                    out/a/datapackage.json
                    out/a/SHA256SUMS""");
        assertThat(String.join("\n", lines)).contains(plan.request().strip().replace("\n", "\n  "));
    }

    @Test
    void says_thatSegmentsAreNumbered_whereTheyAreKept() {
        JobPlan plan = plan("output: {segments: keep}\nqueries: [{name: A, query: select Id from Account}]\n");

        assertThat(new PlanText(BASE).lines(plan, Optional.empty(), target("us"), Map.of()))
                .contains("    out/a/A-0001.csv, and one per further segment");
    }

    @Test
    void says_thatNoTargetIsSet_orThatItIsTheEmulator_andThatAJobIsStateful() {
        JobPlan plan =
                plan("version: 1.1\npartner: p\nproject: q\nqueries: [{name: A, query: select Id from Account}]\n");

        assertThat(new PlanText(BASE).lines(plan, Optional.empty(), Optional.empty(), Map.of()))
                .contains("a: a stateful job of 1 query", "  POST (no environment is set)/v1/batch-query/");
        assertThat(new PlanText(BASE).lines(plan, Optional.empty(), target("emulator"), Map.of()))
                .contains("  POST (the emulator)/v1/batch-query/");
    }

    @Test
    void showsTheFirstWindow_whereItGoes_andTheRequestWithIt() {
        JobPlan plan = plan(WINDOWED, Optional.of(new Planning.Memory(BASE.resolve(".aqua"), US)));

        assertThat(String.join("\n", new PlanText(BASE).lines(plan, Optional.empty(), target("us"), Map.of())))
                .startsWith("""
                        a: a stateless job of 1 query
                          window 2020-01-01T00:00:00Z to 2026-11-22T00:00:00Z, from window.initial: nothing was published before
                          state in .aqua/us/a
                          POST https://rest.zuora.com/v1/batch-query/
                        """)
                .contains("UpdatedDate >= '2020-01-01T00:00:00Z' and UpdatedDate < '2026-11-22T00:00:00Z'")
                .contains("    out/a/20261122T000000Z/A.csv\n");
    }

    @Test
    void showsTheNextWindow_behindTheOnePublished(@TempDir Path states) throws Exception {
        Instant published = Instant.parse("2026-11-21T00:00:00Z");
        StateDirectory.of(states, US, "a")
                .commit(
                        Optional.empty(),
                        new WindowPublished(
                                US,
                                "1",
                                Instant.EPOCH,
                                published,
                                List.of(new PublishedQuery(
                                        Optional.empty(),
                                        "select Id from Account",
                                        QueryType.ZOQL,
                                        Optional.empty()))));

        JobPlan plan = plan(WINDOWED, Optional.of(new Planning.Memory(states, US)));

        assertThat(new PlanText(BASE).lines(plan, Optional.empty(), target("us"), Map.of()))
                .contains(
                        "  window 2026-11-21T00:00:00Z to 2026-11-22T00:00:00Z, from where what was published last ends,"
                                + " less any overlap");
    }

    @Test
    void says_whatARunGoesOnWith() {
        Instant sent = Instant.parse("2026-11-22T01:00:00Z");
        JobPlan plan = plan(WINDOWED);

        assertThat(begun(plan, new Unfinished("k/2", Optional.of("j"), sent, 2, false)))
                .contains("  goes on with job j, sent 2026-11-22T01:00:00Z; 2 files of it stored (run key k/2)");
        assertThat(begun(plan, new Unfinished("k", Optional.of("j"), sent, 2, true)))
                .contains("  goes on with job j, sent 2026-11-22T01:00:00Z; its snapshot stands already (run key k)");
        assertThat(begun(plan, new Unfinished("k", Optional.empty(), sent, 0, false)))
                .contains("  sends again, under the same key, what was sent 2026-11-22T01:00:00Z and has no answer"
                        + " (run key k)");
    }

    private static List<String> begun(JobPlan plan, Unfinished run) {
        return new PlanText(BASE).lines(plan, Optional.of(run), target("us"), Map.of());
    }

    @Test
    void leavesTheWindowOpen_whereNobodyKnowsWhereTheJobRuns() {
        assertThat(String.join(
                        "\n", new PlanText(BASE).lines(plan(WINDOWED), Optional.empty(), Optional.empty(), Map.of())))
                .contains("window not known", "UpdatedDate >= ${window.from}", "out/a/yyyyMMdd'T'HHmmss'Z'/A.csv");
    }

    private static Optional<Target> target(String environment) {
        return Target.of(Optional.of(environment), Optional.empty(), new ArrayList<>());
    }

    private static JobPlan plan(String text) {
        return plan(text, Optional.empty());
    }

    private static JobPlan plan(String text, Optional<Planning.Memory> memory) {
        Planning planning = new Planning(BASE.resolve("out"), memory, WindowChoice.NEXT, NOW);
        Planned planned = planning.plan(
                new Manifest(new ManifestId("a"), BASE.resolve("specs/a.yaml"), JobSpecs.parse("specs/a.yaml", text)));
        return ((Planned.Ready) planned).plan();
    }
}
