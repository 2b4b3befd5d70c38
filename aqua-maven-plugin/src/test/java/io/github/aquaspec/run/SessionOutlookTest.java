package io.github.aquaspec.run;

import static io.github.aquaspec.run.Foreseen.body;
import static io.github.aquaspec.run.Foreseen.givenUp;
import static io.github.aquaspec.run.Foreseen.instead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.RunEvent.GivenUp.Why;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is foreseen of a run of a session, beside what that run then does. */
class SessionOutlookTest extends RememberingFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @Test
    void aFreshStart_publishesTheJobOfASession_thatIsCompleted() throws Exception {
        rig(session("fresh")).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(session("fresh")).fresh();
        Forecast forecast = next.foreseen();
        next.published();

        assertThat(forecast.prospect()).isInstanceOf(Prospect.Settles.class);
        assertThat(TENANT.jobs()).hasSize(1);
    }

    @Test
    void aSessionThatIsHealed_isAskedForEverythingSinceThen_byteForByte() throws Exception {
        rig(session("healed")).published();
        TENANT.pass(Duration.ofHours(1));

        Rig next = rig(session("healed")).heals();
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(forecast.plan().request()).contains("incrementalTime").isEqualTo(body(next));
    }

    @Test
    void aSessionThatIsHealed_inPlaceOfARunThatWasStopped() throws Exception {
        rig(session("healed-2")).published();
        TENANT.pass(Duration.ofHours(1));
        rig(session("healed-2")).dies(StepDisk.diesAfter("submitted"));

        Rig next = rig(session("healed-2")).heals();
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(instead(forecast)).isEqualTo(Why.HEALED).isEqualTo(givenUp(next));
        assertThat(forecast.plan().request()).contains("incrementalTime").isEqualTo(body(next));
    }

    @Test
    void aHealedRunThatWasStopped_goesOnWithTheTimeOfThen() throws Exception {
        rig(session("healed-3")).published();
        TENANT.pass(Duration.ofHours(1));
        rig(session("healed-3")).heals().dies(StepDisk.diesAfter("intent"));

        Rig next = rig(session("healed-3"));
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(forecast.plan().request()).contains("incrementalTime").isEqualTo(body(next));
    }

    @Test
    void aChangedQuery_andAnotherProject_areTold_asTheRunTellsThem() throws Exception {
        rig(session("changed")).published();

        for (String other : List.of(
                session("changed").replace("from Account", "from Account where Name != 'x'"), session("changed-2"))) {
            Forecast forecast = rig(other).foreseen();

            assertThat(forecast.said())
                    .singleElement()
                    .satisfies(found -> assertThat(found.code().id()).isIn("AQ623", "AQ624"));
        }
        Rig next = rig(session("changed-2"));
        Forecast forecast = next.foreseen();
        assertThat(TextRenderer.render(next.run().get(0).diagnostics()))
                .isEqualTo(TextRenderer.render(forecast.said()));
    }

    @Test
    void theQueriesThatASessionRepeats_areThoseOfThePublishedRun() throws Exception {
        rig(session("repeated")).published();
        String repeating = session("repeated").replaceFirst("queries: .*", "queries: []");

        Rig next = rig(repeating);
        Forecast forecast = next.foreseen();
        next.run();

        assertThat(forecast.plan().dataFile(0)).isEqualTo("Account.csv");
        assertThat(forecast.plan().request()).contains("\"queries\": []").isEqualTo(body(next));
    }

    @Test
    void deletionsThatASessionHasForgotten_areTold_asTheRunTellsThem() throws Exception {
        String deleting = session("deleting")
                .replace("from Account\"", "from Account\", deleted: {column: Gone, format: Boolean}");
        rig(deleting).published();
        TENANT.pass(Duration.ofDays(31));

        Rig next = rig(deleting);
        Forecast forecast = next.foreseen();

        assertThat(forecast.said()).extracting(found -> found.code().id()).containsExactly("AQ530");
        assertThat(TextRenderer.render(next.run().get(0).diagnostics()))
                .isEqualTo(TextRenderer.render(forecast.said()));
    }

    @Test
    void aFreshStart_isRefused_whereARequestWithoutAnAnswerWasEdited() throws Exception {
        rig(session("fresh-2")).dies(StepDisk.diesAfter("intent"));
        String edited = session("fresh-2").replace("select Id", "select Name");

        for (Rig next : List.of(rig(edited).fresh(), rig(edited).fresh().heals())) {
            assertThat(next.foreseen().prospect()).isEqualTo(new Prospect.Refused());
            assertThat(Outcomes.codes(next.failed())).contains("AQ821");
        }
    }

    @Test
    void aFreshStart_knowsNothingOfARequestWithoutAnAnswer_thatWasSentADayAgo() throws Exception {
        rig(session("fresh-3")).dies(StepDisk.diesAfter("intent"));
        TENANT.pass(Duration.ofHours(24));

        assertThat(instead(rig(session("fresh-3")).fresh().foreseen())).isEqualTo(Why.GONE);
    }
}
