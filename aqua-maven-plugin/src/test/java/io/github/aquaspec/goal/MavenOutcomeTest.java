package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.report.LiveBlock;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class MavenOutcomeTest {

    private static final Diagnostic THEIRS =
            Diagnostic.of(TargetCode.NO_TARGET, "nobody says where").fix("say it");
    private static final Diagnostic MACHINES =
            Diagnostic.of(LocalCode.CANNOT_WRITE, "the disk is full").fix("empty it");
    private static final Diagnostic WARNING =
            Diagnostic.of(TransferCode.NUL_BYTES, "there is a NUL").fix("look at it");

    private final RecordedLog log = new RecordedLog();
    private final MavenOutcome outcome =
            new MavenOutcome(new GuardedLog(log, new Redaction(), new LiveBlock(text -> text)), "run");

    @Test
    void passes_withoutErrors() {
        assertThatCode(() -> outcome.finish(List.of(WARNING), Strictness.ERRORS_STOP))
                .doesNotThrowAnyException();
    }

    @Test
    void blamesTheUser_forWhatTheUserCanMend() {
        assertThatThrownBy(() -> outcome.finish(List.of(WARNING, THEIRS), Strictness.ERRORS_STOP))
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage("aqua:run failed: nobody says where [AQ503]");
    }

    @Test
    void blamesTheMachine_asSoonAsItIsAtFault() {
        assertThatThrownBy(() -> outcome.finish(List.of(THEIRS, MACHINES), Strictness.ERRORS_STOP))
                .isExactlyInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("(and 1 more, see above)");
    }

    @Test
    void takesAWarningForAnError_whenAsked() {
        assertThatThrownBy(() -> outcome.finish(List.of(WARNING), Strictness.WARNINGS_STOP))
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ721]");
    }

    @Test
    void showsEachAtItsLevel() {
        outcome.show(List.of(THEIRS, WARNING), false);

        assertThat(log.at("ERROR")).singleElement().asString().startsWith("error[AQ503]: nobody says where");
        assertThat(log.at("WARNING")).singleElement().asString().startsWith("warning[AQ721]: there is a NUL");
    }

    @Test
    void saysOnceWhereItIsExplained_alsoWhereAGoalFinishesTwice() throws Exception {
        outcome.show(List.of(WARNING, WARNING), false);
        outcome.finish(List.of(WARNING), Strictness.ERRORS_STOP);
        outcome.finish(List.of(), Strictness.ERRORS_STOP);

        assertThat(log.at("INFO")).containsExactly("Explained by: mvn aqua:explain -Daqua.code=AQ721");
    }

    @Test
    void owns_aMistakeOfOurs_andKeepsItsCause() {
        RuntimeException cause = new IllegalStateException("inside");

        assertThat(outcome.bug(cause, "1.2.3"))
                .hasMessageStartingWith("error[AQ901]: aqua:run met something that should not happen")
                .hasMessageContaining("aqua-maven-plugin 1.2.3")
                .cause()
                .hasMessage("java.lang.IllegalStateException: inside")
                .satisfies(shown -> assertThat(shown.getStackTrace()).isEqualTo(cause.getStackTrace()));
    }
}
