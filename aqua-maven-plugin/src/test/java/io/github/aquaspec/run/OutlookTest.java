package io.github.aquaspec.run;

import static io.github.aquaspec.run.Foreseen.body;
import static io.github.aquaspec.run.Foreseen.givenUp;
import static io.github.aquaspec.run.Foreseen.instead;
import static io.github.aquaspec.run.Foreseen.key;
import static io.github.aquaspec.run.Foreseen.sentKey;
import static io.github.aquaspec.run.Foreseen.submissions;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.RunEvent.GivenUp.Why;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is foreseen of a run, beside what that run then does. */
class OutlookTest extends RememberingFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String EDITED = Rig.TWO.replace("select Id from Contact", "select FirstName from Contact");

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @Test
    void aJobUnderARandomKey_isNotKnownBefore() throws Exception {
        Forecast forecast = rig(Rig.ACCOUNTS).foreseen();

        assertThat(forecast.prospect()).isEqualTo(new Prospect.Submits(Optional.empty()));
        assertThat(key(forecast)).isEqualTo("(follows from the run key, which is random)");
    }

    @Test
    void aJobUnderAKeyFromOutside_isKnown_andTheNextOneToo() throws Exception {
        for (String key : List.of("night", "night/2")) {
            Rig next = rig(Rig.ACCOUNTS).under("night");
            Forecast forecast = next.foreseen();
            next.published();

            assertThat(forecast.prospect()).isEqualTo(new Prospect.Submits(Optional.of(key)));
            assertThat(key(forecast)).isEqualTo(sentKey(next));
        }
    }

    @Test
    void aRunThatWasStopped_isGoneOnWith_andItsRequestStands() throws Exception {
        Rig stopped = rig(Rig.TWO).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(Rig.TWO);
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(((Prospect.GoesOn) forecast.prospect()).before().jobId())
                .hasValue(TENANT.jobs().get(0));
        assertThat(key(forecast)).isEqualTo(sentKey(stopped));
        assertThat(submissions(next)).isEmpty();
    }

    @Test
    void aRequestWithoutAnAnswer_isSentAgain_underTheSameKey() throws Exception {
        rig(Rig.ACCOUNTS).dies(StepDisk.diesAfter("intent"));

        Rig next = rig(Rig.ACCOUNTS);
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(((Prospect.GoesOn) forecast.prospect()).before().jobId()).isEmpty();
        assertThat(key(forecast)).isEqualTo(sentKey(next));
        assertThat(forecast.plan().request()).isEqualTo(body(next));
    }

    @Test
    void aRequestWithoutAnAnswer_thatWasSentADayAgo_isForgotten() throws Exception {
        rig(Rig.ACCOUNTS).dies(StepDisk.diesAfter("intent"));
        TENANT.pass(Duration.ofHours(24));

        Rig next = rig(Rig.ACCOUNTS);
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(instead(forecast)).isEqualTo(Why.GONE).isEqualTo(givenUp(next));
    }

    @Test
    void aWindowThatNobodyAsksForAgain_isDropped() throws Exception {
        window(upTo(FIRST)).published();
        window(again(INITIAL, FIRST)).dies(StepDisk.diesAfter("submitted"));

        Rig next = window(upTo(SECOND));
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(instead(forecast)).isEqualTo(Why.DROPPED).isEqualTo(givenUp(next));
        assertThat(forecast.plan().request()).isEqualTo(body(next));
    }

    @Test
    void aKeyThatAnotherRunHasUsed_countsUp_whenThatOneIsDropped() throws Exception {
        window(upTo(FIRST)).published();
        window(again(INITIAL, FIRST)).under("night").dies(StepDisk.diesAfter("submitted"));

        Rig next = window(upTo(SECOND)).under("night");
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(((Prospect.SubmitsInstead) forecast.prospect()).key()).hasValue("night/2");
        assertThat(key(forecast)).isEqualTo(sentKey(next));
    }

    @Test
    void anEditedManifest_isRefused_asTheRunRefusesIt() throws Exception {
        rig(Rig.TWO).dies(StepDisk.diesAfter("intent"));

        Rig edited = rig(EDITED);
        Forecast forecast = edited.foreseen();

        assertThat(forecast.prospect()).isEqualTo(new Prospect.Refused());
        assertThat(TextRenderer.render(forecast.said()))
                .isEqualTo(TextRenderer.render(edited.failed().diagnostics()));
    }

    @Test
    void anEditedManifest_isRefusedWhileItsJobLives_andReplacesOneThatFailed() throws Exception {
        rig(Rig.TWO).dies(StepDisk.diesAfter("submitted"));
        Forecast forecast = rig(EDITED).foreseen();

        assertThat(forecast.prospect()).isInstanceOf(Prospect.RefusedUnlessDead.class);
        assertThat(forecast.said()).singleElement().satisfies(found -> {
            assertThat(found.code().id()).isEqualTo("AQ821");
            assertThat(found.isError()).isFalse();
        });
        assertThat(Outcomes.codes(rig(EDITED).failed())).containsExactly("AQ821");
        TENANT.emulator().misbehave(new Scenario.JobStatus("aborted", Optional.of("a limit")), Occasion.POLLS.next(1));
        assertThat(rig(EDITED).published().jobId()).isEqualTo(TENANT.jobs().get(1));
    }

    @Test
    void aFreshStart_givesUpWhatWasBegun() throws Exception {
        rig(Rig.ACCOUNTS).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(Rig.ACCOUNTS).fresh().under("night");
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(instead(forecast)).isEqualTo(Why.FRESH).isEqualTo(givenUp(next));
        assertThat(((Prospect.SubmitsInstead) forecast.prospect()).key()).isEmpty();
    }
}
