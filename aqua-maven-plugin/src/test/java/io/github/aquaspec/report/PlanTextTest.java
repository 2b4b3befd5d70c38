package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.JobPlan;
import io.github.aquaspec.run.Manifest;
import io.github.aquaspec.run.ManifestId;
import io.github.aquaspec.run.Target;
import io.github.aquaspec.spec.JobSpecs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    private static final Path BASE = Path.of("/repo").toAbsolutePath();

    @Test
    void shows_whatIsSent_byteForByte_andWhatIsLeft() {
        JobPlan plan = plan("queries: [{name: A, query: select Id from Account}]\n");

        List<String> lines = new PlanText(BASE).lines(plan, target("us"), Map.of("Zuora-Entity-Ids", "e-1"));

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

        assertThat(new PlanText(BASE).lines(plan, target("us"), Map.of()))
                .contains("    out/a/A-0001.csv, and one per further segment");
    }

    @Test
    void says_thatNoTargetIsSet_orThatItIsTheEmulator_andThatAJobIsStateful() {
        JobPlan plan =
                plan("version: 1.1\npartner: p\nproject: q\nqueries: [{name: A, query: select Id from Account}]\n");

        assertThat(new PlanText(BASE).lines(plan, Optional.empty(), Map.of()))
                .contains("a: a stateful job of 1 query", "  POST (no environment is set)/v1/batch-query/");
        assertThat(new PlanText(BASE).lines(plan, target("emulator"), Map.of()))
                .contains("  POST (the emulator)/v1/batch-query/");
    }

    private static Optional<Target> target(String environment) {
        return Target.of(Optional.of(environment), Optional.empty(), new ArrayList<>());
    }

    private static JobPlan plan(String text) {
        return JobPlan.of(
                new Manifest(new ManifestId("a"), BASE.resolve("specs/a.yaml"), JobSpecs.parse("specs/a.yaml", text)),
                BASE.resolve("out"));
    }
}
