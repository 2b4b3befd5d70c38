package io.github.aquaspec.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings, methods, encodings: what holds for every route. */
class WireTest {

    private static final Map<String, String> BASIC = Map.of("Authorization", "Basic aWQ6c2VjcmV0");

    private static AquaEmulator emulator;
    private static PlainClient client;
    private static JsonNode job;

    @BeforeAll
    static void start() throws Exception {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
        job = client.await(client.submitQuery("select Id, Name from Account"));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void asBefore() {
        emulator.settings().reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/batch-query",
                "/v1/batch-query/",
                "/v1//batch-query//",
                "/apps/api/batch-query/",
                "/apps/api/batch-query"
            })
    void aJobCanBeSubmittedInEverySpelling(String path) throws Exception {
        HttpResponse<byte[]> answer =
                client.send("POST", path, PlainClient.job(List.of("select Id from Product")), BASIC);
        assertThat(PlainClient.json(answer).path("status").asText()).isEqualTo("submitted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/batch-query/jobs/%s",
                "/v1/batch-query/jobs/%s/",
                "/v1/batch-query//jobs/%s",
                "/v1//batch-query/jobs//%s",
                "/apps/api/batch-query/jobs/%s"
            })
    void aJobCanBeAskedForInEverySpelling(String path) throws Exception {
        JsonNode answer = PlainClient.json(
                client.send("GET", path.formatted(job.path("id").asText()), "", BASIC));
        assertThat(answer.path("id")).isEqualTo(job.path("id"));
        assertThat(answer.path("status").asText()).isEqualTo("completed");
    }

    /** The JDK's own server refuses it where it is new enough: that of 21.0.13 does, those of 17.0.15 and 25.0.3 do not. */
    @Test
    void aPathMayBeginWithTwoSlashes_whereTheServerOfTheJdkTakesIt() throws Exception {
        String path = "//v1/batch-query/jobs/" + job.path("id").asText();
        HttpResponse<byte[]> answer = client.send("GET", path, "", BASIC);
        if (answer.statusCode() == 400) {
            assertThat(emulator.requests()).extracting(RecordedRequest::path).doesNotContain(path);
        } else {
            assertThat(PlainClient.json(answer).path("id")).isEqualTo(job.path("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/files/",
                "/v1/file/",
                "/v1/batch-query/file/",
                "/apps/api/file/",
                "/apps/api/files/",
                "/apps/api/batch-query/file/",
                "/v1//file//",
                "/v1//files//"
            })
    void aFileIsTheSameAtEveryPath(String path) throws Exception {
        HttpResponse<byte[]> file = client.send("GET", path + file(), "", BASIC);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(new String(file.body(), UTF_8)).startsWith("Account: ID,");
        assertThat(file.body()).isEqualTo(client.get("/v1/files/" + file()).body());
    }

    @Test
    void aFileHasAStatus_whileItIsThere() throws Exception {
        JsonNode status = PlainClient.json(client.get("/v1/files/" + file() + "/status"));
        assertThat(status.toString()).isEqualTo("{\"success\":true,\"accessible\":true,\"status\":\"RESTORED\"}");
        assertThat(client.get("/v1/files/none/status").statusCode()).isEqualTo(404);
    }

    @Test
    void aTrackIdIsRepeated_unlessItIsNone() throws Exception {
        assertThat(trackId("x".repeat(64))).hasValue("x".repeat(64));
        for (String wrong : List.of("x".repeat(65), "a:b", "a;b", "a\"b", "a'b")) {
            assertThat(trackId(wrong)).as(wrong).isEmpty();
        }
    }

    private static Optional<String> trackId(String sent) throws Exception {
        return client.send("GET", "/v1/files/none", "", Map.of("Zuora-Track-Id", sent))
                .headers()
                .firstValue("Zuora-Track-Id");
    }

    @Test
    void anUnknownFileIsSaidInOneOfTwoShapes() throws Exception {
        JsonNode reasons = PlainClient.json(client.get("/v1/files/none"));
        assertThat(reasons.at("/reasons/0/code").asInt()).isEqualTo(50000040);
        emulator.settings().set(Setting.UNKNOWN_FILE_BODY, "systemError");
        HttpResponse<byte[]> other = client.get("/v1/files/none");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(PlainClient.json(other).at("/reasons/0/code").asText()).isEqualTo("SystemError");
        assertThat(PlainClient.json(other).has("success")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/batch-query/, POST",
        "GET, /v1/batch-query/, POST",
        "HEAD, /v1/batch-query/, POST",
        "POST, /v1/files/none, 'GET, HEAD'",
        "GET, /oauth/token, POST",
        "DELETE, /v1/describe, 'GET, HEAD'"
    })
    void fails_whenTheMethodIsWrong_andNamesTheRight(String method, String path, String allowed) throws Exception {
        HttpResponse<byte[]> answer = client.send(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        if (!method.equals("HEAD")) {
            assertThat(PlainClient.json(answer).at("/reasons/0/code").asInt()).isEqualTo(50000045);
        }
    }

    @Test
    void headIsTheHeadOfWhatGetBrings() throws Exception {
        HttpResponse<byte[]> whole = client.get("/v1/files/" + file());
        HttpResponse<byte[]> head = client.send("HEAD", "/v1/files/" + file(), "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(whole.headers().firstValue("Content-Length"))
                .isPresent();
        assertThat(client.get("/v1/files/" + file()).body())
                .as("the connection is still good")
                .isEqualTo(whole.body());
    }

    @Test
    void aTrackIdComesBack_andEveryAnswerHasAnIdOfItsOwn() throws Exception {
        HttpResponse<byte[]> tracked = client.send("GET", "/v1/files/none", "", Map.of("Zuora-Track-Id", "mine"));
        HttpResponse<byte[]> other = client.send("GET", "/v1/files/none", "", BASIC);
        assertThat(tracked.statusCode()).as("without credentials").isEqualTo(401);
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(tracked.headers().firstValue("Zuora-Track-Id")).hasValue("mine");
        assertThat(other.headers().firstValue("Zuora-Track-Id")).isEmpty();
        assertThat(tracked.headers().firstValue("Zuora-Request-Id"))
                .isPresent()
                .isNotEqualTo(other.headers().firstValue("Zuora-Request-Id"));
    }

    @Test
    void aLargeAnswerIsZippedOnTheWay_whenAsked() throws Exception {
        HttpResponse<byte[]> plain = client.get("/v1/files/" + file());
        HttpResponse<byte[]> zipped = asking("gzip", "/v1/files/" + file());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("Content-Length")).isPresent();
        assertThat(plain.headers().firstValue("Vary")).isEmpty();
        assertThat(zipped.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(zipped.headers().firstValue("Content-Length")).isEmpty();
        assertThat(zipped.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip;q=0.0", "br", "x-gzip-not"})
    void nothingIsZipped_whenNotAsked(String accepted) throws Exception {
        assertThat(asking(accepted, "/v1/files/" + file()).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate, gzip", "GZIP", "gzip;q=0.5, identity;q=0.1"})
    void askingHasManySpellings(String accepted) throws Exception {
        assertThat(asking(accepted, "/v1/files/" + file()).headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void smallAnswers_andContainers_areNotZippedAgain() throws Exception {
        JsonNode gzip = client.await(client.submitQuery("select * from Account", "\"format\":\"gzip\""));
        String id = gzip.at("/batches/0/fileId").asText();
        assertThat(asking("gzip", "/v1/files/" + id).headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(asking("gzip", "/v1/files/none").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(asking("gzip", "/v1/describe/Account").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void aRequestMayBeZipped() throws Exception {
        byte[] body = PlainClient.job(List.of("select Id from Product")).getBytes(UTF_8);
        assertThat(PlainClient.json(submit("gzip", zipped(body))).has("id")).isTrue();
        assertThat(submit("gzip", body).statusCode()).as("not what it says").isEqualTo(400);
        assertThat(submit("br", body).statusCode()).as("not known").isEqualTo(400);
        assertThat(submit("gzip", zipped(new byte[17 * 1024 * 1024])).statusCode())
                .as("a small request that becomes a large one")
                .isEqualTo(400);
    }

    @Test
    void statusesOfBadBodiesCanBeSet() throws Exception {
        assertThat(client.send("POST", "/v1/batch-query/", "no json").statusCode())
                .isEqualTo(400);
        assertThat(client.send("POST", "/v1/batch-query/", "{\"format\":\"json\"}")
                        .statusCode())
                .isEqualTo(200);
        emulator.settings().set(Setting.MALFORMED_STATUS, 200);
        emulator.settings().set(Setting.BAD_VALUE_STATUS, 400);
        assertThat(client.send("POST", "/v1/batch-query/", "no json").statusCode())
                .isEqualTo(200);
        assertThat(client.send("POST", "/v1/batch-query/", "{\"format\":\"json\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fails_whenAFileIsLargerThanCanBeDownloaded() throws Exception {
        int size = client.get("/v1/files/" + file()).body().length;
        emulator.settings().set(Setting.MAX_FILE_BYTES, size - 1);
        HttpResponse<byte[]> refused = client.get("/v1/files/" + file());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), UTF_8))
                .contains("<security:max-object-size>2047MB</security:max-object-size>");
        emulator.settings().set(Setting.MAX_FILE_BYTES, size);
        assertThat(client.get("/v1/files/" + file()).statusCode()).isEqualTo(200);
    }

    private static String file() {
        return job.at("/batches/0/fileId").asText();
    }

    private static HttpResponse<byte[]> asking(String encoding, String path) throws Exception {
        return client.send("GET", path, "", Map.of("Authorization", "Basic aWQ6c2VjcmV0", "Accept-Encoding", encoding));
    }

    private static HttpResponse<byte[]> submit(String encoding, byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(emulator.url() + "/v1/batch-query/"))
                                .header("Authorization", "Basic aWQ6c2VjcmV0")
                                .header("Content-Encoding", encoding)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] unzipped(byte[] zipped) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
    }
}
