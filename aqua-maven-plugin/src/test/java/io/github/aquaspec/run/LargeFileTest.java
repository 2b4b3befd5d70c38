package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.goal.CheckedSums;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that is larger than the memory passes through it: each of its keys is looked at, those that all
 * differ and those that are all the same, and it is published whole. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class LargeFileTest {

    private static final boolean PROOF = Boolean.getBoolean("aqua.proof");

    /** Of 100 bytes each; where there is time, as many as Zuora hands out. */
    private static final long RECORDS = PROOF ? 20_000_000 : 500_000;

    private static final List<String> MACHINE =
            PROOF ? List.of("-Xmx64m") : List.of("-Xmx40m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The length of a key, as Zuora's are. */
    private static final int KEY = 32;

    private static final String HEADER = "Account.Id,Account.Name\n";
    private static final String QUERY = "select Id, Name from Account";
    private static final String MANIFEST = """
            version: "1.0"
            format: csv
            useQueryLabels: true
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: %s
                expect: {unique: [Account.Id], notNull: [Account.Id, Account.Name], warn: {unique: [Account.Name]}}
            """.formatted(QUERY);

    @TempDir
    private Path folder;

    /** A build that has little memory. Arguments: the server, and where snapshots go. */
    public static void main(String[] args) throws Exception {
        Service service =
                new Service(URI.create(args[0]), new Credential.UserPassword("me", Secret.of("a-secret")), Map.of());
        Clock clock = Clock.systemUTC();
        Transport transport = new Transport("test", TransportLimits.DEFAULT);
        try (AquaClient client =
                new AquaClient(transport, service, RetryPolicy.DEFAULT, Pause.REAL, clock, new Redaction())) {
            JobOutcome outcome = new SnapshotRun(new Settings().asTheyAre(), client, event -> {}, Pause.REAL, clock)
                    .run(List.of(Plans.runnable("a", MANIFEST, Path.of(args[1]))))
                    .get(0);
            System.exit(
                    outcome instanceof JobOutcome.Published
                                    && Outcomes.codes(outcome).equals(List.of("AQ735"))
                            ? 0
                            : 1);
        }
    }

    @Test
    void publishesAFile_thatIsLargerThanTheMemory() throws Exception {
        Path log = folder.resolve("forked.log");
        Path output = Files.createDirectory(folder.resolve("out"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LargeFileTest::answer);
        server.start();
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(MACHINE);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), LargeFileTest.class.getName()));
            command.addAll(List.of("http://127.0.0.1:" + server.getAddress().getPort(), output.toString()));
            Process build = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(build.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(build.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(output.resolve("a/Account.csv")).hasSize(HEADER.length() + RECORDS * 100);
        CheckedSums.check(output.resolve("a"));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().startsWith("/v1/files/")) {
                exchange.getResponseHeaders().set("Content-Type", "text/csv;charset=UTF-8");
                exchange.sendResponseHeaders(200, 0);
                write(exchange.getResponseBody());
            } else {
                byte[] job = """
                        {"id":"j","status":"completed","startTime":"2026-11-22T02:00:03+0000","batches":[
                        {"batchId":"b","name":"Account","query":"%s","status":"completed","recordCount":%d,"full":true,\
                        "fileId":"f"}]}""".formatted(QUERY, RECORDS).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, job.length);
                exchange.getResponseBody().write(job);
            }
        }
    }

    private static void write(OutputStream out) throws IOException {
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        byte[] thousand = (String.format(Locale.ROOT, "%-99s", "8ad07674e7336d62434c000000000000,")
                                .replace(' ', 'x') + "\n")
                .repeat(1000)
                .getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < RECORDS; written += 1000) {
            for (int record = 0; record < 1000; record++) {
                number(written + record, thousand, record * 100 + KEY);
            }
            out.write(thousand);
        }
    }

    /** Writes the last digits of a key, so that no two are equal. */
    private static void number(long number, byte[] record, int behind) {
        long rest = number;
        for (int at = behind - 1; at >= behind - 10; at--) {
            record[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
