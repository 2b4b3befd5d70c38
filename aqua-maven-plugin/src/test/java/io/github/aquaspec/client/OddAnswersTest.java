package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.JOB;
import static io.github.aquaspec.client.ServedClient.JOB_ID;
import static io.github.aquaspec.client.ServedClient.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers beyond all bounds, and such as could be read in two ways. */
class OddAnswersTest {

    private static final int MIB = 1 << 20;

    @Test
    void reads_anAnswer_upToEightMiB_andRefusesALargerOne() throws Exception {
        try (ServedClient served = new ServedClient(
                ServedClient.BASIC,
                (request, number) -> Reply.of(Framing.CHUNKED.json(200, sized(8 * MIB + (number == 0 ? 0 : 1)))))) {
            assertThat(served.client.job("a").id()).isEqualTo(JOB_ID);

            CallFailure failure = failure(() -> served.client.job("a"));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_AQUA);
            assertThat(failure.message()).isEqualTo("the answer is over 8 MiB; no answer of AQuA is");
        }
    }

    @Test
    void refuses_jsonThatIsNestedTooDeep() throws Exception {
        assertThat(kind("{\"id\":\"a\",\"status\":\"x\",\"y\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEqualTo(Kind.NOT_AQUA);
        assertThat(kind("{\"id\":\"a\",\"status\":\"x\",\"y\":" + "[".repeat(100_000)))
                .isEqualTo(Kind.NOT_AQUA);
    }

    @Test
    void refuses_aNumberWithoutEnd() throws Exception {
        assertThat(kind("{\"id\":\"a\",\"status\":\"x\",\"y\":" + "9".repeat(1000) + "}"))
                .isEqualTo(Kind.NOT_AQUA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"id\":\"b\",\"status\":\"completed\"}",
                "{\"id\":\"a\",\"status\":\"completed\",\"status\":\"aborted\"}",
                "{\"id\":\"a\",\"status\":\"completed\",\"batches\":[{\"fileId\":\"f\",\"fileId\":\"g\"}]}"
            })
    void refuses_anAnswer_thatSaysWhatARunReliesOnTwice(String twice) throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, twice))) {
            CallFailure failure = failure(() -> served.client.job("a"));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_AQUA);
            assertThat(failure.message()).contains("twice in one object");
        }
    }

    @Test
    void passesOver_whatItDoesNotKnow_evenTwice() throws Exception {
        String job = "{\"id\":\"a\",\"status\":\"completed\",\"x\":1,\"x\":{\"id\":5},\"batches\":[{\"batchId\":\"b\"},"
                + "{\"batchId\":\"c\"}]}";
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, job))) {
            assertThat(served.client.job("a").batches()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "]"})
    void refuses_anAnswer_thatGoesOnAfterItsEnd(String more) throws Exception {
        assertThat(kind(JOB + more)).isEqualTo(Kind.NOT_AQUA);
    }

    @Test
    void takes_whiteSpaceAfterTheEnd() throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, JOB + "\r\n"))) {
            assertThat(served.client.job("a").id()).isEqualTo(JOB_ID);
        }
    }

    @Test
    void ignores_whatFollowsTheAnnouncedLength() throws Exception {
        byte[] answer = Framing.LENGTH.json(200, JOB);
        byte[] more = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil".getBytes(StandardCharsets.US_ASCII);
        byte[] both = java.util.Arrays.copyOf(answer, answer.length + more.length);
        System.arraycopy(more, 0, both, answer.length, more.length);
        try (ServedClient served = ServedClient.always(both)) {
            assertThat(served.client.job("a").id()).isEqualTo(JOB_ID);
            assertThat(served.client.job("a").id())
                    .as("or a failure; never what was pushed at us")
                    .isEqualTo(JOB_ID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate, gzip"})
    void refuses_aFile_thatComesInAnEncodingNobodyAskedFor(String encoding) throws Exception {
        try (ServedClient served = ServedClient.always(
                Framing.LENGTH.answer(200, List.of("Content-Encoding: " + encoding), new byte[] {1, 2, 3}))) {
            CallFailure failure = failure(() -> served.client.file("f", in -> {
                throw new AssertionError("not one byte is handed on");
            }));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_AQUA);
            assertThat(failure.message()).isEqualTo("Content-Encoding: " + encoding + ", which was not asked for");
            assertThat(served.server.requests())
                    .allMatch(r -> r.header("Accept-Encoding").equals("identity"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 204, 206})
    void refuses_aFile_thatIsNotAnnouncedAsAWholeOne(int status) throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.answer(
                status, List.of("Content-Range: bytes 0-2/9"), status == 204 ? new byte[0] : new byte[] {1, 2, 3}))) {
            CallFailure failure = failure(() -> served.client.file("f", in -> {
                throw new AssertionError("not one byte is handed on");
            }));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_AQUA);
            assertThat(failure.message()).isEqualTo("status " + status + " announces something else than a whole file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", ""})
    void takes_aFile_thatComesAsItIs(String encoding) throws Exception {
        try (ServedClient served = ServedClient.always(
                Framing.LENGTH.answer(200, headersOfAFile("Content-Encoding: " + encoding), new byte[] {1, 2, 3}))) {
            byte[] file = served.client.file("f", in -> in.bytes().readAllBytes());

            assertThat(file).containsExactly(1, 2, 3);
        }
    }

    @Test
    void goesByTheStatus_whenTheWordsOfARefusalBreakOff() throws Exception {
        byte[] refusal = Framing.LENGTH.json(404, "{\"message\":\"gone\"}");
        try (ServedClient served = new ServedClient(
                ServedClient.BASIC,
                (request, number) ->
                        Reply.cut(refusal, refusal.length - 5, io.github.aquaspec.http.RawServer.End.FIN))) {
            assertThat(failure(() -> served.client.job("a")).kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    /** With those that a file may have as well, and nothing hangs on. */
    private static List<String> headersOfAFile(String encoding) {
        return List.of(
                encoding,
                "ETag: \"another\"",
                "Last-Modified: Sun, 22 Nov 2026 02:00:00 GMT",
                "Content-Disposition: attachment; filename=../other.csv",
                "Accept-Ranges: bytes",
                "Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==",
                "X-RateLimit-Limit-minute: 1",
                "X-RateLimit-Remaining-minute: 0");
    }

    private static Kind kind(String answer) throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(200, answer))) {
            return failure(() -> served.client.job("a")).kind();
        }
    }

    private static String sized(int bytes) {
        return JOB + " ".repeat(bytes - JOB.length());
    }
}
