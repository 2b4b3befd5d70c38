package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobSpecsTest {

    private static final String QUERY =
            "{name: Account, type: zoqlexport, apiVersion: '145.0', query: select Id from Account}";

    @TempDir
    Path folder;

    @Test
    void tellsThatAFileIsMissing() {
        Loaded<JobSpec> loaded = JobSpecs.load(folder.resolve("none.yaml"), "specs/none.yaml", Values.NONE);

        assertThat(ids(loaded)).containsExactly("AQ014");
        assertThat(drawn(loaded)).contains("--> specs/none.yaml:1:1").contains("the file does not exist");
    }

    @Test
    void refusesAFileOfMoreThanTwoMebibytes() throws IOException {
        Path large = folder.resolve("large.yaml");
        Files.writeString(large, "# " + "x".repeat(2 * 1024 * 1024) + "\nversion: '1.0'\n");

        assertThat(ids(JobSpecs.load(large))).containsExactly("AQ002");
    }

    @Test
    void readsAFileOfJustTwoMebibytes() throws IOException {
        String job = "version: '1.0'\nqueries:\n- " + QUERY + "\n#";
        Path large = folder.resolve("large.yaml");
        Files.writeString(large, job + "x".repeat(2 * 1024 * 1024 - job.length()));

        assertThat(JobSpecs.load(large).value()).isPresent();
    }

    @Test
    void refusesMoreThanAHundredThousandParts() {
        String text = "x-list: [" + "1, ".repeat(100_001) + "1]\n";

        assertThat(ids(JobSpecs.parse("many.yaml", text))).containsExactly("AQ011");
    }

    @Test
    void namesAFileAsItsPathIsWritten() throws IOException {
        Path file = folder.resolve("job.yaml");
        Files.writeString(file, "queries: []");

        assertThat(JobSpecs.load(file).places().source().name())
                .isEqualTo(file.toString().replace('\\', '/'));
    }

    @Test
    void readsBytesWithAByteOrderMark() {
        byte[] bytes = ("\uFEFFqueries:\n- " + QUERY + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(JobSpecs.parse("job.yaml", bytes).value()).isPresent();
    }

    @Test
    void tellsAllProblemsAtOnce_inTheOrderOfTheFile() {
        String text = """
                format: xml
                verson: 1.1
                partner: gooddata
                project: aquatest64
                queries:
                  - name: a/b
                    query: select Id from Account
                    type: zoqlexport
                    apiVersion: latest
                  - name: Contact
                    type: zoqlexport
                    apiVersion: 145
                useQueryLabels: true
                dateTimeUtc: true
                """;

        assertThat(ids(JobSpecs.parse("job.yaml", text))).containsExactly("AQ104", "AQ101", "AQ304", "AQ108", "AQ103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"querys", "queriess", "Queries", "\"queries \""})
    void saysOfMisspeltQueries_onlyThatTheyAre(String key) {
        String text = """
                version: "1.0"
                useQueryLabels: true
                dateTimeUtc: true
                %s: [{name: A, type: zoqlexport, apiVersion: "145.0", query: select Id from Account}]
                """.formatted(key);

        assertThat(ids(JobSpecs.parse("job.yaml", text))).containsExactly("AQ101");
    }

    @Test
    void saysOfAMisspeltKey_onlyThatItIsMisspelt() {
        String text = """
                version: "1.0"
                useQueryLables: true
                dateTimeUTC: true
                windw: {initial: "2020-01-01T00:00:00Z"}
                queries:
                  - name: Account
                    apiversion: "145.0"
                    typ: zoqlexport
                    query: select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
                """;

        assertThat(ids(JobSpecs.parse("job.yaml", text))).containsOnly("AQ101").hasSize(5);
    }

    @Test
    void speaksOfTheRightQuery_whenOneBeforeItCannotBeRead() {
        String text = """
                version: "1.0"
                queries:
                  - name: broken
                  - name: a/b
                    query: select Id from Account
                    type: zoqlexport
                    apiVersion: 145
                useQueryLabels: true
                dateTimeUtc: true
                """;

        assertThat(JobSpecs.parse("job.yaml", text).diagnostics())
                .extracting(d ->
                        d.code().id() + " " + d.where().orElseThrow().span().from())
                .containsExactly("AQ103 3:5", "AQ304 4:11");
    }

    @Test
    void bearsKeysOfAnyLength_anywhere() {
        String key = "k".repeat(500_000);
        String text = "{\"" + key + "\": {\"" + key + "\": [" + "{\"a\": 1},".repeat(20_000) + "{}]}, \"name\": \""
                + key + "\", \"useQueryLabels\": true, \"dateTimeUtc\": true}";

        Loaded<JobSpec> loaded = JobSpecs.parse("job.json", text);

        assertThat(ids(loaded)).containsExactly("AQ101", "AQ203", "AQ209");
        assertThat(loaded.diagnostics()).allMatch(d -> d.message().length() < 200);
    }

    @Test
    void keepsSilentAboutWhatIsMissing_whenItOnlyCannotBeRead() {
        String text = """
                version: 3
                partner: gooddata
                project: aquatest64
                offset: 600
                queries:
                  - name: [Account]
                    type: sql
                    apiVersion: new
                    query: select Id from Account
                    deleted: {column: Gone, format: yes, forceExport: maybe}
                useQueryLabels: true
                dateTimeUtc: true
                """;

        assertThat(ids(JobSpecs.parse("job.yaml", text)))
                .containsExactly("AQ104", "AQ102", "AQ104", "AQ108", "AQ104", "AQ105");
    }

    @Test
    void keepsThePlaces_forFindingsOfLaterPhases() {
        Loaded<JobSpec> loaded =
                JobSpecs.parse("job.yaml", "queries:\n- name: A\n  query: '  select Id from Account  '\n");

        assertThat(loaded.value().orElseThrow().queries().get(0).query()).isEqualTo("select Id from Account");
        SpecPath query = SpecPath.ROOT.key("queries").index(0).key("query");
        assertThat(loaded.places().within(query, 7, 9).text()).isEqualTo("Id");
        assertThat(loaded.places().key(query).from()).hasToString("3:3");
    }

    @Test
    void silencesAWarningOfTheWholeJob_andKeepsItWithItsReason() {
        Loaded<JobSpec> loaded = JobSpecs.parse(
                "job.yaml",
                "suppress: [{code: AQ201, reason: two views}]\nuseQueryLabels: true\ndateTimeUtc: true\nqueries:\n- "
                        + QUERY + "\n- " + QUERY + "\n");

        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.suppressed()).hasSize(1);
        assertThat(loaded.suppressed().get(0).reason()).isEqualTo("two views");
        assertThat(loaded.suppressed().get(0).diagnostic().code().id()).isEqualTo("AQ201");
    }

    @Test
    void silencesAFindingOfOneQuery_andNotThatOfAnother() {
        String text = """
                queries:
                - name: A
                  type: zoqlexport
                  query: select Id from Account
                  suppress: [{code: AQ306, reason: newest wanted}]
                - name: B
                  type: zoqlexport
                  query: select Id from Account
                useQueryLabels: true
                dateTimeUtc: true
                """;

        Loaded<JobSpec> loaded = JobSpecs.parse("job.yaml", text);

        assertThat(loaded.suppressed()).hasSize(1);
        assertThat(loaded.diagnostics())
                .extracting(d -> d.where().orElseThrow().span().from().toString())
                .containsExactly("6:9");
    }

    @Test
    void neverSilencesAnError() {
        // AQ207 is a warning, and an error where the manifest counts on a session.
        String text = "version: 1.1\npartner: x\noffset: 1\nsuppress: [{code: AQ207, reason: r}]\nqueries:\n- " + QUERY;

        assertThat(JobSpecs.parse("job.yaml", text).diagnostics())
                .anyMatch(d -> d.code().id().equals("AQ207") && d.severity() == Severity.ERROR);
    }

    @Test
    void doesNotTakeAnOffsetOfNothing_forASession() {
        String text = "version: 1.1\npartner: x\noffset: 0\nqueries:\n- " + QUERY;

        assertThat(JobSpecs.parse("job.yaml", text).diagnostics())
                .filteredOn(d -> d.code().id().equals("AQ207"))
                .singleElement()
                .satisfies(d -> assertThat(d.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void letsCodesOfLaterPhasesBeSuppressed() {
        String text = "suppress: [{code: AQ712, reason: known}]\nqueries:\n- " + QUERY;

        assertThat(JobSpecs.parse("job.yaml", text).value()).isPresent();
    }

    private static List<String> ids(Loaded<JobSpec> loaded) {
        return loaded.diagnostics().stream().map(d -> d.code().id()).toList();
    }

    private static String drawn(Loaded<JobSpec> loaded) {
        List<Diagnostic> findings = loaded.diagnostics();
        return TextRenderer.render(findings);
    }
}
