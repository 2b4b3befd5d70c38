package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.data.StoreRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An emulator with a directory. */
class KeptEmulatorTest {

    @TempDir
    Path directory;

    @Test
    void recordsAndClockGoOnWhereTheyWere() {
        try (AquaEmulator emulator = AquaEmulator.start(config())) {
            emulator.records().put("Account", "mine", Map.of("Name", "Anna"));
            emulator.clock().advance(Duration.ofDays(40));
        }
        try (AquaEmulator again = AquaEmulator.start(config())) {
            assertThat(again.records().find("Account", Map.of("Id", "mine"), 1))
                    .singleElement()
                    .satisfies(r -> assertThat(r.fields()).containsEntry("Name", "Anna"));
            assertThat(again.clock().ahead()).isEqualTo(Duration.ofDays(40));
        }
    }

    @Test
    void aSecondOneIsRefused_andOneOfAnotherSeedToo() {
        try (AquaEmulator emulator = AquaEmulator.start(config())) {
            assertThatThrownBy(() -> AquaEmulator.start(config()))
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageContaining(directory.toString());
            assertThat(emulator.records().find("Account", Map.of(), 1)).hasSize(1);
        }
        assertThatThrownBy(() -> AquaEmulator.start(config().withSeed(2)))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("seed 1");
        AquaEmulator.start(config()).close();
    }

    private EmulatorConfig config() {
        return EmulatorConfig.defaults().withDirectory(directory);
    }
}
