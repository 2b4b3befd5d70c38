package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A window extracted again takes the place of its own snapshot, and of no other. */
class ReplacementTest {

    private static final Instant INITIAL = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2021-01-01T00:00:00Z");

    private static final String REPLACED = """
            name: windows
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2000-01-01T00:00:00Z", lag: PT0S}
            queries:
              - name: Account
                apiVersion: "145.0"
                query: select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;
    private static final String DATED = REPLACED + "output: {layout: dated}\n";
    private static final String ANOTHER_QUERY = """
              - name: Product
                apiVersion: "145.0"
                query: select Id from Product where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void makeRoom() throws Exception {
        output = Files.createDirectories(folder.resolve("out"));
    }

    private Rig rig(String manifest, Path out) {
        return new Rig(TENANT.emulator(), TENANT.time(), out)
                .remembering(folder.resolve("states"))
                .manifest("a", manifest);
    }

    private JobOutcome.Published upTo(Instant to, String manifest) throws Exception {
        return rig(manifest, output)
                .windows(new WindowChoice(Optional.of(to), Optional.empty()))
                .published();
    }

    private Rig again(Instant from, Instant to, String manifest) {
        return rig(manifest, output).windows(window(from, to));
    }

    private static WindowChoice window(Instant from, Instant to) {
        return new WindowChoice(Optional.empty(), Optional.of(new WindowRange(from, to)));
    }

    private static String refused(Rig rig) throws Exception {
        JobOutcome.Failed failed = rig.failed();
        assertThat(Outcomes.codes(failed)).containsExactly("AQ818");
        assertThat(rig.requests("POST")).as("nothing is submitted").isEmpty();
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("-Daqua.outputDirectory=");
        return failed.diagnostics().get(0).message();
    }

    @Test
    void leavesTheSnapshotOfAnotherWindow_whereOneReplacesTheOther() throws Exception {
        upTo(FIRST, REPLACED);
        upTo(SECOND, REPLACED);

        assertThat(refused(again(INITIAL, FIRST, REPLACED)))
                .isEqualTo("the window " + INITIAL + " to " + FIRST + " would replace the snapshot of the window "
                        + FIRST + " to " + SECOND + ", in " + output.resolve("a"));
    }

    @Test
    void leavesTheSnapshotOfAnotherWindow_thatEndsAtTheSameInstant() throws Exception {
        upTo(FIRST, DATED);
        Instant later = FIRST.minusSeconds(3600);

        assertThat(refused(again(later, FIRST, DATED)))
                .contains("the window " + later + " to " + FIRST + " would")
                .contains("the window " + INITIAL + " to " + FIRST + ", in ");
    }

    @Test
    void leavesTheSnapshotOfAnotherWindow_whichAnotherPublicationWasAboutToReplace() throws Exception {
        upTo(FIRST, REPLACED);
        upTo(SECOND, REPLACED);
        Files.move(output.resolve("a"), output.resolve(".a.old"));

        JobOutcome outcome = again(INITIAL, FIRST, REPLACED).run().get(0);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ818");
        assertThat(output.resolve("a/SHA256SUMS")).as("stands again").isRegularFile();
    }

    @Test
    void leavesTheSnapshotOfAnotherQuery() throws Exception {
        upTo(FIRST, DATED);

        assertThat(refused(again(INITIAL, FIRST, DATED.replace("select Id from", "select Id, Name from"))))
                .contains("whose query `Account` is not one of those asked now");
    }

    @Test
    void leavesASnapshotOfNoWindow_andWhatSaysNothingOfItself() throws Exception {
        rig(Rig.ACCOUNTS, output).published();

        assertThat(refused(again(INITIAL, FIRST, REPLACED))).contains("would replace a snapshot of no window");

        Files.writeString(output.resolve("a/datapackage.json"), "{}");
        assertThat(refused(again(INITIAL, FIRST, REPLACED))).contains("no descriptor says what it is");
    }

    @Test
    void replacesItsOwn_alsoADamagedOne() throws Exception {
        Path own = upTo(FIRST, DATED).directory();
        Map<String, String> before = Folders.tree(own);
        Files.writeString(own.resolve("Account.csv"), "junk");

        again(INITIAL, FIRST, DATED).published();

        assertThat(Folders.tree(own)).containsEntry("Account.csv", before.get("Account.csv"));
    }

    @Test
    void replacesItsOwn_withMoreQueries() throws Exception {
        upTo(FIRST, REPLACED);

        again(INITIAL, FIRST, REPLACED + ANOTHER_QUERY).published();

        assertThat(Folders.names(output.resolve("a"))).contains("Account.csv", "Product.csv");
    }

    @Test
    void standsElsewhere_whereItIsTold_besideWhatStaysHere() throws Exception {
        upTo(FIRST, REPLACED);
        upTo(SECOND, REPLACED);
        Map<String, String> before = Folders.tree(output);
        Path elsewhere = folder.resolve("again");

        JobOutcome.Published run =
                rig(REPLACED, elsewhere).windows(window(INITIAL, FIRST)).published();

        assertThat(run.directory()).isEqualTo(elsewhere.resolve("a"));
        assertThat(Folders.tree(output)).isEqualTo(before);
    }
}
