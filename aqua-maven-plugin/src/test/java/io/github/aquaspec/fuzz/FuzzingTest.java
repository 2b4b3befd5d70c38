package io.github.aquaspec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A quick look with fixed seeds; {@code JazzerProofTest} looks longer, and where the code leads it. */
class FuzzingTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource
    void aReader_keepsItsContract_whateverItIsFed(Subject subject) throws Exception {
        assertThat(Fuzzing.of(subject.real(), Corpus.of(subject), subject.inputs(), Fuzzing.LONGEST))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thePlantedBug_isFound(Subject subject) throws Exception {
        assertThat(Fuzzing.of(subject.planted(), Corpus.of(subject), 5 * subject.inputs(), longest(subject)))
                .get()
                .extracting(finding -> finding.cause().toString())
                .asString()
                .containsPattern(subject.symptom());
    }

    @Test
    void noSeed_isOneThatThePlantedBugTripsOver() throws Exception {
        for (Subject subject : Subject.values()) {
            assertThat(Fuzzing.of(subject.planted(), Corpus.of(subject), 0, Fuzzing.LONGEST))
                    .as(subject.name())
                    .isEmpty();
        }
    }

    @Test
    void finds_whatThrows_whatHangs_andWhatTakesMemoryWithoutBound() throws Exception {
        Corpus corpus = new Corpus(List.of(new byte[] {1}), List.of(new byte[] {2}));
        assertThat(Fuzzing.of(input -> List.of().get(input.length), corpus, 0, Fuzzing.LONGEST))
                .get()
                .extracting(Fuzzing.Finding::cause)
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(Fuzzing.of(FuzzingTest::recurse, corpus, 0, Fuzzing.LONGEST))
                .get()
                .extracting(Fuzzing.Finding::cause)
                .isInstanceOf(StackOverflowError.class);
        assertThat(Fuzzing.of(FuzzingTest::hang, corpus, 0, SHORT))
                .get()
                .extracting(finding -> finding.cause().getMessage())
                .isEqualTo("hangs");
        List<byte[]> kept = new ArrayList<>();
        assertThat(Fuzzing.of(input -> grow(kept), corpus, 0, Fuzzing.LONGEST))
                .get()
                .extracting(finding -> finding.cause().getMessage())
                .asString()
                .contains("bytes of memory taken for an input of 1");
    }

    /** Only what is to hang need not be waited for: a crowded machine takes seconds over what does not. */
    private static Duration longest(Subject subject) {
        return subject.symptom().startsWith("hangs") ? SHORT : Fuzzing.LONGEST;
    }

    private static void recurse(byte[] input) {
        if (input.length > 0) {
            recurse(input.clone());
        }
    }

    private static void hang(byte[] input) {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void grow(List<byte[]> kept) {
        for (int i = 0; i < 80; i++) {
            kept.add(new byte[1 << 20]);
        }
        kept.clear();
    }
}
