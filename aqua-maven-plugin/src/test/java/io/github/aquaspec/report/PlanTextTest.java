package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.Identity;
import io.github.aquaspec.run.Forecast;
import io.github.aquaspec.run.Outlook;
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.Prospect;
import io.github.aquaspec.run.Unfinished;
import io.github.aquaspec.run.event.RunEvent.GivenUp.Why;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.Polling;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Sender;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.RunKey;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.model.QueryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTextTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.5Z");
    private static final TargetIdentity US =
            new TargetIdentity("us", "rest.zuora.com", Optional.empty(), Optional.empty());
    private static final String JOB = "2c92c0f96bd69165016bdcbdd6ce2f1a";
    private static final String PLAIN = "queries: [{name: A, query: select Id from Account}]\n";
    private static final String WINDOWED = """
            name: crm-nightly
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2020-01-01T00:00:00Z"}
            output: {layout: dated}
            queries:
              - name: Account
                file: account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id, Balance, UpdatedDate from Account
                  where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;
    private static final String SESSION = """
            version: 1.1
            partner: acme
            project: Nightly
            timeout: PT30M
            queries: []
            """;

    /** The module. */
    @TempDir
    private Path base;

    private Optional<String> runKey = Optional.empty();

    /** The same stands in docs/operations.md. */
    @Test
    void tellsAWindow_wholly() throws Exception {
        runKey = Optional.of("4711-nightly");
        String text = text(WINDOWED);

        assertThat(text).isEqualTo("""
                crm/nightly: a stateless job of 1 query
                  window    2020-01-01T00:00:00Z to 2026-11-22T00:00:00Z, from window.initial: nothing was published before
                  run       submits a job under run key 4711-nightly
                  requests  about 18 for a job of 1 minute, 79 of 1 hour, 201 of 3 hours
                  waits     at most PT4H for the job
                  state     .aqua/us/crm/nightly
                  output    target/aqua/crm/nightly/20261122T000000Z/account.csv
                            target/aqua/crm/nightly/20261122T000000Z/datapackage.json
                            target/aqua/crm/nightly/20261122T000000Z/SHA256SUMS

                  POST https://rest.zuora.com/v1/batch-query/
                  Accept: application/json
                  Authorization: Bearer ••••
                  Connection: keep-alive
                  Content-Length: 401
                  Content-Type: application/json
                  Host: rest.zuora.com
                  Idempotency-Key: aq1-e4924d8f84273d86f178a3f1b0d3cf5233aa7dbe79561365c6d58c667447a009
                  User-Agent: aqua-maven-plugin/1.0
                  Zuora-Track-Id: nightly

                  {
                    "format": "gzip",
                    "version": "1.0",
                    "name": "crm-nightly",
                    "encrypted": "none",
                    "useQueryLabels": true,
                    "dateTimeUtc": true,
                    "queries": [
                      {
                        "name": "Account",
                        "type": "zoqlexport",
                        "apiVersion": "145.0",
                        "query": "select Id, Balance, UpdatedDate from Account where UpdatedDate >= '2020-01-01T00:00:00Z' and UpdatedDate < '2026-11-22T00:00:00Z'"
                      }
                    ]
                  }
                """);
        assertThat(Path.of("..", "docs", "operations.md")).content().contains("```text\n" + logged(text) + "```\n");
    }

    /** As Maven shows it. */
    private static String logged(String text) {
        return text.lines()
                .map(line -> ("[INFO] " + line).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void tellsASession_wholly_withTheQueriesThatItRepeats() throws Exception {
        runKey = Optional.of("4711-nightly");
        StateDirectory.of(base.resolve(".aqua"), US, "crm/nightly")
                .commit(
                        Optional.empty(),
                        new SessionPublished(
                                US,
                                "acme",
                                "Nightly",
                                JOB,
                                Instant.parse("2026-11-21T02:00:00Z"),
                                List.of(
                                        query("Account", "select Id from Account"),
                                        query("Invoice", "select Id from Invoice"))));

        assertThat(text(SESSION)).isEqualTo("""
                crm/nightly: a stateful job of 2 queries
                  run       submits a job under run key 4711-nightly
                  requests  about 20 for a job of 1 minute
                  waits     at most PT30M for the job
                  state     .aqua/us/crm/nightly
                  output    target/aqua/crm/nightly/Account.csv
                            target/aqua/crm/nightly/Invoice.csv
                            target/aqua/crm/nightly/datapackage.json
                            target/aqua/crm/nightly/SHA256SUMS

                  POST https://rest.zuora.com/v1/batch-query/
                  Accept: application/json
                  Authorization: Bearer ••••
                  Connection: keep-alive
                  Content-Length: 128
                  Content-Type: application/json
                  Host: rest.zuora.com
                  Idempotency-Key: aq1-613935e5f0fd3e0d5149e249786bbf15e1dac2d3683f0bdcb7eda0678f2ff0c4
                  User-Agent: aqua-maven-plugin/1.0
                  Zuora-Track-Id: nightly

                  {
                    "format": "gzip",
                    "version": "1.1",
                    "encrypted": "none",
                    "partner": "acme",
                    "project": "Nightly",
                    "queries": []
                  }
                """);
    }

    @Test
    void tellsARunThatGoesOn_wholly_andWhatTheManifestAccepts() throws Exception {
        String manifest = "suppress: [{code: AQ303, reason: the usual one}]\n" + PLAIN;
        JobPlan plan = plan(manifest);
        StateDirectory state = plan.state().orElseThrow();
        Journal journal = state.journal();
        state.begin(
                journal,
                new JournalEntry.Begun(
                        US,
                        new RunKey("4711-nightly", 2),
                        Instant.parse("2026-11-22T01:00:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        sha256(plan.request())));
        journal.append(new JournalEntry.Intent("aq1-0123456789abcdef", 1, Instant.parse("2026-11-22T01:00:01Z")));
        journal.append(new JournalEntry.Submitted(JOB, Optional.empty()));

        assertThat(text(manifest)).isEqualTo("""
                crm/nightly: a stateless job of 1 query
                  run       goes on with job 2c92c0f96bd69165016bdcbdd6ce2f1a, submitted 2026-11-22T01:00:01Z with the request below; run key 4711-nightly/2
                  requests  about 17 for a job of 1 minute, 78 of 1 hour, 200 of 3 hours
                  waits     at most PT4H for the job
                  state     .aqua/us/crm/nightly
                  output    target/aqua/crm/nightly/A.csv
                            target/aqua/crm/nightly/datapackage.json
                            target/aqua/crm/nightly/SHA256SUMS
                  accepted  AQ303, the usual one: this query has no type

                  POST https://rest.zuora.com/v1/batch-query/
                  Accept: application/json
                  Authorization: Bearer ••••
                  Connection: keep-alive
                  Content-Length: 185
                  Content-Type: application/json
                  Host: rest.zuora.com
                  Idempotency-Key: aq1-0123456789abcdef
                  User-Agent: aqua-maven-plugin/1.0
                  Zuora-Track-Id: nightly

                  {
                    "format": "gzip",
                    "version": "1.0",
                    "encrypted": "none",
                    "queries": [
                      {
                        "name": "A",
                        "type": "zoqlexport",
                        "query": "select Id from Account"
                      }
                    ]
                  }
                """);
    }

    @Test
    void saysWhatIsNotKnown_whereNoEnvironmentIsSet() {
        assertThat(text(WINDOWED, Optional.empty()))
                .contains(
                        "  window    not known: it hangs on what was published last, and no environment is set\n",
                        "  run       not known: it hangs on what was begun before, and no environment is set\n",
                        "  POST (no environment is set)/v1/batch-query/\n",
                        "  Host: (no environment is set)\n",
                        "  Idempotency-Key: (no environment is set)\n",
                        "UpdatedDate >= ${window.from}",
                        "target/aqua/crm/nightly/yyyyMMdd'T'HHmmss'Z'/account.csv");
    }

    @Test
    void namesTheEmulator_whoseAddressIsNotKnownYet() {
        assertThat(text(PLAIN, target("emulator")))
                .contains("  POST (the emulator)/v1/batch-query/\n", "  Host: (the emulator)\n");
    }

    @Test
    void says_thatSegmentsAreNumbered_whereTheyAreKept() {
        assertThat(text("output: {segments: keep}\n" + PLAIN))
                .contains("  output    target/aqua/crm/nightly/A-0001.csv, and one per further segment\n");
    }

    @Test
    void says_thatASessionRepeatsItsQueries_whereNobodyKnowsThem() {
        assertThat(text(SESSION))
                .contains(
                        "crm/nightly: a stateful job of the queries that its session repeats\n",
                        "  output    target/aqua/crm/nightly/…, a file for each query\n");
    }

    @Test
    void estimatesOneNumber_whereNobodyWaitsForAMinute() {
        assertThat(text("timeout: PT20S\n" + PLAIN)).contains("  requests  at most about 14\n");
    }

    @Test
    void says_whatARunBeginsWith() {
        Instant sent = Instant.parse("2026-11-22T01:00:00.109428888Z");
        Unfinished known = new Unfinished("k/2", Optional.of("j"), sent, 2, false);
        Unfinished unknown = new Unfinished("k", Optional.empty(), sent, 0, false);

        assertThat(run(new Prospect.GoesOn(known)))
                .isEqualTo(
                        "goes on with job j, submitted 2026-11-22T01:00:00Z with the request below; 2 files of it stored; run key k/2");
        assertThat(run(new Prospect.GoesOn(new Unfinished("k", Optional.of("j"), sent, 2, true))))
                .isEqualTo(
                        "goes on with job j, submitted 2026-11-22T01:00:00Z with the request below; its snapshot stands already; run key k");
        assertThat(run(new Prospect.GoesOn(unknown)))
                .isEqualTo("sends the request below again, under the same key: sent 2026-11-22T01:00:00Z, it has no"
                        + " answer; run key k");
        assertThat(run(new Prospect.SubmitsInstead(known, Why.DROPPED, Optional.of("k/3"))))
                .isEqualTo("submits a job under run key k/3; job j of a run before is not asked for any more");
        assertThat(run(new Prospect.Settles(unknown)))
                .isEqualTo("gives up a run before: cancels it and submits another, or publishes it where it is"
                        + " completed");
        assertThat(run(new Prospect.Refused())).isEqualTo("is refused, for the reason below");
    }

    /** The version of Java decides which characters it knows; the bytes must not. */
    @Test
    void saysSo_whereACharacterCannotBeShown_andOnlyThere() {
        assertThat(text(PLAIN.replace("name: A", "name: A, file: a")
                        .replace("from Account", "from Account where Name = '\u0378'")))
                .endsWith(
                        "  }\n  (<U+…> stands for one character that this version of Java does not know; it is sent as it"
                                + " is)\n");
        assertThat(text(PLAIN)).endsWith("  }\n");
    }

    private String run(Prospect prospect) {
        JobPlan plan = plan(PLAIN);
        Forecast known = outlook(target("us")).of(plan);
        Forecast forecast = new Forecast(plan, prospect, List.of(), known.requests(), List.of(), List.of());
        return new PlanText(base)
                .lines(forecast).stream()
                        .filter(line -> line.startsWith("  run "))
                        .findFirst()
                        .orElseThrow()
                        .substring(12);
    }

    private String text(String manifest) {
        return text(manifest, target("us"));
    }

    private String text(String manifest, Optional<Target> target) {
        JobPlan plan = target.isPresent() ? plan(manifest) : plan(manifest, Optional.empty());
        return String.join("\n", new PlanText(base).lines(outlook(target).of(plan))) + "\n";
    }

    private Outlook outlook(Optional<Target> target) {
        RunSettings settings = new RunSettings(
                Polling.ADAPTIVE,
                20,
                4,
                target.flatMap(Target::zone),
                Strictness.ERRORS_STOP,
                false,
                runKey,
                false,
                false,
                false,
                Optional.empty());
        Sender sender = new Sender(
                target, Identity.CLIENT_CREDENTIALS, Map.of("Zuora-Track-Id", "nightly"), "aqua-maven-plugin/1.0");
        return new Outlook(settings, sender, NOW);
    }

    private static Optional<Target> target(String environment) {
        return Target.of(Optional.of(environment), Optional.empty(), new ArrayList<>());
    }

    private JobPlan plan(String text) {
        return plan(text, Optional.of(new Planning.Memory(base.resolve(".aqua"), US)));
    }

    private JobPlan plan(String text, Optional<Planning.Memory> memory) {
        Planning planning = new Planning(base.resolve("target/aqua"), memory, WindowChoice.NEXT, NOW);
        Planned planned = planning.plan(
                new Manifest(new ManifestId("crm/nightly"), JobSpecs.parse("specs/crm/nightly.yaml", text)));
        return ((Planned.Ready) planned).plan();
    }

    private static PublishedQuery query(String name, String text) {
        return new PublishedQuery(Optional.of(name), text, QueryType.ZOQLEXPORT, Optional.empty());
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
