package io.github.aquaspec.emulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.RecordRejected;
import io.github.aquaspec.emulator.data.Records.Outcome;
import io.github.aquaspec.emulator.data.SampleData;
import io.github.aquaspec.emulator.data.SmallCatalogue;
import io.github.aquaspec.emulator.data.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Increments, laid over each other, make the table: whatever changes when, and wherever windows are cut. */
class IncrementPropertyTest {

    private static final Instant START = Instant.parse("2026-07-15T10:30:00Z");

    /** What happens next. */
    private enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        PUT,
        WAIT,
        LOAD
    }

    /**
     * One step.
     *
     * @param record which of a few records it is about
     * @param amount a size, the microseconds that pass, or the offset of a load in microseconds
     */
    private record Step(Kind kind, int record, int amount) {

        Duration micros() {
            return Duration.of(amount, ChronoUnit.MICROS);
        }
    }

    @Property(tries = 200, seed = "20261123")
    void noChangeIsLost_andNoRecordComesTwiceUnlessItChangedTwice(@ForAll("steps") List<Step> steps) {
        try (Tenant tenant = new Tenant()) {
            steps.forEach(tenant::take);
            // What an offset kept back comes with the next load.
            tenant.increments.load(Duration.ZERO);
            assertThat(tenant.increments.sizes()).isEqualTo(tenant.living());
            tenant.increments
                    .times()
                    .forEach((id, times) ->
                            assertThat(times).as("how often %s came", id).isLessThanOrEqualTo(tenant.changes.get(id)));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Test
    void changesUnderWayWhenALoadBeginsAreInItOrInTheNext() throws InterruptedException {
        try (Tenant tenant = new Tenant()) {
            Thread changing = new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    tenant.records.put("Event", "e" + i % 7, Map.of("Size", i));
                    if (i % 5 == 4) {
                        tenant.records.delete("Event", "e" + (i - 1) % 7);
                    }
                }
            });
            changing.start();
            while (changing.isAlive()) {
                tenant.increments.load(Duration.ZERO);
            }
            changing.join();
            tenant.increments.load(Duration.ZERO);
            assertThat(tenant.increments.sizes()).isEqualTo(tenant.living()).isNotEmpty();
        }
    }

    /** Records that change, on a clock that stands unless a step lets time pass, and somebody who follows them. */
    private static final class Tenant implements AutoCloseable {
        private final Store store =
                Store.open(SmallCatalogue.read(), ZoneOffset.UTC, Clock.fixed(START, ZoneOffset.UTC), Optional.empty());
        private final io.github.aquaspec.emulator.data.Records records =
                new io.github.aquaspec.emulator.data.Records(store, new SampleData(store, 1, 1));
        private final Increments increments = new Increments(store);
        private final Map<String, Integer> changes = new TreeMap<>();

        Tenant() {
            records.put("City", "b", Map.of());
        }

        void take(Step step) {
            String id = "e" + step.record();
            Map<String, Integer> size = Map.of("Size", step.amount());
            switch (step.kind()) {
                case WAIT -> store.clock().advance(step.micros());
                case LOAD -> increments.load(step.micros());
                case INSERT ->
                    changed(
                            id,
                            () -> !records.insert("Event", Map.of("Id", id, "Size", step.amount()))
                                    .isEmpty());
                case PUT -> changed(id, () -> records.put("Event", id, size) != Outcome.UNCHANGED);
                case DELETE -> changed(id, () -> records.delete("Event", id));
                case UPDATE ->
                    changed(id, () -> {
                        records.update("Event", id, size);
                        return true;
                    });
            }
        }

        /** Counts what changes; some steps make no sense where they stand. */
        private void changed(String id, BooleanSupplier change) {
            try {
                changes.merge(id, change.getAsBoolean() ? 1 : 0, Integer::sum);
            } catch (RecordRejected e) {
                assertThat(e).hasMessageContaining(id);
            }
        }

        Map<String, String> living() {
            Map<String, String> living = new TreeMap<>();
            records.find("Event", Map.of(), 100).stream()
                    .filter(r -> r.deletedAt().isEmpty())
                    .forEach(r -> living.put(
                            r.fields().get("Id").toString(),
                            r.fields().get("Size").toString()));
            return living;
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
