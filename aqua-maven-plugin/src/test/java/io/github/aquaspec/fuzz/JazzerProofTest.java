package io.github.aquaspec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The long look, in the profile {@code proof}; {@code -Daqua.fuzz.seconds=600} makes it longer. */
@EnabledIfSystemProperty(named = "aqua.proof", matches = "true")
class JazzerProofTest {

    private static final int SECONDS = Integer.getInteger("aqua.fuzz.seconds", 60);

    @ParameterizedTest
    @EnumSource
    void aReader_keepsItsContract(Subject subject) throws Exception {
        Jazzer.End end = Jazzer.run(subject, false, SECONDS);
        assertThat(end.finding()).isEmpty();
        System.out.printf("fuzz %s: %,d inputs, %,d edges, no finding%n", subject, end.inputs(), end.edges());
    }

    @ParameterizedTest
    @EnumSource
    void thePlantedBug_isFoundWithinAMinute(Subject subject) throws Exception {
        long begun = System.nanoTime();
        Jazzer.End end = Jazzer.run(subject, true, 60);
        assertThat(end.finding()).get().asString().containsPattern(subject.symptom());
        System.out.printf("fuzz %s: planted bug found after %.1f s%n", subject, (System.nanoTime() - begun) / 1e9);
    }
}
