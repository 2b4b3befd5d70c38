package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.release.AnswerCheck;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.PublishedDescriptor;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A snapshot of a run, held against the manifest of that run and against what it became. */
class AnswerCheckTest {

    static final String MANIFEST = """
            version: "1.0"
            useQueryLabels: true
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
                expect: {columns: [Account.Id, Account.Name]}
              - {name: Contact, type: zoqlexport, apiVersion: "145.0", query: select Id from Contact}
            """;

    private static final String CONTACT =
            "  - {name: Contact, type: zoqlexport, apiVersion: \"145.0\", query: select Id from Contact}\n";

    @TempDir
    private static Path folder;

    private static DataPackage snapshot;

    @BeforeAll
    static void run() throws Exception {
        EmulatedTenant tenant = new EmulatedTenant(config -> config);
        JobOutcome.Published run = new Rig(tenant.emulator(), tenant.time(), folder)
                .manifest("a", MANIFEST)
                .published();
        snapshot = PublishedDescriptor.read(Disk.local(), run.directory()).orElseThrow();
    }

    @Test
    void finds_nothing_whereTheManifestSaysTheSame() {
        assertThat(check("a", MANIFEST)).isEmpty();
        assertThat(check("a", "# a comment\ndescription: words\n" + MANIFEST.replace("\"1.0\"", "1.0")))
                .isEmpty();
    }

    @Test
    void finds_aSnapshotOfAnotherManifest() {
        assertThat(check("b", MANIFEST))
                .get()
                .asString()
                .contains("the snapshot of b is not of the manifest as it is now: it calls itself a");
    }

    /** What was edited, and what is said of it. */
    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("Id, Name from", "Id, Name, Balance from", "`Account.csv` answers another query"),
                Arguments.of("type: zoqlexport\n", "type: zoql\n", "`Account.csv` answers another query"),
                Arguments.of("\"145.0\"\n", "\"144.0\"\n", "`Account.csv` has API version 145.0"),
                Arguments.of("    apiVersion: \"145.0\"\n", "", "`Account.csv` has API version 145.0"),
                Arguments.of("name: Account\n", "name: B\n    file: Account\n", "answers the query \"Account\""),
                Arguments.of("name: Account\n", "name: Account\n    file: b\n", "no file for query \"b\""),
                Arguments.of("[Account.Id, Account.Name]", "[Account.Id]", "`Account.csv` has other columns"),
                Arguments.of("queries:", "nullReplacement: none\nqueries:", "another text for null"),
                Arguments.of("queries:", "output: {segments: keep}\nqueries:", "no file for query \"Account\""),
                Arguments.of(CONTACT, "", "no query asks for `Contact.csv`"),
                Arguments.of(CONTACT, CONTACT + CONTACT.replace("Contact", "Invoice"), "no file for query \"Invoice\""),
                Arguments.of("version: \"1.0\"", "version: 1.1\npartner: p\nproject: q", "its job has version 1.0"),
                Arguments.of("version: \"1.0\"", "version: 1.0\npartner: p\nproject: q", "of another session"),
                Arguments.of("queries:", "window: {initial: '2020-01-01T00:00:00Z'}\nqueries:", "it holds no window"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void finds_whatWasEdited(String from, String to, String said) {
        String edited = MANIFEST.replace(from, to);
        assertThat(edited).isNotEqualTo(MANIFEST);

        assertThat(check("a", edited)).get().satisfies(found -> {
            assertThat(found.code()).isEqualTo(TransferCode.OUTDATED);
            assertThat(found.message()).contains(said);
            assertThat(found.where()).isPresent();
        });
    }

    private static Optional<Diagnostic> check(String id, String manifest) {
        return AnswerCheck.of(Plans.plan(id, manifest, folder), snapshot);
    }
}
