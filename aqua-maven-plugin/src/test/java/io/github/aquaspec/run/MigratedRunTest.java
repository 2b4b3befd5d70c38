package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.github.aquaspec.Page;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of docs/migrate.md take over from requests in the form that the other clients send. */
class MigratedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final Page PAGE = Page.of("docs/migrate.md");
    private static final String BODY = PAGE.block("json", "queries");
    private static int sessions;

    private final AquaEmulator emulator = TENANT.emulator();
    private final OtherClient before = new OtherClient(emulator.url());

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private String session;

    /** Each test has a session of its own. */
    @BeforeEach
    void openASession() {
        sessions++;
        session = PAGE.block("yaml", "project: names").replace("project: names", "project: names-" + sessions);
    }

    @Test
    void theBodyOfTheScript_isAManifest_andBringsTheSameBytes() throws Exception {
        byte[] delivered = before.file(before.completed(BODY));

        rig(BODY).published();

        assertThat(output.resolve("a/Account.csv")).hasBinaryContent(delivered);
        rig(PAGE.block("yaml", "name: accounts")).published();
        assertThat(output.resolve("a/accounts.csv")).hasBinaryContent(delivered);
    }

    /** The twin: the comparison sees a record that is another. */
    @Test
    void anotherRecord_isNotTheSame() throws Exception {
        byte[] delivered = before.file(before.completed(BODY));
        changed("in between");

        rig(BODY).published();

        assertThat(Files.readAllBytes(output.resolve("a/Account.csv"))).isNotEqualTo(delivered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: changes", "name: tap-account"})
    void aWindow_goesOn_whereTheScriptEnded(String name) throws Exception {
        TENANT.pass(Duration.ofHours(3));
        String manifest = PAGE.block("yaml", name);
        String end = manifest.replaceAll("(?s).*initial: \"([^\"]+)\".*", "$1");
        String until = "from Account where UpdatedDate < '" + end + "'";
        Set<String> old = ids(before.file(before.completed(BODY.replace("from Account", until))));
        Set<String> all = ids(before.file(before.completed(BODY)));

        assertThat(rig(manifest).publishedWhateverIsSaid().diagnostics())
                .noneMatch(finding -> finding.severity() != Severity.NOTE);

        assertThat(ids(published())).isNotEmpty().doesNotContainAnyElementsOf(old);
        old.addAll(ids(published()));
        assertThat(old).isEqualTo(all);
    }

    @Test
    void aSession_goesOn_fromTheLastJobOfTheOldClient_thatIsFetched() throws Exception {
        before.completed(asTheOldClientSends());
        String lost = changed("nobody fetched it");
        String last = before.completed(asTheOldClientSends());

        assertThat(rig(session).collected(last)).isInstanceOf(JobOutcome.Published.class);
        assertThat(published())
                .as("asked for as csv, and as gzip by the manifest")
                .isEqualTo(before.file(last));
        assertThat(ids(published())).containsExactly(lost);

        String next = changed("next");
        rig(session).published();
        assertThat(ids(published())).containsExactly(next);
    }

    @Test
    void aSession_goesOn_thoughNothingIsFetched_andWarns() throws Exception {
        before.completed(asTheOldClientSends());
        String next = changed("next");

        JobOutcome.Published first = rig(session).publishedWhateverIsSaid();

        assertThat(Outcomes.codes(first)).containsExactly("AQ630");
        assertThat(ids(published())).containsExactly(next);
    }

    @Test
    void aSession_thatTheOldClientStillUses_isNotTouched() throws Exception {
        rig(session).published();
        String taken = changed("taken");
        before.completed(asTheOldClientSends());
        Rig refused = rig(session);

        assertThat(Outcomes.codes(refused.failed())).containsExactly("AQ621");
        assertThat(refused.requests("POST /v1")).isEmpty();

        rig(session).heals().publishedWhateverIsSaid();
        assertThat(ids(published())).contains(taken);
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, TENANT.time(), output)
                .remembering(states)
                .zone(ZoneId.of("America/Los_Angeles"))
                .manifest("a", manifest);
    }

    /** Of the query, its text as it is: no names, and no API version. */
    private String asTheOldClientSends() {
        return """
                {"format": "csv", "version": "1.1", "encrypted": "none", "useQueryLabels": "true", "dateTimeUtc": "true",
                 "partner": "gooddata", "project": "names-%d",
                 "queries": [{"query": "select Account.Id, Account.Name\\nfrom Account", "type": "zoqlexport"}]}
                """.formatted(sessions);
    }

    private static String changed(String name) {
        TENANT.pass(Duration.ofMinutes(10));
        String id = TENANT.emulator().records().insert("Account", Map.of("Name", name));
        TENANT.pass(Duration.ofMinutes(10));
        return id;
    }

    /** The data file of the newest snapshot. */
    private byte[] published() throws IOException {
        try (Stream<Path> all = Files.walk(output.resolve("a"))) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            return Files.readAllBytes(files.get(files.size() - 1));
        }
    }

    private static Set<String> ids(byte[] file) {
        return CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8)).stream()
                .map(line -> line.getField("Account.Id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
