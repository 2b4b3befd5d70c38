package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.goal.CheckedSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One job is the same bytes wherever and by whomever it is collected. */
class SameBytesTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    /** Times, texts in many alphabets, null; one query keeps Zuora's bytes, the zip must be compressed again. */
    private static final String MANIFEST = """
            description: "größer, später, weiter: İ"
            version: "1.0"
            format: zip
            useQueryLabels: true
            dateTimeUtc: true
            output: {compression: gzip, layout: dated}
            window: {initial: "2024-01-01T00:00:00Z", lag: PT2H}
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id, Name, Notes, Balance, UpdatedDate from Account
                  where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
              - name: Invoice
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id, InvoiceDate, UpdatedDate from Invoice
                  where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    private static final List<String> KIRITIMATI = List.of(
            "-Duser.timezone=Pacific/Kiritimati",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Dfile.encoding=ISO-8859-9",
            "-Dline.separator=\r\n",
            "-Duser.name=ayşe");
    private static final List<String> LOS_ANGELES = List.of(
            "-Duser.timezone=America/Los_Angeles",
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Dfile.encoding=UTF-8",
            "-Duser.name=bob");

    @TempDir
    private Path folder;

    @Test
    void ofOneJobAreAllFilesTheSame_whateverTheMachine() throws Exception {
        String job = published("here");

        Map<String, String> here = collected(job, KIRITIMATI, "kiritimati");
        Map<String, String> there = collected(job, LOS_ANGELES, "los-angeles");

        assertThat(here).hasSize(4).isEqualTo(there).isEqualTo(digests(folder.resolve("here")));
    }

    @Test
    void anotherJobDiffersInWhatItSaysOfItself_notInItsData() throws Exception {
        published("one");
        TENANT.countJobsFromHere();
        published("another");

        assertThat(inOneFolder("one"))
                .hasSize(4)
                .isNotEqualTo(inOneFolder("another"))
                .containsEntry("Account.csv.gz", inOneFolder("another").get("Account.csv.gz"))
                .containsEntry("Invoice.csv.gz", inOneFolder("another").get("Invoice.csv.gz"));
    }

    /** The folder is named by the window, which has moved on. */
    private Map<String, String> inOneFolder(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        digests(folder.resolve(name))
                .forEach((file, digest) -> files.put(file.substring(file.lastIndexOf('/') + 1), digest));
        return files;
    }

    /** Has a job run and published on this machine. */
    private String published(String name) throws Exception {
        new Rig(TENANT.emulator(), TENANT.time(), folder.resolve(name))
                .remembering(folder.resolve(name + "-states"))
                .manifest("a", MANIFEST)
                .published();
        return TENANT.jobs().get(0);
    }

    private Map<String, String> collected(String job, List<String> machine, String name) throws Exception {
        Path manifest = Files.writeString(folder.resolve("a.yaml"), MANIFEST);
        Path console = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CollectedRun.class.getName()));
        command.addAll(List.of(
                TENANT.emulator().url().toString(),
                job,
                manifest.toString(),
                folder.resolve(name).toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(console)).isZero();
        return digests(folder.resolve(name).resolve("out"));
    }

    private static Map<String, String> digests(Path output) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(
                            output.relativize(file).toString().replace('\\', '/'), CheckedSums.sha256(file)));
        }
        return digests;
    }
}
