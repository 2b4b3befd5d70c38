package io.github.aquaspec.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.http.Credential;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.setting.Setting;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

    private static final MovableClock CLOCK = new MovableClock("2026-11-22T10:00:00Z");

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start(
                EmulatorConfig.defaults().withClock(CLOCK).withCredentials(new Credential("id", "secret")));
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void reset() throws Exception {
        assertThat(send("POST", "/emulator/reset", "{\"keep\": [\"records\"]}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void settingsAreShown_set_andTakenBack() throws Exception {
        assertThat(setting(ok("GET", "/emulator/settings", "").path("settings"), "segmentRecords"))
                .isEqualTo("500000");
        JsonNode set = ok("POST", "/emulator/settings", "{\"segmentRecords\": 100, \"segmentation\": true}");
        assertThat(setting(set.path("settings"), "segmentRecords")).isEqualTo("100");
        assertThat(emulator.settings().get(Setting.SEGMENT_RECORDS)).isEqualTo(100);
        assertThat(emulator.settings().get(Setting.SEGMENTATION)).isTrue();
        ok("DELETE", "/emulator/settings", "");
        assertThat(emulator.settings().get(Setting.SEGMENT_RECORDS)).isEqualTo(500_000);
    }

    @Test
    void theClockIsShown_advanced_moved_andTakenBack() throws Exception {
        assertThat(ok("GET", "/emulator/clock", "").toString())
                .isEqualTo("{\"now\":\"2026-11-22T10:00:00Z\",\"ahead\":\"PT0S\"}");
        ok("POST", "/emulator/clock", "{\"advance\": \"PT24H\"}");
        assertThat(emulator.clock().instant()).isEqualTo("2026-11-23T10:00:00Z");
        JsonNode moved = ok("POST", "/emulator/clock", "{\"now\": \"2027-01-01T00:00:00Z\"}");
        assertThat(moved.path("now").asText()).isEqualTo("2027-01-01T00:00:00Z");
        ok("DELETE", "/emulator/clock", "");
        assertThat(emulator.clock().ahead()).isZero();
    }

    @Test
    void recordsAreInserted_found_changed_andDeleted() throws Exception {
        JsonNode ids = ok("POST", "/emulator/records/Product", "{\"Name\": \"Smith & Co\", \"SKU\": \"S-1\"}");
        String id = ids.at("/ids/0").asText();
        String one = "/emulator/records/Product/" + id;
        assertThat(ok("GET", one, "").path("Name").asText()).isEqualTo("Smith & Co");
        assertThat(ok("GET", "/emulator/records/product?Name=Smith%20%26%20Co", "")
                        .path("records"))
                .hasSize(1);
        ok("PATCH", one, "{\"Name\": \"Smith\"}");
        assertThat(ok("GET", one, "").path("Name").asText()).isEqualTo("Smith");
        assertThat(client.rows("select Name from Product where SKU = 'S-1'"))
                .hasSize(2)
                .last()
                .isEqualTo(List.of("Smith"));
        assertThat(ok("PUT", one, "{\"Name\": \"Smith\"}").path("outcome").asText())
                .isEqualTo("unchanged");
        assertThat(ok("DELETE", one, "").path("outcome").asText()).isEqualTo("deleted");
        assertThat(ok("DELETE", one, "").path("outcome").asText()).isEqualTo("unchanged");
        assertThat(ok("GET", one, "").has("deletedAt")).isTrue();
        assertThat(client.rows("select Name from Product where SKU = 'S-1'")).hasSize(1);
    }

    @Test
    void aListOfRecordsIsInsertedAtOnce() throws Exception {
        JsonNode ids = ok(
                "POST", "/emulator/records/Product", "[{\"Name\": \"A\"}, {\"Name\": \"B\", \"Description\": null}]");
        assertThat(ids.path("ids")).hasSize(2);
        assertThat(ok("GET", "/emulator/records/Product?limit=1", "").path("records"))
                .hasSize(1);
    }

    @Test
    void fails_whenARecordOfAListIsRefused_andSaysHowManyStay() throws Exception {
        HttpResponse<byte[]> refused =
                send("POST", "/emulator/records/Product", "[{\"Name\": \"Stays\"}, {\"Nam\": \"x\"}]");
        assertThat(PlainClient.json(refused).path("error").asText())
                .startsWith("record 2 of 2: Product has no field Nam")
                .endsWith("; the 1 before it are inserted and stay");
        assertThat(ok("GET", "/emulator/records/Product?Name=Stays", "").path("records"))
                .hasSize(1);
    }

    @Test
    void jobsAreListed_withTheSqlBehindTheirFiles() throws Exception {
        JsonNode job = client.await(client.submitQuery("select Id from Account where Balance > 10"));
        assertThat(ok("GET", "/emulator/jobs", "").path("jobs")).hasSize(1);
        JsonNode shown = ok("GET", "/emulator/jobs/" + job.path("id").asText(), "");
        assertThat(shown.path("status").asText()).isEqualTo("completed");
        assertThat(shown.at("/statements/0/sql").asText()).contains("SELECT", "\"Account\"");
        assertThat(shown.at("/statements/0/batchId")).isEqualTo(job.at("/batches/0/batchId"));
        assertThat(shown.at("/statements/0/parameters/0").asText()).isEqualTo("10");
    }

    @Test
    void calloutsAreListed() throws Exception {
        client.await(client.submitQuery(
                "select Id from Product", "\"notifyUrl\":\"https://example.com/?job=${JOBID}&s=${STATUS}\""));
        // The call follows the job on another thread.
        JsonNode calls = ok("GET", "/emulator/callouts", "");
        for (int i = 0; i < 20_000 && calls.path("callouts").isEmpty(); i++) {
            calls = ok("GET", "/emulator/callouts", "");
        }
        assertThat(calls.at("/callouts/0/url").asText()).endsWith("&s=Completed");
        assertThat(calls.at("/callouts/0/outcome").asText()).startsWith("not called");
    }

    @Test
    void aResetTakesEverythingBack() throws Exception {
        changeEverything();
        ok("POST", "/emulator/reset", "");
        assertThat(emulator.settings().get(Setting.SEGMENT_RECORDS)).isEqualTo(500_000);
        assertThat(emulator.clock().ahead()).isZero();
        assertThat(emulator.requests()).isEmpty();
        assertThat(ok("GET", "/emulator/scenarios", "").path("scenarios")).isEmpty();
        assertThat(ok("GET", "/emulator/jobs", "").path("jobs")).isEmpty();
        assertThat(ok("GET", "/emulator/records/Product?Name=Extra", "").path("records"))
                .isEmpty();
    }

    @Test
    void aResetKeepsWhatItIsTold() throws Exception {
        changeEverything();
        ok("POST", "/emulator/reset", "{\"keep\": [\"clock\", \"records\"]}");
        assertThat(emulator.settings().get(Setting.SEGMENT_RECORDS)).isEqualTo(500_000);
        assertThat(emulator.clock().ahead()).isEqualTo(Duration.ofHours(1));
        assertThat(ok("GET", "/emulator/records/Product?Name=Extra", "").path("records"))
                .hasSize(1);
    }

    @Test
    void anAnswerKeptUnderAKeyGoesWithTheJobs() throws Exception {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + client.token(), "Idempotency-Key", "k");
        String body = PlainClient.job(List.of("select Id from Product"));
        JsonNode first = PlainClient.json(client.send("POST", "/v1/batch-query/", body, headers));
        ok("POST", "/emulator/reset", "{\"keep\": [\"jobs\", \"records\"]}");
        assertThat(PlainClient.json(client.send("POST", "/v1/batch-query/", body, headers)))
                .isEqualTo(first);
        ok("POST", "/emulator/reset", "{\"keep\": [\"records\"]}");
        assertThat(PlainClient.json(client.send("POST", "/v1/batch-query/", body, headers)))
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | /emulator/settings          | {"segmentRecord": 1}       | 400 | there is no setting "segmentRecord"; there are
            POST   | /emulator/settings          | {"segmentRecords": 0}      | 400 | segmentRecords is a number from 1, not "0"
            POST   | /emulator/settings          | {"segmentRecords": [1]}    | 400 | segmentRecords is a text, a number, true or false
            POST   | /emulator/settings          | {}                         | 400 | nothing is to be set; write it like
            POST   | /emulator/settings          | [1]                        | 400 | the body is an object, such as {"segmentRecords": 100}
            POST   | /emulator/settings          | segmentRecords=1           | 400 | the body is no JSON
            POST   | /emulator/settings          | ``                         | 400 | the body is missing; it is written like
            POST   | /emulator/clock             | {"advance": "a day"}       | 400 | the clock is moved by {"advance": "PT24H"} or
            POST   | /emulator/clock             | {"advance": 5}             | 400 | the clock is moved by
            POST   | /emulator/clock             | {"now": "tomorrow"}        | 400 | the clock is moved by
            POST   | /emulator/clock             | {"advance": "PT9999999999999H"} | 400 | the clock is moved by
            POST   | /emulator/clock             | {"advance": "PT1H", "now": "2026-11-22T10:00:00Z"} | 400 | the clock is moved by
            POST   | /emulator/records/Acount    | {}                         | 404 | there is no object Acount
            GET    | /emulator/records/Xyzzyqqq  | ``                         | 404 | there is no object Xyzzyqqq; there are Account
            POST   | /emulator/records/Account   | {"Xyzzyqqq": 1}            | 400 | Account has no field Xyzzyqqq; there are Id
            POST   | /emulator/records/Account   | [{"Nam": "x"}, {}]         | 400 | record 1 of 2: Account has no field Nam; did you mean Name?; none is inserted
            POST   | /emulator/settings          | {"zipEntry": ""}           | 400 | zipEntry is the name of an entry, not ""
            POST   | /emulator/settings          | {"pgpKey": "/no/key.asc"}  | 400 | pgpKey is the path of a file that can be read, or empty, not "/no/key.asc"
            POST   | /emulator/records/Account   | {"Nam": "x"}               | 400 | Account has no field Nam
            POST   | /emulator/records/Account   | {"Name": {"a": 1}}         | 400 | Name is a text, a number, true, false or null
            POST   | /emulator/records/Account   | "x"                        | 400 | the body is a record, such as
            POST   | /emulator/records/Account   | [{"Name": "x"}, 7]         | 400 | a record is an object, such as
            PATCH  | /emulator/records/Account/x | {"Name": "x"}              | 404 | there is no Account with the id "x"; PUT inserts it
            DELETE | /emulator/records/Account/x | ``                         | 404 | there is no Account with the id "x"; PUT inserts it
            GET    | /emulator/records/Account/x | ``                         | 404 | there is no Account with the id "x"
            GET    | /emulator/records/Account?limit=0 | ``                   | 400 | limit is a number from 1 to 999999, not "0"
            GET    | /emulator/jobs/none         | ``                         | 404 | there is no job none; /emulator/jobs lists all
            POST   | /emulator/reset             | {"keep": ["time"]}         | 400 | what can be kept is scenarios, settings, jobs
            POST   | /emulator/reset             | {"except": []}             | 400 | a reset is written without a body, or like
            POST   | /emulator/scenarios         | {"scenario": "dropBatches"} | 400 | no scenario is named "dropBatches"; there are respond
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 99} | 400 | status is an HTTP status from 200 to 599, not 99
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 204, "body": "x"} | 400 | an answer with status 204 has no body
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 503, "headers": {"a\\nb": "x"}} | 400 | the name of a header has letters, digits and dashes
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 503, "headers": {"a b": "x"}} | 400 | the name of a header has letters, digits and dashes
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 503, "headers": {"a": "x\\r\\ny: z"}} | 400 | the header a has a value of one line
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 503, "headers": {"content-length": "5"}} | 400 | content-length follows from the body; the scenarios wrongLength
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 503, "headers": {"Transfer-Encoding": "chunked"}} | 400 | Transfer-Encoding follows from the body
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 503, "headers": []} | 400 | headers is an object, such as
            POST   | /emulator/scenarios         | {"scenario": "respond", "status": 503, "headers": {"a": [1]}} | 400 | headers.a is text or a number, not [1]
            POST   | /emulator/scenarios         | {"scenario": "changeHeader", "name": "a b", "value": "x"} | 400 | the name of a header has letters
            POST   | /emulator/scenarios         | {"scenario": "hangUp", "method": "FETCH"} | 400 | method is one of *, GET, HEAD, POST
            POST   | /emulator/scenarios         | {"scenario": "hangUp", "path": "/v2/"} | 400 | path is the start of a path below /v1/ or /oauth/, such as
            POST   | /emulator/scenarios         | {"scenario": "hangUp", "path": "/emulator/health"} | 400 | path is the start of a path below /v1/
            POST   | /emulator/scenarios         | {"scenario": "hangUp", "path": "files"} | 400 | path is the start of a path below /v1/
            POST   | /emulator/scenarios         | {"scenario": "hangUp", "path": ""} | 400 | path is the start of a path below /v1/
            POST   | /emulator/scenarios         | {"scenario": "hangUp", "path": "/apps/api/file/"} | 400 | path is in its plain spelling, which all others count as: /v1/ in place of /apps/api/
            POST   | /emulator/scenarios         | {"scenario": "hangUp", "path": "/v1/file/1"} | 400 | path is in its plain spelling, which all others count as: /v1/files/ in place of /v1/file/
            POST   | /emulator/scenarios         | {"scenario": "dropBatch", "index": -1} | 400 | index is 0, the first batch, or more, not -1
            POST   | /emulator/scenarios         | {"scenario": "truncateFile", "bytes": -5} | 400 | bytes is 0 or more, not -5
            POST   | /emulator/scenarios         | {"scenario": "stallBody", "bytes": -5} | 400 | bytes is 0 or more, not -5
            POST   | /emulator/scenarios         | {"scenario": "wrongLength", "delta": -3000000000} | 400 | delta is a number of bytes, at most 2 GiB
            POST   | /emulator/scenarios         | {"scenario": "jobStatus", "status": ""} | 400 | status is a word, such as aborted, not empty
            PUT    | /emulator/settings          | {}                         | 405 | /emulator/settings takes GET, HEAD, POST, DELETE, not PUT
            GET    | /emulator/setting           | ``                         | 404 | nothing is at /emulator/setting; there are /emulator/health
            GET    | /emulator                   | ``                         | 404 | nothing is at /emulator; there are
            """)
    void fails_whenAWishCannotBeGranted_andSaysWhatWouldBeRight(
            String method, String path, String body, int status, String error) throws Exception {
        HttpResponse<byte[]> refused = send(method, path, body);
        assertThat(PlainClient.json(refused).path("error").asText()).startsWith(error);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(PlainClient.json(refused).size()).isEqualTo(1);
    }

    @Test
    void fails_whenABodyIsTooLong_andSaysTheLimit() throws Exception {
        String description = "x".repeat(16 * 1024 * 1024);
        HttpResponse<byte[]> refused =
                send("POST", "/emulator/records/Product", "{\"Description\": \"" + description + "\"}");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(PlainClient.json(refused).path("error").asText())
                .isEqualTo(
                        "a body has at most 16777216 bytes (16 MiB), unzipped too; send long lists of records in parts");
        HttpResponse<byte[]> job = client.send("POST", "/v1/batch-query", description + "{", Map.of());
        assertThat(job.statusCode()).isEqualTo(413);
        assertThat(PlainClient.json(job).path("code").asInt()).isEqualTo(50000090);
        assertThat(job.headers().firstValue("Zuora-Request-Id")).isPresent();
    }

    @Test
    void fails_whenABodyIsNotWhatItsEncodingSays() throws Exception {
        HttpResponse<byte[]> refused = client.send("POST", "/emulator/clock", "{}", Map.of("Content-Encoding", "gzip"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(PlainClient.json(refused).path("error").asText()).endsWith("send it plain");
    }

    @Test
    void nothingGoesWrongHere_andNothingIsLogged() throws Exception {
        emulator.misbehave(new Scenario.Respond(503, "busy"));
        ok("GET", "/emulator/health", "");
        assertThat(emulator.requests()).isEmpty();
    }

    private void changeEverything() throws Exception {
        client.await(client.submitQuery("select Id from Product"));
        ok("POST", "/emulator/records/Product", "{\"Name\": \"Extra\"}");
        ok("POST", "/emulator/settings", "{\"segmentRecords\": 100}");
        ok("POST", "/emulator/clock", "{\"advance\": \"PT1H\"}");
        ok("POST", "/emulator/scenarios", "{\"scenario\": \"dropBatch\", \"index\": 0}");
    }

    private static String setting(JsonNode settings, String name) {
        for (JsonNode setting : settings) {
            if (setting.path("name").asText().equals(name)) {
                return setting.path("value").asText();
            }
        }
        throw new AssertionError("not shown: " + name);
    }

    private static JsonNode ok(String method, String path, String body) throws Exception {
        HttpResponse<byte[]> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return PlainClient.json(answer);
    }

    private static HttpResponse<byte[]> send(String method, String path, String body) throws Exception {
        return client.send(method, path, body, Map.of());
    }
}
