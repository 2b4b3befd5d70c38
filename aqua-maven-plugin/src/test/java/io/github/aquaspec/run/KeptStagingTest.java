package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was stopped has stored stays for the next one, is in nobody's way, and is gone when nobody needs it. */
class KeptStagingTest {

    @RegisterExtension
    static final EmulatedTenant TENANT =
            new EmulatedTenant(config -> config.withPace(new Pace.Delay(Duration.ofMinutes(5))));

    private final AquaEmulator emulator = TENANT.emulator();

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @Test
    void isInNobodysWay_whenItsFileIsToHaveAnotherName() throws Exception {
        rig(Rig.TWO).dies(StepDisk.diesAfter("stored"));

        rig(Rig.TWO.replace("- name: Account", "- name: Account\n    file: customers"))
                .publishedWhateverIsSaid();

        assertThat(Folders.names(output.resolve("a")))
                .containsExactly("Contact.csv", "SHA256SUMS", "customers.csv", "datapackage.json");
    }

    @Test
    void isInNobodysWay_whenSegmentsAreToBeKept() throws Exception {
        rig(Rig.TWO).dies(StepDisk.diesAfter("stored"));

        rig(Rig.TWO + "output: {segments: keep}\n").publishedWhateverIsSaid();

        assertThat(Folders.names(output.resolve("a")))
                .containsExactly("Account-0001.csv", "Contact-0001.csv", "SHA256SUMS", "datapackage.json");
    }

    @Test
    void isGone_whenTheRunWasGivenUp_alsoBesideDatedSnapshots() throws Exception {
        String dated = Rig.TWO + "output: {layout: dated}\n";
        rig(dated).dies(StepDisk.diesAfter("stored"));
        assertThat(Folders.names(output.resolve("a"))).hasSize(1);

        rig(dated).fresh().publishedWhateverIsSaid();

        assertThat(Folders.names(output.resolve("a"))).hasSize(1).allMatch(name -> !name.startsWith("."));
    }

    @Test
    void nothingIsFetched_onceTheBuildIsStopped() throws Exception {
        Rig rig = rig(Rig.TWO).oneDownloadAtATime();
        AtomicBoolean once = new AtomicBoolean();
        rig.whenVerified(() -> {
            if (once.compareAndSet(false, true)) {
                elsewhere(rig::stop);
            }
        });

        JobOutcome outcome = rig.run().get(0);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ803");
        assertThat(rig.requests("GET /v1/files/")).hasSize(1);
    }

    @Test
    void saysThatItWasStopped_alsoWhenThatHappensJustBeforeItFetches() throws Exception {
        Rig rig = rig(Rig.TWO);
        rig.whenCompleted(() -> elsewhere(rig::stop));

        assertThat(Outcomes.codes(rig.run().get(0))).containsExactly("AQ803");

        rig(Rig.TWO).publishedWhateverIsSaid();
    }

    @Test
    void theServerIsLeftAlone_asLongAsItAsks_whileAJobIsAwaited() throws Exception {
        emulator.misbehave(
                new Scenario.Respond(429, Map.of("Retry-After", "600"), "{}", false), Occasion.POLLS.next(1));
        int before = TENANT.time().pauses().size();

        rig(Rig.TWO).publishedWhateverIsSaid();

        assertThat(TENANT.time().pauses().stream().skip(before)).contains(Duration.ofMinutes(10));
    }

    private static void elsewhere(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                // it was told to stop, and is to wait for this all the same
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, TENANT.time(), output)
                .remembering(states)
                .oneDownloadAtATime()
                .manifest("a", manifest);
    }
}
