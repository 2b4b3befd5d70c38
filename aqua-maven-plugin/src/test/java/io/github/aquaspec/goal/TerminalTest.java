package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.report.LiveBlock;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.manifest.ManifestId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether somebody looks; that it works where somebody does is shown by src/proof/on-a-terminal.sh. */
class TerminalTest {

    @ParameterizedTest
    @CsvSource({
        "xterm-256color, , true",
        "xterm, false, true",
        "dumb, , false",
        ", , false",
        "'', , false",
        "xterm, true, false",
        "xterm, 1, false"
    })
    void isDrawnOn_whereTermSaysSo_andNoCiSystem(String term, String ci, boolean drawn) {
        Map<String, String> variables = new HashMap<>();
        variables.put("TERM", term);
        variables.put("CI", ci);

        assertThat(Terminal.canBeDrawnOn(variables::get)).isEqualTo(drawn);
    }

    @Test
    void isNone_whereNothingIsConnected() {
        assertThat(Terminal.isConnected(null)).isFalse();
        assertThat(Terminal.find(new DefaultMavenExecutionRequest(), variable -> "xterm"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none, 0", "plain, 1", "auto, 1"})
    void showsLines_whereThereIsNoTerminal_orNone(String choice, int lines) {
        RecordedLog log = new RecordedLog();
        LiveBlock block = new LiveBlock(text -> text);
        try (ShownProgress shown =
                ShownProgress.of(choice, 1, Optional.empty(), new GuardedLog(log, new Redaction(), block), block)) {
            shown.on(new RunEvent.Continued(ManifestId.of("a").orElseThrow(), "j", Optional.empty(), false));
        }

        assertThat(log.at("INFO")).hasSize(lines);
    }
}
