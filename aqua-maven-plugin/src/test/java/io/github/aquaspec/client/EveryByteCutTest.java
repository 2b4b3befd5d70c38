package io.github.aquaspec.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.verify.Container;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Verification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each answer that a client relies on, cut off after each of its bytes, or each fourth, in each framing, in order and by a
 * reset. What comes of it is the right value, where it was there to the last byte, or a failure: never another value.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class EveryByteCutTest {

    /** From one cut to the one before. */
    private static final int STEP = Boolean.getBoolean("aqua.proof") ? 1 : 4;

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final RetryPolicy ONCE =
            new RetryPolicy(Duration.ofMinutes(5), Duration.ofMinutes(5), 1, Duration.ofSeconds(1), LONG);
    private static final String TOKEN = "t0ken-of-this-hour";
    private static final String JOB = "0000000000000000000000000000000a";

    @TempDir
    private Path directory;

    private int cuts;
    private int values;

    /** What a client does with one answer: the value it takes for right, or an exception. */
    private interface Use {
        Object value(AquaClient client) throws Exception;
    }

    @Test
    void takes_noPart_forTheWhole() throws Exception {
        cutEachAnswer(0, 3);

        assertThat(cuts).isGreaterThan(3000 / STEP);
    }

    /** The same with answers of usual size. */
    @Test
    @EnabledIfSystemProperty(named = "aqua.proof", matches = "true")
    void takes_noPart_forTheWhole_ofLongAnswers() throws Exception {
        cutEachAnswer(30, 400);
    }

    private void cutEachAnswer(int padding, int records) throws Exception {
        String more = "p".repeat(padding * 40);
        String token = "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3599,\"scope\":\"" + more + "\"}";
        String job = "{\"id\":\"" + JOB + "\",\"status\":\"completed\",\"x\":\"" + more + "\",\"batches\":[{\"fileId\":"
                + "\"f1\",\"recordCount\":12}]}";
        byte[] csv = csv(records);
        Credential oauth = ServedClient.OAUTH;
        Credential basic = ServedClient.BASIC;
        cut("token", oauth, bytes(token), EveryByteCutTest::learned, "••••");
        cut("submit", basic, bytes(job), client -> file(client.submit("{}", "key-1")), JOB + " f1 12");
        cut("poll", basic, bytes(job), client -> file(client.job("a")), JOB + " f1 12");
        cut("file", basic, gzip(csv), this::verified, new String(csv, StandardCharsets.UTF_8));
        System.out.printf("%,d cuts, %,d whole answers, 0 wrong values%n", cuts, values);
    }

    private void cut(String name, Credential credential, byte[] body, Use use, Object right) throws Exception {
        for (Framing framing : Framing.values()) {
            byte[] answer = framing.answer(
                    200, List.of("Content-Type: application/json", "Date: Sun, 22 Nov 2026 02:00:00 GMT"), body);
            for (End end : End.values()) {
                cut(name + " " + framing + " " + end, credential, answer, end, use, right);
            }
        }
    }

    private void cut(String name, Credential credential, byte[] answer, End end, Use use, Object right)
            throws Exception {
        int[] at = {0};
        try (RawServer server = new RawServer((request, number) -> Reply.cut(answer, at[0], end));
                Transport transport = new Transport("test", new TransportLimits(LONG, LONG))) {
            for (at[0] = answer.length; at[0] >= 0; at[0] -= STEP) {
                VirtualTime time = new VirtualTime();
                Service service = new Service(server.url(), credential, Map.of());
                @SuppressWarnings("resource") // the transport is of all of them
                AquaClient client = new AquaClient(transport, service, ONCE, time, time, new Redaction());
                cuts++;
                try {
                    Object value = use.value(client);
                    assertThat(at[0]).as(name).isEqualTo(answer.length);
                    assertThat(value).as(name).isEqualTo(right);
                    values++;
                } catch (CallFailedException | CorruptFileException e) {
                    assertThat(at[0] == answer.length && end == End.FIN)
                            .as("%s: %s, though the answer was whole", name, e.getMessage())
                            .isFalse();
                }
            }
            assertThat(server.requests()).as(name).hasSize(answer.length / STEP + 1);
        }
    }

    /** What the client hides from now on is the token that it has got. */
    private static String learned(AquaClient client) throws Exception {
        client.clockOffset();
        return client.withoutSecrets(TOKEN);
    }

    private static String file(JobReply job) {
        BatchReply batch = job.batches().get(0);
        return job.id() + " " + batch.files().get(0) + " " + batch.recordCount().orElseThrow();
    }

    private String verified(AquaClient client) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        CorruptFileException[] corrupt = {null};
        client.file("f1", served -> {
            try {
                return Verification.verify(
                        Container.GZIP, served.bytes(), content, Limits.DEFAULT, directory.resolve("spool"));
            } catch (CorruptFileException e) {
                corrupt[0] = e;
                return null;
            }
        });
        if (corrupt[0] != null) {
            throw corrupt[0];
        }
        return content.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] csv(int records) {
        Random seeded = new Random(7);
        StringBuilder csv = new StringBuilder("Id,Name\n");
        for (int i = 0; i < records; i++) {
            csv.append(i)
                    .append(',')
                    .append(Long.toString(seeded.nextLong(), 36))
                    .append('\n');
        }
        return bytes(csv.toString());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content);
        }
        return zipped.toByteArray();
    }
}
