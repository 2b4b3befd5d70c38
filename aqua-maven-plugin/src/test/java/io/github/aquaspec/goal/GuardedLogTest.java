package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.report.LiveBlock;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class GuardedLogTest {

    private static final String SECRET = "a secret\tof nobody";

    private final RecordedLog log = new RecordedLog();
    private final Redaction redaction = new Redaction();
    private final GuardedLog guarded = new GuardedLog(log, redaction, new LiveBlock(text -> text));

    @Test
    void keepsALineOneLine_atEachLevel() {
        String text = "a\n[INFO] BUILD SUCCESS\u001B[2J ##vso[task.complete]";

        guarded.debug(text);
        guarded.info(text);
        guarded.warn(text);
        guarded.error(text);

        String shown = "a␊[INFO] BUILD SUCCESS␛[2J #<U+0023>vso[task.complete]";
        assertThat(log.text())
                .isEqualTo("[DEBUG] " + shown + "\n[INFO] " + shown + "\n[WARNING] " + shown + "\n[ERROR] " + shown);
    }

    @Test
    void hidesASecret_asSoonAsItIsKnown_alsoOneThatWasMadeVisible() {
        guarded.info(SECRET);
        redaction.add(Secret.of(SECRET));
        guarded.info("x " + SECRET + " y");
        guarded.lines(Severity.ERROR, "x " + SECRET.replace("\t", "␉") + " y\n  = why: " + SECRET);

        assertThat(log.text()).isEqualTo("[INFO] a secret␉of nobody\n[INFO] x •••• y\n[ERROR] x •••• y\n  = why: ••••");
    }

    @Test
    void hidesASecret_inATrace_withItsCauses() {
        redaction.add(Secret.of(SECRET));
        Throwable trouble = new IllegalStateException("no " + SECRET, new IllegalArgumentException("a\n::b " + SECRET));

        StringWriter trace = new StringWriter();
        guarded.cause(trouble).printStackTrace(new PrintWriter(trace, true));

        assertThat(trace.toString())
                .contains("java.lang.IllegalStateException: no ••••", "IllegalArgumentException: a␊::b ••••")
                .contains("at " + GuardedLogTest.class.getName())
                .doesNotContain("of nobody", "\n::b");
    }

    @Test
    void tellsATrace_whoseCausesAreARing() {
        Exception one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        assertThat(guarded.cause(one)).hasMessage("java.lang.IllegalStateException: one");
    }
}
