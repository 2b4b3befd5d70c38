package io.github.aquaspec.emulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * All vectors, over three sets of sample records, each in another order; or at a {@linkplain Tenant#given() given}
 * tenant. The order follows from a number that a failure shows, and {@code aqua.conformance.order} sets.
 */
class ConformanceTest {

    private final List<AquaEmulator> emulators = new ArrayList<>();

    private static List<Vector> vectors() {
        return Stream.of(SubmitVectors.all(), SessionVectors.all(), FileVectors.all(), AccessVectors.all())
                .flatMap(List::stream)
                .toList();
    }

    @AfterEach
    void stop() {
        emulators.forEach(AquaEmulator::close);
    }

    @TestFactory
    Stream<DynamicNode> vectorsHold() {
        long order = Long.getLong("aqua.conformance.order", System.nanoTime());
        Optional<Tenant> given = Tenant.given();
        if (given.isPresent()) {
            return Stream.of(at(given.get(), "the given tenant", order));
        }
        return LongStream.of(1, 2, 3).mapToObj(seed -> {
            AquaEmulator emulator =
                    AquaEmulator.start(EmulatorConfig.defaults().withSeed(seed).withPartners("gooddata"));
            emulators.add(emulator);
            return at(Tenant.emulator(emulator.url()), "seed " + seed, order + seed);
        });
    }

    private static DynamicNode at(Tenant tenant, String name, long order) {
        List<Vector> vectors = new ArrayList<>(vectors());
        Collections.shuffle(vectors, new Random(order));
        Aqua aqua = new Aqua(tenant);
        return DynamicContainer.dynamicContainer(
                name + ", order " + order,
                vectors.stream()
                        .filter(vector -> vector.runsAt(tenant))
                        .map(vector -> DynamicTest.dynamicTest(
                                vector.name(), () -> vector.check().accept(aqua))));
    }

    @Test
    void thereIsAVectorForEachNumber() {
        for (int i = 1; i <= 30; i++) {
            String number = "V" + i + ' ';
            assertThat(vectors()).as(number).anyMatch(vector -> vector.name().startsWith(number));
        }
    }
}
