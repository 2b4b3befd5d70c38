package io.github.aquaspec.run.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @Test
    void gives_eachManifestToExactlyOneMachine() {
        for (int i = 0; i < 200; i++) {
            ManifestId id = new ManifestId("billing/m" + i);
            int takers = 0;
            for (int number = 1; number <= 16; number++) {
                takers += new Shard(number, 16).takes(id) ? 1 : 0;
            }
            assertThat(takers).isEqualTo(1);
        }
    }

    @Test
    void gives_eachMachineItsShare() {
        for (int number = 1; number <= 4; number++) {
            Shard shard = new Shard(number, 4);
            long taken = 0;
            for (int i = 0; i < 1000; i++) {
                taken += shard.takes(new ManifestId("m" + i)) ? 1 : 0;
            }
            assertThat(taken).isBetween(150L, 350L);
        }
    }

    @Test
    void reads_itsForm() {
        assertThat(Shard.parse(" 3/16 ")).contains(new Shard(3, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "3", "3/0", "a/b", "", "3/16/2", "-1/4"})
    void refuses_whatIsNoShard(String text) {
        assertThat(Shard.parse(text)).isEmpty();
    }
}
