package io.github.aquaspec.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.release.SnapshotAudit;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Recount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data files as gzip: the server's own bytes where they can stay, ours where not; verified either way. */
class CompressedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String QUERY = "select Id, Name from Account";
    private static final String CSV = "Account.Id,Account.Name\n1,\"a\nb\"\n2,ü\n";
    private static final String MANIFEST = """
            version: "1.0"
            format: %s
            useQueryLabels: true
            output: {compression: gzip, segments: %s}
            queries:
              - name: Account
                file: account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
                expect: {unique: [Account.Id], notNull: [Account.Name]}
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private final ServedTenant tenant = new ServedTenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void keepsTheBytesThatZuoraServed() throws Exception {
        byte[] served = twoMembers();
        tenant.file("f", served).batch("Account", QUERY, 2, "f");

        assertThat(run("gzip", "merge")).isInstanceOf(JobOutcome.Published.class);

        assertThat(Folders.names(output.resolve("a")))
                .containsExactly("SHA256SUMS", "account.csv.gz", "datapackage.json");
        assertThat(account()).hasBinaryContent(served);
        assertThat(output.resolve("a/datapackage.json"))
                .content()
                .contains(
                        "\"path\": \"account.csv.gz\"",
                        "\"compression\": \"gz\"",
                        "\"bytes\": " + served.length,
                        "\"aqua:contentBytes\": " + CSV.getBytes(UTF_8).length,
                        "\"aqua:recordCount\": 2");
        assertSound("gzip", "merge", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "zip"})
    void compresses_whatComesOtherwise_alwaysToTheSameBytes(String format) throws Exception {
        tenant.file("f", ServedTenant.packed(format, CSV)).batch("Account", QUERY, 2, "f");

        assertThat(run(format, "merge")).isInstanceOf(JobOutcome.Published.class);

        assertThat(csv(account())).isEqualTo(CSV);
        // ten bytes of header: no flags, no time, no system
        assertThat(Files.readAllBytes(account())).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
        assertSound(format, "merge", 2);
    }

    @Test
    void compressesAnew_whatIsMergedOfSegments() throws Exception {
        tenant.file("s1", ServedTenant.packed("gzip", "Account.Id,Account.Name\n1,\"a\nb\"\n"))
                .file("s2", ServedTenant.packed("gzip", "Account.Id,Account.Name\n2,ü\n"))
                .segments("Account", QUERY, 2, "s1", "s2");

        assertThat(run("gzip", "merge")).isInstanceOf(JobOutcome.Published.class);

        assertThat(csv(account())).isEqualTo(CSV);
        assertSound("gzip", "merge", 2);
    }

    @Test
    void keepsTheBytesOfEachSegment_whereTheyAreKeptApart() throws Exception {
        byte[] first = ServedTenant.packed("gzip", "Account.Id,Account.Name\n1,a\n");
        byte[] second = ServedTenant.packed("gzip", "Account.Id,Account.Name\n2,b\n");
        tenant.file("s1", first).file("s2", second).segments("Account", QUERY, 2, "s1", "s2");

        assertThat(run("gzip", "keep")).isInstanceOf(JobOutcome.Published.class);

        assertThat(output.resolve("a/account-0001.csv.gz")).hasBinaryContent(first);
        assertThat(output.resolve("a/account-0002.csv.gz")).hasBinaryContent(second);
        assertSound("gzip", "keep", 2);
    }

    @Test
    void publishesNothing_whereTheServedBytesHoldMoreThanTheCsv() throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.writeBytes(ServedTenant.packed("gzip", CSV));
        more.writeBytes(new byte[] {'x'});
        tenant.file("f", more.toByteArray()).batch("Account", QUERY, 2, "f");

        assertThat(Outcomes.codes(run("gzip", "merge"))).containsExactly("AQ702");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void looksIntoCompressedFiles_asIntoOthers() throws Exception {
        tenant.file("f", ServedTenant.packed("gzip", "Account.Id,Account.Name\n1,a\n1,\n"))
                .batch("Account", QUERY, 2, "f");

        assertThat(Outcomes.codes(run("gzip", "merge"))).containsExactly("AQ734", "AQ735");
    }

    @Test
    void countsAgain_whatIsTamperedWith() throws Exception {
        tenant.file("f", ServedTenant.packed("gzip", CSV)).batch("Account", QUERY, 2, "f");
        run("gzip", "merge");
        byte[] other = ServedTenant.packed("gzip", CSV.replace("ü", "u"));
        Files.write(account(), other);

        assertThat(audits("gzip", "merge").get(0).diagnostics())
                .singleElement()
                .satisfies(found -> assertThat(found.message()).contains("`account.csv.gz` has SHA-256"));
    }

    @Test
    void whatWeCompressedMayBeOfOneConstant() throws Exception {
        Path file = output.resolve("constant.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(("A\n" + "0\n".repeat(1 << 20)).getBytes(UTF_8));
        }

        assertThat(records(file, Limits.STORED)).isEqualTo(1L << 20);
        assertThatThrownBy(() -> records(file, Limits.DEFAULT)).isInstanceOf(CorruptFileException.class);
    }

    /** As behind the first 256 MiB. */
    private static long records(Path file, Limits limits) throws Exception {
        return new Recount(new Limits(limits.maxBytes(), limits.maxRatio(), 1))
                .count(file)
                .records();
    }

    /** What Zuora serves is bounded by its ratio; what we compressed of a plain file is not. */
    @Test
    @EnabledIfSystemProperty(named = "aqua.proof", matches = "true")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aSnapshotOfOneConstant_largerThanTheRatioMinds_isWhole() throws Exception {
        byte[] line = "1,a\n".getBytes(UTF_8);
        int records = 70 << 20;
        byte[] csv = Arrays.copyOf("Account.Id,Account.Name\n".getBytes(UTF_8), 24 + records * line.length);
        for (int i = 0; i < records; i++) {
            System.arraycopy(line, 0, csv, 24 + i * line.length, line.length);
        }
        tenant.file("f", csv).batch("Account", QUERY, records, "f");
        String manifest = MANIFEST.formatted("csv", "merge").replaceAll(" *expect:.*\n", "");

        JobOutcome outcome = new Rig(TENANT.emulator(), TENANT.time(), output)
                .manifest("a", manifest)
                .run(tenant.url())
                .get(0);

        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(JobOutcome.Published.class);
        assertThat(Files.size(account())).isLessThan(csv.length / 200);
        assertSound("csv", "merge", records);
    }

    @Test
    void goesOnWithWhatAKilledRunHasStored() throws Exception {
        String manifest = Rig.TWO + "output: {compression: gzip}\n";
        Rig killed = new Rig(TENANT.emulator(), TENANT.time(), output)
                .remembering(states)
                .oneDownloadAtATime()
                .manifest("a", manifest);
        killed.dies(StepDisk.diesAfter("stored"));

        Rig again = new Rig(TENANT.emulator(), TENANT.time(), output)
                .remembering(states)
                .oneDownloadAtATime()
                .manifest("a", manifest);
        again.published();

        assertThat(again.requests("GET /v1/files/")).hasSize(1);
        assertThat(Folders.names(output.resolve("a")))
                .containsExactly("Account.csv.gz", "Contact.csv.gz", "SHA256SUMS", "datapackage.json");
    }

    private Path account() {
        return output.resolve("a/account.csv.gz");
    }

    private void assertSound(String format, String segments, long records) {
        assertThat(audits(format, segments))
                .containsExactly(new SnapshotAudit(output.resolve("a"), OptionalLong.of(records), List.of()));
    }

    private List<SnapshotAudit> audits(String format, String segments) {
        String manifest = MANIFEST.formatted(format, segments);
        return SnapshotAudit.of(
                Plans.manifestOf("a", manifest),
                Plans.plan("a", manifest, output).output(),
                List.of(output.resolve("a")));
    }

    private JobOutcome run(String format, String segments) throws Exception {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .manifest("a", MANIFEST.formatted(format, segments))
                .run(tenant.url())
                .get(0);
    }

    private static String csv(Path gzip) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Two gzip members behind each other are one gzip file (RFC 1952, 2.2). */
    private static byte[] twoMembers() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(ServedTenant.packed("gzip", CSV.substring(0, 30)));
        both.writeBytes(ServedTenant.packed("gzip", CSV.substring(30)));
        return both.toByteArray();
    }
}
