package io.github.aquaspec.run;

import static io.github.aquaspec.run.AccountWindows.INITIAL;
import static io.github.aquaspec.run.AccountWindows.asOf;
import static io.github.aquaspec.run.AccountWindows.endingAt;
import static io.github.aquaspec.run.AccountWindows.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.snapshot.CachedDisk;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.model.QueryType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The window before decides whether another begins, and is held against the queries that are asked now. */
class RememberedWindowTest extends WindowFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @Test
    void skips_whereNothingIsNew_withoutARequest() throws Exception {
        windows.upTo(end).published();
        Optional<Published> before = windows.state().published();
        for (Instant to : List.of(end, middle)) {
            Rig rig = windows.rig(manifest(", overlap: P2D")).windows(asOf(endingAt(to)));

            JobOutcome outcome = rig.run().get(0);

            assertThat(outcome).isInstanceOf(JobOutcome.Skipped.class);
            assertThat(Outcomes.codes(outcome)).containsExactly("AQ815");
            assertThat(((JobOutcome.Skipped) outcome).reason())
                    .isEqualTo("nothing new: published up to " + end + ", and the next window would end at " + to);
            assertThat(rig.recorded()).isEmpty();
            assertThat(windows.state().published()).isEqualTo(before);
        }
    }

    /** The disk is full between the two files: the next run ends that one, and the one behind it goes on. */
    @Test
    void goesOn_whereTheWindowCouldBeWritten_andTheColumnsCouldNot() throws Exception {
        Disk full = new CachedDisk() {
            @Override
            public void move(Path from, Path to) throws IOException {
                if (to.endsWith("columns.json")) {
                    throw new IOException("no space left on device");
                }
                super.move(from, to);
            }
        };
        Path columns = windows.state().columns().path();

        JobOutcome first = windows.upTo(middle).on(full).run().get(0);
        assertThat(first).isInstanceOf(JobOutcome.Published.class);
        assertThat(Outcomes.codes(first)).containsExactly("AQ813");
        assertThat(windows.state().published()).isPresent();
        assertThat(columns).doesNotExist();

        windows.upTo(end).published();
        assertThat(columns).content().contains("Account.Id");

        windows.upTo(end).published();
        assertThat(windows.state().published().orElseThrow()).asString().contains(end.toString());
    }

    @Test
    void skips_whereTheFirstWindowHasNotBegun() throws Exception {
        JobOutcome outcome = windows.rig(manifest("").replace("2000-01-01", "2062-01-01"))
                .run()
                .get(0);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ815");
        assertThat(((JobOutcome.Skipped) outcome).reason())
                .startsWith(
                        "nothing until 2062-01-01T02:00:00Z: the first window begins at 2062-01-01T00:00:00Z, and it"
                                + " would end at ");
        assertThat(windows.state().path()).doesNotExist();
    }

    @Test
    void warnsOnce_ofAQueryThatIsNewToTheWindow() throws Exception {
        String wider = manifest("").replace("select Id, UpdatedDate", "select Id, UpdatedDate, Name");
        windows.upTo(middle).published();

        JobOutcome first = windows.rig(wider)
                .updatesColumns()
                .windows(asOf(endingAt(end)))
                .run()
                .get(0);
        JobOutcome second = windows.rig(wider)
                .windows(asOf(endingAt(end.plusSeconds(1))))
                .run()
                .get(0);

        assertThat(Outcomes.drawn(first.diagnostics().get(0), Optional.empty()))
                .startsWith("warning[AQ817]: the query of `Account.csv` is not one of those published last, and the"
                        + " window begins at " + middle)
                .contains("-Daqua.select=a -Daqua.window.from=" + INITIAL + " -Daqua.window.to=" + middle
                        + " -Daqua.outputDirectory=target/aqua-again");
        assertThat(first).isInstanceOf(JobOutcome.Published.class);
        assertThat(first.isFailed()).isFalse();
        assertThat(Outcomes.codes(second)).as("nothing new in it").containsExactly("AQ737");
    }

    @Test
    void sendsNothing_forAQueryThatIsNewToTheWindow_whenWarningsStop() throws Exception {
        windows.upTo(middle).published();
        Rig rig = windows.rig(manifest("").replace("name: Account", "name: Customer"))
                .windows(asOf(endingAt(end)))
                .warningsStop();
        assertThat(rig.run().get(0)).as("another name").isInstanceOf(JobOutcome.Published.class);
        Rig changed = windows.rig(manifest("").replace("select Id,", "select Id, Name,"))
                .warningsStop();

        assertThat(Outcomes.codes(changed.failed())).containsExactly("AQ817");
        assertThat(changed.recorded()).isEmpty();
    }

    @Test
    void refusesTheStateOfASession() throws Exception {
        windows.state()
                .commit(
                        Optional.empty(),
                        new SessionPublished(
                                Rig.EMULATOR,
                                "p",
                                "q",
                                "1",
                                middle,
                                List.of(new PublishedQuery(
                                        Optional.empty(),
                                        "select Id from Account",
                                        QueryType.ZOQL,
                                        Optional.empty()))));

        JobOutcome.Failed failed = windows.rig().failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ814");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains(middle.toString());
    }
}
