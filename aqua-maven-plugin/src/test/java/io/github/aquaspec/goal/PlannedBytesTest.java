package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code aqua:plan} prints and what {@code aqua:run} sends, as the server has it: the same bytes and headers. */
class PlannedBytesTest extends GoalFixture {

    private static final Path SHIPPED = Path.of("..", "specs");
    private static final Path CORPUS = Path.of("..", "aqua-spec-model", "src", "test", "resources", "specs", "valid");

    /** Where there is time, as well what the manifests below have too. */
    private static final String DOCUMENTED_OR_SPECIAL = Boolean.getBoolean("aqua.proof")
            ? "zuora-|placeholder|window|deleted|encrypted"
            : "zuora-|placeholder|encrypted";

    private static final String NOW = "2026-11-22T02:00:00Z";

    /** What could come out otherwise: escapes, signs that drive a terminal, other alphabets, the ends of lines. */
    private static final Map<String, String> DIFFICULT = Map.of(
            "unicode", """
                    name: "Zoë \\u2028 \\"quoted\\" \\U0001F600 \\u202Eevil \\e[2J \\x7F \\u00A0 \\uFEFF \\u200Bx"
                    nullReplacement: "##vso[task.complete]"
                    queries:
                      - {name: 東京, file: tokyo, query: "select Id from Account where Name != 'Müller \\t \\\\ & \\u0085 / Söhne '"}
                      - {name: "::set-output name=x::y", file: b, query: "select Id from Account where Name = '\\U00013000'"}
                    """,
            "params", """
                    params:
                      name: {type: text, default: "O'Neill \\"& Co\\""}
                      rate: {type: number, default: "1.50"}
                      since: {type: dateTime, default: "2026-01-31T00:00:00+01:00"}
                    queries:
                      - name: A
                        query: >-
                          select Id from Account where Name = ${param.name} and Balance > ${param.rate}
                          and UpdatedDate >= ${param.since}
                    """,
            "window", """
                    window: {initial: "2020-01-01T00:00:00Z", lag: PT5M}
                    output: {layout: dated}
                    queries:
                      - name: A
                        query: |
                          select Id, Name
                            from Account
                          where UpdatedDate >= '${window.from}' and UpdatedDate < ${window.to}
                    """,
            "stateful", """
                    version: 1.1
                    partner: gooddata
                    project: "p/1 ü"
                    incrementalTime: 2015-01-21 10:30:01
                    offset: 600
                    notifyUrl: https://example.com/x?id=${JOBID}&s=${STATUS}
                    queries:
                      - {name: A, apiVersion: 145, query: select Id from Account, deleted: {column: Gone, format: Numeric}}
                      - {name: B, type: zoql, query: "select Id, InvoiceNumber from Invoice;"}
                    """,
            "forced", """
                    version: 1.0
                    queries:
                      - name: A
                        query: select Id from Account where UpdatedDate >= '2026-11-01T00:00:00Z'
                        deleted: {column: IsDeleted, format: Boolean, forceExport: true}
                    """,
            "encrypted", "encrypted: pgp\nqueries: [{name: A, query: select Id from Account}]\n",
            "repeated", "version: 1.1\npartner: gooddata\nproject: repeated\nqueries: []\n");

    private static AquaEmulator emulator;

    private int before;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @BeforeEach
    void count() {
        before = emulator.requests().size();
    }

    @Override
    String goal() {
        return "plan";
    }

    @Test
    @InjectMojo(goal = "plan")
    void theShippedManifests(PlanMojo plan, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        assertThat(copied(SHIPPED, "")).isGreaterThan(10);

        same(printed(plan), sent(run));
    }

    @Test
    @InjectMojo(goal = "plan")
    void theDocumentedBodies_andManifestsOfEachKind(PlanMojo plan, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        assertThat(copied(CORPUS, DOCUMENTED_OR_SPECIAL)).isGreaterThan(15);

        same(printed(plan), sent(run));
    }

    @Test
    @InjectMojo(goal = "plan")
    void manifestsThatAreDifficultToPrint(PlanMojo plan, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        for (Map.Entry<String, String> manifest : DIFFICULT.entrySet()) {
            write("specs/" + manifest.getKey() + ".yaml", manifest.getValue());
        }

        List<PrintedRequest> printed = printed(plan);

        assertThat(printed).hasSameSizeAs(DIFFICULT.keySet());
        assertThat(printed.toString()).contains("東京", "Müller", "\\u202Eevil", "\\u2028");
        same(printed, sent(run));
    }

    @ParameterizedTest
    @CsvSource({"basic, Basic ••••", "oauth, Bearer ••••"})
    @InjectMojo(goal = "plan")
    void whoWeAre(String authentication, String header, PlanMojo plan, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(plan, "authentication", authentication);
        set(run, "authentication", authentication);

        List<PrintedRequest> printed = printed(plan);

        assertThat(printed.get(0).headers()).containsEntry("authorization", header);
        same(printed, sent(run));
    }

    @Test
    @InjectMojo(goal = "plan")
    void whoWeAre_asAKeyPair_andWhoseRecordsAreAskedFor(PlanMojo plan, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        for (PlanningMojo goal : List.of(plan, run)) {
            set(goal, "authentication", "keys");
            set(goal, "entityId", "11e643f4-a3ee-8bad-b061-0025904c57d6");
            set(goal, "orgIds", "o1,o2");
            set(goal, "trackId", "nightly");
        }

        List<PrintedRequest> printed = printed(plan);

        assertThat(printed.get(0).headers())
                .containsKeys(
                        "apiAccessKeyId", "apiSecretAccessKey", "Zuora-Entity-Ids", "Zuora-Org-Ids", "Zuora-Track-Id")
                .doesNotContainKey("Authorization");
        same(printed, sent(run));
    }

    @Test
    @InjectMojo(goal = "plan")
    void theComparisonCanFail(PlanMojo plan, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        List<PrintedRequest> printed = printed(plan);
        write("specs/accounts.yaml", ACCOUNT.replace("Id, Name", "Id,  Name"));

        assertThat(sent(run)).doesNotContainAnyElementsOf(printed);
    }

    private List<PrintedRequest> printed(PlanMojo plan) throws Exception {
        atServer(plan).execute();
        assertThat(log.text()).doesNotContain("<U+");
        return PrintedRequest.in(log.at("INFO"));
    }

    /** What came in, without what was sent again. Whether Zuora would take the job is another matter. */
    private List<PrintedRequest> sent(RunMojo run) throws Exception {
        run.waitWith(duration -> {});
        set(run, "pollInterval", "PT0.02S");
        run.readVariablesFrom(name -> name.equals("ZUORA_PGP_KEY_FILE") ? keyFile() : null);
        try {
            atServer(run).execute();
        } catch (MojoFailureException e) {
            assertThat(e).hasMessageContaining("failed");
        }
        return emulator.requests().stream()
                .skip(before)
                .filter(request -> request.path().equals("/v1/batch-query/"))
                .map(PlannedBytesTest::printed)
                .distinct()
                .toList();
    }

    /** What a server refuses for good may be sent under the next key; that is for the run to see. */
    private static void same(List<PrintedRequest> printed, List<PrintedRequest> sent) {
        assertThat(sent).containsAll(printed);
        assertThat(printed).extracting(PrintedRequest::body).containsAll(bodies(sent));
    }

    private static List<String> bodies(List<PrintedRequest> requests) {
        return requests.stream().map(PrintedRequest::body).toList();
    }

    private static PrintedRequest printed(RecordedRequest request) {
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new PrintedRequest(request.method() + " " + emulator.url() + request.path(), headers, request.body());
    }

    private <G extends PlanningMojo> G atServer(G goal) throws IllegalAccessException {
        server("zuora", "id", "secret");
        set(goal, "endpoint", emulator.url().toString());
        set(goal, "environment", "us");
        set(goal, "asOf", NOW);
        set(goal, "runKey", "night");
        return inThisBuild(goal);
    }

    private static String keyFile() {
        return Path.of("src", "test", "resources", "pgp", "key-curve.gpg")
                .toAbsolutePath()
                .toString();
    }

    private static boolean canBeRun(Path manifest) {
        return JobSpecs.load(manifest).diagnostics().stream()
                .noneMatch(found -> found.isError() || found.code() == KeyCode.NOT_SET);
    }

    /** Copies the manifests that can be run. */
    private int copied(Path folder, String names) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*(?:" + names + ").*\\.(yaml|json)"))
                    .filter(PlannedBytesTest::canBeRun)
                    .collect(Collectors.toList());
        }
        int copied = 0;
        for (Path file : files) {
            String name = folder.relativize(file).toString().replaceFirst("\\.(yaml|json)$", "-$1.$1");
            write("specs/" + name, Files.readString(file));
            copied++;
        }
        return copied;
    }
}
