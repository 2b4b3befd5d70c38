package io.github.aquaspec.run;

import static io.github.aquaspec.run.AccountWindows.INITIAL;
import static io.github.aquaspec.run.AccountWindows.asOf;
import static io.github.aquaspec.run.AccountWindows.endingAt;
import static io.github.aquaspec.run.AccountWindows.manifest;
import static io.github.aquaspec.run.AccountWindows.rows;
import static io.github.aquaspec.run.AccountWindows.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.model.WindowRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Run after run, each record is in the snapshot of its window: never left out, never twice. */
class WindowRunTest extends WindowFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @Test
    void twoRuns_holdEachRecordOnce_alsoThoseOfTheSecondBetweenThem() throws Exception {
        Collection<String> before = rows(windows.upTo(middle).published()).keySet();
        Collection<String> behind = rows(windows.upTo(end).published()).keySet();

        assertThat(before)
                .containsExactlyInAnyOrderElementsOf(windows.ids(INITIAL, middle))
                .isNotEmpty();
        assertThat(behind)
                .containsExactlyInAnyOrderElementsOf(windows.ids(middle, end))
                .isNotEmpty();
        assertThat(behind).as("of the very second").containsAll(windows.ids(middle, middle.plusSeconds(1)));
        List<String> both = new ArrayList<>(before);
        both.addAll(behind);
        assertThat(both).containsExactlyInAnyOrderElementsOf(windows.ids(INITIAL, end));
    }

    @Test
    void aBoundaryASecondLater_putsTheRecordOnItsOtherSide() throws Exception {
        Collection<String> before =
                rows(windows.upTo(middle.plusSeconds(1)).published()).keySet();
        Collection<String> behind = rows(windows.upTo(end).published()).keySet();

        assertThat(before).containsAll(windows.ids(middle, middle.plusSeconds(1)));
        assertThat(behind)
                .doesNotContainAnyElementsOf(before)
                .hasSize(windows.ids(INITIAL, end).size() - before.size());
    }

    @Test
    void theFirstRun_beginsAtInitial_andRemembersTheWindow_andTheJob() throws Exception {
        Rig rig = windows.upTo(middle);

        JobOutcome.Published run = rig.published();

        assertThat(windows.state().published())
                .contains(new WindowPublished(
                        Rig.EMULATOR,
                        run.jobId(),
                        INITIAL,
                        middle,
                        List.of(new PublishedQuery(
                                Optional.of("Account"),
                                "select Id, UpdatedDate from Account"
                                        + " where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}",
                                QueryType.ZOQLEXPORT,
                                Optional.empty())),
                        List.of(run.results().get(0).records())));
        assertThat(windows.state().jobId()).contains(run.jobId());
        assertThat(windows.state().journal().run())
                .map(JournalledRun::published)
                .contains(true);
        assertThat(window(rig)).returns(WindowPlan.Origin.INITIAL, WindowPlan::origin);
    }

    @Test
    void saysThatAWindowBroughtNothing_whereTheOneBeforeBroughtSomething_andOnlyThen() throws Exception {
        assertThat(Outcomes.codes(windows.upTo(end).published())).doesNotContain("AQ737");

        JobOutcome nothing = windows.upTo(end.plusSeconds(1)).run().get(0);
        JobOutcome again = windows.upTo(end.plusSeconds(2)).run().get(0);

        assertThat(((JobOutcome.Published) nothing).results().get(0).records()).isZero();
        assertThat(Outcomes.codes(nothing)).contains("AQ737");
        assertThat(Outcomes.codes(again)).doesNotContain("AQ737");
    }

    @Test
    void anOverlap_reachesBackIntoTheWindowBefore() throws Exception {
        Rig first = windows.rig(manifest(", overlap: P2D")).windows(asOf(endingAt(middle)));
        Rig second = windows.rig(manifest(", overlap: P2D")).windows(asOf(endingAt(end)));

        first.published();
        Map<String, Instant> rows = rows(second.published());

        assertThat(window(first).range().from()).as("nothing to reach back to").isEqualTo(INITIAL);
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(windows.ids(middle.minus(Duration.ofDays(2)), end));
        assertThat(windows.state().published()).map(Published::watermark).contains(end);
    }

    @Test
    void theDescriptorNamesTheWindow_andTheFolderItsEnd() throws Exception {
        JobOutcome.Published run = windows.upTo(middle).published();

        JsonNode descriptor = new ObjectMapper()
                .readTree(run.directory().resolve("datapackage.json").toFile());
        assertThat(descriptor.at("/aqua:window/from").asText()).isEqualTo(INITIAL.toString());
        assertThat(descriptor.at("/aqua:window/to").asText()).isEqualTo(middle.toString());
        assertThat(descriptor.at("/resources/0/aqua:query").asText())
                .contains("UpdatedDate >= '" + INITIAL + "' and UpdatedDate < '" + middle + "'");
        assertThat(run.directory()).isEqualTo(windows.snapshotUpTo(middle));
    }

    @Test
    void aWindowExtractedAgain_replacesItsSnapshot_andLeavesTheWatermark() throws Exception {
        windows.upTo(middle).published();
        windows.upTo(end).published();
        Optional<Published> before = windows.state().published();
        Rig again = windows.rig()
                .windows(new WindowChoice(Optional.empty(), Optional.of(new WindowRange(INITIAL, middle))));

        JobOutcome.Published run = again.published();

        assertThat(rows(run).keySet()).containsExactlyInAnyOrderElementsOf(windows.ids(INITIAL, middle));
        assertThat(window(again).origin()).isEqualTo(WindowPlan.Origin.GIVEN);
        assertThat(windows.state().published()).isEqualTo(before);
        assertThat(Folders.names(windows.snapshots())).hasSize(2);
    }
}
