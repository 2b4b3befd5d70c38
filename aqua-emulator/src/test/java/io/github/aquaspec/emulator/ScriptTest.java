package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.http.ScriptFailure;
import io.github.aquaspec.emulator.setting.Setting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    private static AquaEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void reset() {
        emulator.apply("reset", "POST /emulator/reset\n{\"keep\": [\"records\"]}");
    }

    @Test
    void aScriptDoesWhatItSays_inItsOrder() {
        emulator.apply("demo.aqua", """
                # Two segments for 240 accounts.
                POST /emulator/settings
                {"segmentation": true,
                 "segmentRecords": 120}

                POST /emulator/clock
                # An hour for each.
                {"advance": "PT1H"}
                POST /emulator/clock
                {"advance": "PT1H"}
                PUT /emulator/records/Product/p1
                {"Name": "# no comment"}
                """);
        assertThat(emulator.settings().get(Setting.SEGMENT_RECORDS)).isEqualTo(120);
        assertThat(emulator.clock().ahead()).isEqualTo(Duration.ofHours(2));
        assertThat(emulator.records().find("Product", Map.of("Name", "# no comment"), 2))
                .hasSize(1);
    }

    @Test
    void anEmptyScriptDoesNothing() {
        emulator.apply("empty", "\n# nothing\n\n");
        assertThat(emulator.clock().ahead()).isZero();
    }

    @Test
    void fails_atTheFirstBlockThatIsRefused_andKeepsWhatCameBefore() {
        assertThatThrownBy(() -> emulator.apply("faults.aqua", """
                        POST /emulator/settings
                        {"segmentRecords": 5}

                        POST /emulator/settings
                        {"segmentRecords": 0}
                        POST /emulator/settings
                        {"segmentRecords": 7}
                        """))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("faults.aqua:4: segmentRecords is a number from 1, not \"0\"");
        assertThat(emulator.settings().get(Setting.SEGMENT_RECORDS)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"a": 1}`                           | s:1: a block begins with a method and a path, such as POST /emulator/settings
            `POST /v1/batch-query/`              | s:1: a script changes the emulator only, by paths such as POST /emulator/settings
            `# x\nPOST /emulator/nothing`        | s:2: nothing is at /emulator/nothing; there are /emulator/health
            `POST /emulator/settings`            | s:1: the body is missing
            `POST /emulator/settings\n{"a":`     | s:1: the body is no JSON
            `PATCH /emulator/clock\n{}`          | s:1: /emulator/clock takes GET, HEAD, POST, DELETE, not PATCH
            """)
    void fails_whenABlockMeansNothing_andNamesItsLine(String script, String message) {
        assertThatThrownBy(() -> emulator.apply("s", script.replace("\\n", "\n")))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void nothingIsDone_whenAScriptCannotBeReadToItsEnd() {
        assertThatThrownBy(() -> emulator.apply("s", """
                        POST /emulator/clock
                        {"advance": "PT1H"}
                        POST /v1/batch-query/
                        """)).hasMessageStartingWith("s:3: ");
        assertThat(emulator.clock().ahead()).isZero();
    }
}
