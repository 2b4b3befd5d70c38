package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.CallFailure.Outcome;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallTroubleTest {

    @ParameterizedTest
    @EnumSource(CallFailure.Kind.class)
    void has_wordsForEveryKindOfTrouble(CallFailure.Kind kind) {
        CallFailure failure = failure(kind);
        JobPlan plan = Plans.plan("a", Rig.ACCOUNTS, Path.of("out"));

        assertThat(CallTrouble.diagnostic(failure).fix()).isPresent();
        assertThat(CallTrouble.ofSubmission(failure).diagnostics())
                .allMatch(d -> d.fix().isPresent());
        assertThat(CallTrouble.ofFile(failure, plan, 0).diagnostics())
                .allMatch(d -> d.fix().isPresent() && d.where().isPresent());
    }

    @Test
    void tells_whatWeDid_andWhatWasSaid() {
        Diagnostic diagnostic = CallTrouble.diagnostic(failure(CallFailure.Kind.SERVER_TROUBLE));

        assertThat(TextRenderer.render(diagnostic)).isEqualTo("""
                error[AQ614]: could not ask for job x: the server is in trouble (HTTP 503)
                 = why: The trouble is on the other side and may pass. The answer was: busy [61]; request id r-1
                 = fix: run again later""");
    }

    @Test
    void tells_howLongTheServerAsksToBeLeftAlone() {
        assertThat(told(Duration.ofSeconds(90))).endsWith("The server asks to be left alone for 90 s");
        assertThat(told(Duration.ofMinutes(45))).endsWith("The server asks to be left alone for 45 minutes");
        assertThat(told(Duration.ofDays(365))).endsWith("The server asks to be left alone for 8760 hours");
    }

    @Test
    void tells_anAnswerThatWasLost_fromATokenThatWasLost() {
        CallFailure lost = failure(CallFailure.Kind.BROKEN);

        assertThat(CallTrouble.ofSubmission(lost).diagnostics())
                .extracting(d -> d.code().id())
                .containsExactly("AQ617");
        assertThat(CallTrouble.ofSubmission(with(lost, Optional.empty(), Outcome.NOT_SENT))
                        .diagnostics())
                .extracting(d -> d.code().id())
                .containsExactly("AQ701");
    }

    private static String told(Duration wait) {
        return CallTrouble.diagnostic(with(failure(CallFailure.Kind.THROTTLED), Optional.of(wait), Outcome.ANSWERED))
                .why();
    }

    private static CallFailure with(CallFailure said, Optional<Duration> wait, Outcome outcome) {
        return new CallFailure(
                said.kind(),
                said.action(),
                said.status(),
                said.code(),
                said.message(),
                said.requestId(),
                wait,
                outcome);
    }

    private static CallFailure failure(CallFailure.Kind kind) {
        return new CallFailure(kind, "ask for job x", Optional.of(503), Optional.of("61"), "busy", Optional.of("r-1"));
    }
}
