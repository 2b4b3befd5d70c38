package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.manifest.ManifestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sessions as the emulator keeps them: increments, owners, repeated queries, deleted records. */
class SessionRunTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config.withPace(new Pace.Polls(2)));

    private final AquaEmulator emulator = TENANT.emulator();
    private static final VirtualTime time = TENANT.time();
    private static int sessions;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private String head;

    /** Each test has a session of its own. */
    @BeforeEach
    void openASession() {
        sessions++;
        head = """
                version: "1.1"
                partner: acme
                project: session-%d
                useQueryLabels: true
                """.formatted(sessions);
    }

    private String products() {
        return head + "queries: [{name: Product, apiVersion: \"145.0\", query: \"select Id, Name from Product\"}]\n";
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, time, output).remembering(states).zone(PACIFIC).manifest("a", manifest);
    }

    /** Somebody else, who uses the session and remembers elsewhere. */
    private Rig other(String manifest, Path folder) {
        return new Rig(emulator, time, folder.resolve("out"))
                .remembering(folder.resolve("states"))
                .zone(PACIFIC)
                .manifest("a", manifest);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(output.resolve("a").resolve(file));
    }

    private String changed(String name) {
        time.of(Duration.ofMinutes(10));
        String id = emulator.records().insert("Product", Map.of("Name", name));
        time.of(Duration.ofMinutes(10));
        return id;
    }

    @Test
    void brings_everythingFirst_andThenWhatChanged() throws Exception {
        assertThat(rig(products()).published().results().get(0).isIncremental()).isFalse();
        String id = changed("new");

        JobOutcome.Published second = rig(products()).published();

        assertThat(second.results().get(0).isIncremental()).isTrue();
        assertThat(lines("Product.csv")).containsExactly("Product.Id,Product.Name", id + ",new");
    }

    /** Its job is the only one that brings these changes, so a fresh start goes on with it; healing asks since the last. */
    @Test
    void waitsWithItsFiles_untilSomebodyAcceptsOtherColumns_orHeals() throws Exception {
        rig(products()).published();
        Path columns = states.resolve("emulator/a/columns.json");
        String known = Files.readString(columns);
        String others = known.replace("Product.Name", "Product.Label");
        String id = changed("waits");

        Files.writeString(columns, others);
        JobOutcome.Failed failed = rig(products()).failed();
        assertThat(Outcomes.codes(failed)).containsExactly("AQ738", "AQ631");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow())
                .contains("mend the cause and run with -Daqua.fresh -Daqua.heal");

        Rig fresh = rig(products()).fresh();
        assertThat(Outcomes.codes(fresh.failed())).startsWith("AQ738");
        assertThat(fresh.requests("POST /v1")).isEmpty();

        Files.writeString(columns, known);
        Rig healed = rig(products()).fresh().heals();
        healed.published();
        assertThat(healed.requests("POST /v1")).hasSize(1);
        assertThat(lines("Product.csv")).contains(id + ",waits");
    }

    @Test
    void leavesNothingOut_whenAnotherJobWentOnWithTheSession(@TempDir Path elsewhere) throws Exception {
        rig(products()).published();
        String taken = changed("taken by another");
        other(products(), elsewhere).run();
        String later = changed("later");

        Rig refused = rig(products());
        assertThat(Outcomes.codes(refused.failed())).containsExactly("AQ621");
        assertThat(refused.requests("POST /v1")).isEmpty();

        rig(products()).heals().published();
        assertThat(lines("Product.csv")).contains(taken + ",taken by another", later + ",later");

        String last = changed("last");
        rig(products()).published();
        assertThat(lines("Product.csv")).contains(last + ",last");
    }

    @Test
    void goesOn_fromAJobThatWasCollected_afterItsBuildHadFailed() throws Exception {
        rig(products()).published();
        String id = changed("nearly lost");
        String job = ofSomebody(products());

        assertThat(Outcomes.codes(rig(products()).failed())).containsExactly("AQ621");
        assertThat(Outcomes.codes(rig(products()).collected(job))).isEmpty();
        assertThat(lines("Product.csv")).containsExactly("Product.Id,Product.Name", id + ",nearly lost");

        changed("next");
        rig(products()).published();
        assertThat(lines("Product.csv")).hasSize(2);
    }

    @Test
    void says_whichQueryComesInFull_andTheOthersDoNot() throws Exception {
        String two = head
                + "queries: [{name: P, apiVersion: \"145.0\", query: \"select Id, Name from Product\"},"
                + " {name: A, apiVersion: \"145.0\", query: \"select Id from Account\"}]\n";
        rig(two).published();
        changed("new");

        JobOutcome outcome = rig(two.replace("select Id from Account", "select Id, Name from Account"))
                .updatesColumns()
                .run()
                .get(0);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ624");
        assertThat(((JobOutcome.Published) outcome).results())
                .extracting(QueryResult::isIncremental)
                .containsExactly(true, false);
    }

    @Test
    void repeats_theQueriesOfTheSession() throws Exception {
        rig(products()).published();
        String id = changed("repeated");

        JobOutcome.Published published = rig(head + "queries: []\n").published();

        assertThat(published.results())
                .extracting(result -> result.files().get(0).name())
                .containsExactly("Product.csv");
        assertThat(lines("Product.csv")).containsExactly("Product.Id,Product.Name", id + ",repeated");
    }

    @Test
    void publishes_whatTheSessionAdds_besideTheManifestsOwn() throws Exception {
        rig(products()).published();
        String own = head
                + "useLastCompletedJobQueries: true\n"
                + "queries: [{name: Account, apiVersion: \"145.0\", query: \"select Id from Account\"}]\n";

        JobOutcome.Published published = rig(own).published();

        assertThat(published.results())
                .extracting(result -> result.files().get(0).name())
                .containsExactly("Account.csv", "Product.csv");
        assertThat(published.results()).extracting(QueryResult::isIncremental).containsExactly(false, true);
    }

    @Test
    void marks_deletedRecords_inAnIncrement() throws Exception {
        String marked = products().replace("query:", "deleted: {column: Gone, format: Numeric}, query:");
        String id = changed("short-lived");
        rig(marked).published();
        assertThat(lines("Product.csv")).contains("0," + id + ",short-lived");
        time.of(Duration.ofMinutes(10));
        emulator.records().delete("Product", id);
        time.of(Duration.ofMinutes(10));

        rig(marked).published();

        assertThat(lines("Product.csv"))
                .containsExactly("Product.Gone,Product.Id,Product.Name", "1," + id + ",short-lived");
    }

    @Test
    void loads_everythingAgain_inANewProject_andSaysSoBefore() throws Exception {
        rig(products()).published();

        JobOutcome outcome =
                rig(products().replace("session-", "renamed-")).run().get(0);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ623");
        assertThat(((JobOutcome.Published) outcome).results().get(0).isIncremental())
                .isFalse();
    }

    @Test
    void cancels_aJobThatIsUnderWay_andTellsOneThatHasEnded() throws Exception {
        try (AquaClient client = client()) {
            JobReply job = client.submit(Plans.plan("a", products(), output).request(), "key-1");
            NamedJob named = NamedJob.of(new ManifestId("a"), job.id());

            assertThat(new JobDesk(client).cancelled(List.of(named)).get(0).remark())
                    .contains("cancelled now");
            JobStanding again = new JobDesk(client).cancelled(List.of(named)).get(0);

            assertThat(again.state().orElseThrow().status()).isEqualTo("cancelled");
            assertThat(again.remark()).contains("had ended already");
        }
    }

    /** A job of this session that nobody has collected. */
    private String ofSomebody(String manifest) throws Exception {
        try (AquaClient client = client()) {
            String id = client.submit(Plans.plan("a", manifest, output).request(), "key-2")
                    .id();
            while (!client.job(id).status().isEnd()) {
                time.of(Duration.ofSeconds(1));
            }
            return id;
        }
    }

    private static AquaClient client() {
        Service service = new Service(
                TENANT.emulator().url(), new Credential.ClientCredentials("canary", Secret.of(Rig.SECRET)), Map.of());
        Transport transport =
                new Transport("test", new TransportLimits(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        return new AquaClient(transport, service, RetryPolicy.DEFAULT, time, time, new Redaction());
    }
}
