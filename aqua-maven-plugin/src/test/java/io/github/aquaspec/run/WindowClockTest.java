package io.github.aquaspec.run;

import static io.github.aquaspec.run.AccountWindows.INITIAL;
import static io.github.aquaspec.run.AccountWindows.asOf;
import static io.github.aquaspec.run.AccountWindows.manifest;
import static io.github.aquaspec.run.AccountWindows.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A window ends by the clock; one that cannot be right is found out before anything is submitted. */
class WindowClockTest extends WindowFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @Test
    void endsByTheClock_lessTheLag_inWholeSeconds() throws Exception {
        Rig rig = windows.rig(manifest(", lag: PT30M"));
        Instant now = TENANT.time().instant();
        TENANT.time().of(Duration.ofMillis(700));

        rig.published();

        assertThat(window(rig).range().to())
                .isEqualTo(now.plusMillis(700).minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void refusesAClockThatIsOff_beforeAnythingIsSubmitted() throws Exception {
        for (Duration off : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6))) {
            Rig rig = windows.rig().clockOfTheMachine(Clock.offset(Clock.systemUTC(), off));

            JobOutcome.Failed failed = rig.failed();

            assertThat(Outcomes.codes(failed)).containsExactly("AQ816");
            assertThat(failed.diagnostics().get(0).message())
                    .as("whole seconds")
                    .containsPattern("clock is PT\\d+M(\\d+S)? ");
            assertThat(rig.requests("POST /v1/batch-query")).isEmpty();
            assertThat(windows.state().published()).isEmpty();
        }
    }

    @Test
    void refusesAClockThatIsSetOff_whileTheJobIsSubmitted() throws Exception {
        Rig[] rig = {null};
        InstantSource setOff = () -> rig[0].requests("POST /v1/batch-query").isEmpty()
                ? Instant.now()
                : Instant.now().plus(Duration.ofMinutes(6));
        rig[0] = windows.rig().clockOfTheMachine(setOff.withZone(ZoneOffset.UTC));

        assertThat(Outcomes.codes(rig[0].failed())).containsExactly("AQ816");

        assertThat(rig[0].requests("POST /v1/batch-query")).hasSize(1);
        assertThat(windows.state().published()).isEmpty();
    }

    @Test
    void takesAClockThatIsOffALittle_andOneThatDecidesNothing() throws Exception {
        windows.rig()
                .clockOfTheMachine(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(4)))
                .published();

        Files.delete(windows.state().path().resolve("window.json"));
        windows.upTo(windows.middle())
                .clockOfTheMachine(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)))
                .published();
    }

    @Test
    void refusesAnInstantInTheServersFuture() throws Exception {
        Instant tomorrow = TENANT.time().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        JobOutcome.Failed failed = windows.rig().windows(asOf(tomorrow)).failed();
        assertThat(Outcomes.codes(failed)).containsExactly("AQ816");
        assertThat(failed.diagnostics().get(0).message())
                .as("whole seconds")
                .matches(".* at the server it is \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Outcomes.codes(windows.rig()
                        .windows(new WindowChoice(Optional.empty(), Optional.of(new WindowRange(INITIAL, tomorrow))))
                        .failed()))
                .containsExactly("AQ816");
    }

    @Test
    void refusesAStateThatIsAheadOfNow_withoutARequest() throws Exception {
        Instant now = TENANT.time().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant ahead = now.plus(Duration.ofMinutes(6));
        windows.state().commit(Optional.empty(), published(ahead));
        Rig rig = windows.rig();

        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ819");
        assertThat(failed.diagnostics().get(0).message())
                .contains("everything up to " + ahead + " is published", "it is " + now);
        assertThat(rig.recorded()).isEmpty();
        assertThat(Outcomes.codes(
                        windows.rig().windows(asOf(windows.end())).run().get(0)))
                .as("by an instant that was chosen")
                .containsExactly("AQ815");
    }

    @Test
    void takesAStateThatIsAheadOfNowALittle() throws Exception {
        windows.state()
                .commit(
                        Optional.empty(),
                        published(TENANT.time()
                                .instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plus(Duration.ofMinutes(4))));

        assertThat(Outcomes.codes(windows.rig().run().get(0))).containsExactly("AQ815");
    }

    private static WindowPublished published(Instant to) {
        PublishedQuery query =
                new PublishedQuery(Optional.empty(), "select Id from Account", QueryType.ZOQLEXPORT, Optional.empty());
        return new WindowPublished(Rig.EMULATOR, "1", INITIAL, to, List.of(query), List.of());
    }
}
