package io.github.aquaspec.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.scenario.FileEdit;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Troubles in the content of files, in what is told of jobs, and on the way. */
class TroubleTest {

    private static final String QUERY = "select Id, Name from Product order by Id";
    private static final String STATEFUL = "\"version\":\"1.1\",\"partner\":\"p\",\"project\":\"%s\"";

    private static AquaEmulator emulator;
    private static PlainClient client;
    private static JsonNode csv;
    private static String whole;

    @BeforeAll
    static void start() throws Exception {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
        csv = client.await(client.submitQuery(QUERY));
        whole = text(client.file(csv, 0));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void behave() {
        emulator.behave();
        emulator.settings().reset();
    }

    @ParameterizedTest
    @EnumSource(FileEdit.class)
    void everyEditChangesTheFile_andEndsWithTheScenario(FileEdit edit) throws Exception {
        emulator.misbehave(new Scenario.EditFile(edit, 1), Occasion.DOWNLOADS.next(1));
        assertThat(client.file(csv, 0).body()).isNotEqualTo(whole.getBytes(UTF_8));
        assertThat(text(client.file(csv, 0))).isEqualTo(whole);
    }

    @Test
    void recordsChangeAsSaid() throws Exception {
        List<String> lines = whole.lines().toList();
        String second = lines.get(2);
        assertThat(edited(FileEdit.NUL_BYTE, 2)).contains(second.replaceFirst(",", "\0,"));
        assertThat(edited(FileEdit.EXTRA_CELL, 2)).contains("\n" + second + ",x\n");
        assertThat(edited(FileEdit.MISSING_CELL, 2)).contains("\n" + second.substring(0, second.indexOf(',')) + "\n");
        assertThat(edited(FileEdit.OPEN_QUOTE, 2)).contains("\n\"" + second + "\n");
        assertThat(edited(FileEdit.DROP_RECORD, 2)).isEqualTo(whole.replace(second + "\n", ""));
        assertThat(edited(FileEdit.REPEAT_RECORD, 2)).contains(second + "\n" + second + "\n");
        assertThat(edited(FileEdit.RENAME_COLUMN, 0)).startsWith(lines.get(0).replaceFirst(",", "X,"));
        assertThat(edited(FileEdit.NO_FINAL_NEWLINE, 0) + "\n").isEqualTo(whole);
        assertThat(edited(FileEdit.INVALID_UTF8, 2)).as("decoded").contains("\uFFFD");
    }

    @Test
    void columnsComeInTheOppositeOrder_inEveryRecord() throws Exception {
        List<List<String>> reversed = Csv.parse(edited(FileEdit.REVERSE_COLUMNS, 0));
        List<List<String>> expected = new ArrayList<>();
        for (List<String> row : Csv.parse(whole)) {
            List<String> copy = new ArrayList<>(row);
            Collections.reverse(copy);
            expected.add(copy);
        }
        assertThat(reversed).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zip"})
    void theContainerStaysSound_whenARecordIsChanged(String format) throws Exception {
        JsonNode job = client.await(
                client.submitQuery("select Id, Notes, Name from Account order by Id", "\"format\":\"" + format + '"'));
        String before = unpacked(client.file(job, 0).body());
        emulator.misbehave(new Scenario.EditFile(FileEdit.DROP_RECORD, 3));
        List<List<String>> after = Csv.parse(unpacked(client.file(job, 0).body()));
        List<List<String>> expected = new ArrayList<>(Csv.parse(before));
        expected.remove(3);
        assertThat(after).as("quotes and line breaks are no ends of records").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"/batches/0/full, false", "/incrementalTime, 1", "/project, '\"lower\"'", "/batches/*/status, '\"odd\"'"
    })
    void aMemberOfAnAnswerCanBeAnother(String pointer, String value) throws Exception {
        emulator.misbehave(new Scenario.EditAnswer(pointer, Optional.of(value)));
        assertThat(client.poll(csv).at(pointer.replace("*", "0")).toString()).isEqualTo(value);
    }

    @Test
    void aMemberOfAnAnswerCanBeMissing() throws Exception {
        assertThat(client.poll(csv).at("/batches/0").has("fileId")).isTrue();
        emulator.misbehave(new Scenario.EditAnswer("/batches/0/fileId", Optional.empty()));
        JsonNode job = client.poll(csv);
        assertThat(job.at("/batches/0").has("fileId")).isFalse();
        assertThat(job.path("status").asText()).isEqualTo("completed");
    }

    @Test
    void batchesCanComeTwice_orInAnotherPlace() throws Exception {
        JsonNode batch = client.poll(csv).at("/batches/0");
        emulator.misbehave(new Scenario.EditAnswer("/batches/1", Optional.of(batch.toString())));
        assertThat(client.poll(csv).path("batches")).hasSize(2);
    }

    @Test
    void eachBatchCanNameTheFileOfAnother() throws Exception {
        JsonNode two = client.await(client.submit(PlainClient.job(List.of(QUERY, "select Id from Account"))));
        emulator.misbehave(new Scenario.SwapFiles());
        JsonNode swapped = client.poll(two);
        assertThat(swapped.at("/batches/0/fileId")).isEqualTo(two.at("/batches/1/fileId"));
        assertThat(swapped.at("/batches/1/fileId")).isEqualTo(two.at("/batches/0/fileId"));
    }

    @Test
    void segmentsCanBeMissing_inAnotherOrder_orTwice() throws Exception {
        emulator.settings().set(Setting.SEGMENTATION, true);
        emulator.settings().set(Setting.SEGMENT_RECORDS, 100);
        JsonNode job = client.await(client.submitQuery("select Id from Account", STATEFUL.formatted("segments")));
        List<String> truth = texts(job.at("/batches/0/segments"));
        assertThat(truth).hasSize(3);
        assertThat(segments(job, Scenario.EditSegments.Change.DROP_LAST)).isEqualTo(truth.subList(0, 2));
        assertThat(segments(job, Scenario.EditSegments.Change.REVERSE))
                .isEqualTo(List.of(truth.get(2), truth.get(1), truth.get(0)));
        assertThat(segments(job, Scenario.EditSegments.Change.REPEAT_FIRST))
                .isEqualTo(List.of(truth.get(0), truth.get(0), truth.get(1), truth.get(2)));
    }

    @Test
    void noLengthNeedBeAnnounced() throws Exception {
        assertThat(client.file(csv, 0).headers().firstValue("Content-Length")).isPresent();
        emulator.misbehave(new Scenario.OmitLength());
        HttpResponse<byte[]> file = client.file(csv, 0);
        assertThat(file.headers().firstValue("Content-Length")).isEmpty();
        assertThat(text(file)).isEqualTo(whole);
    }

    @Test
    void theLengthCanLie() throws Exception {
        emulator.misbehave(new Scenario.WrongLength(-5), Occasion.DOWNLOADS.next(1));
        byte[] all = whole.getBytes(UTF_8);
        assertThat(client.file(csv, 0).body()).isEqualTo(Arrays.copyOf(all, all.length - 5));
        emulator.misbehave(new Scenario.WrongLength(5), Occasion.DOWNLOADS.next(1));
        assertThatThrownBy(() -> client.file(csv, 0)).isInstanceOf(IOException.class);
        assertThat(text(client.file(csv, 0))).isEqualTo(whole);
    }

    @Test
    void aZippedTransferCanBreakOff() throws Exception {
        JsonNode large = client.await(client.submitQuery("select * from Account"));
        emulator.misbehave(new Scenario.TruncateFile(500, false), Occasion.DOWNLOADS.next(1));
        String path = "/v1/files/" + large.at("/batches/0/fileId").asText();
        Map<String, String> zipped = Map.of("Authorization", "Bearer " + client.token(), "Accept-Encoding", "gzip");
        assertThatThrownBy(() -> client.send("GET", path, "", zipped)).isInstanceOf(IOException.class);
        assertThat(client.send("GET", path, "", zipped).headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void aBodyCanDrip_andIsWholeInTheEnd() throws Exception {
        emulator.misbehave(new Scenario.SlowBody(100_000));
        assertThat(text(client.file(csv, 0))).isEqualTo(whole);
    }

    @Test
    void aBodyCanStandStill_untilScenariosAreTakenBack() throws Exception {
        emulator.misbehave(new Scenario.StallBody(10));
        long before = emulator.requests().size();
        CompletableFuture<String> file = CompletableFuture.supplyAsync(() -> {
            try {
                return text(client.file(csv, 0));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (emulator.requests().size() == before && !file.isDone()) {
            // The request is on its way.
            Thread.onSpinWait();
        }
        assertThat(file).isNotDone();
        while (!file.isDone()) {
            // Whether it stands already or not: taken back, it goes on.
            emulator.behave();
        }
        assertThat(file.get()).isEqualTo(whole);
    }

    @Test
    void aStalledBodyDoesNotKeepTheEmulatorFromClosing() throws Exception {
        AquaEmulator other = AquaEmulator.start();
        PlainClient its = new PlainClient(other.url());
        JsonNode job = its.await(its.submitQuery(QUERY));
        other.misbehave(new Scenario.StallBody(0));
        CompletableFuture<Integer> file = CompletableFuture.supplyAsync(() -> {
            try {
                return its.file(job, 0).body().length;
            } catch (IOException | InterruptedException e) {
                return -1;
            }
        });
        other.close();
        assertThat(file.get()).isEqualTo(-1);
    }

    @Test
    void aHeaderCanBeAnother_orMissing() throws Exception {
        emulator.misbehave(
                new Scenario.ChangeHeader("content-type", Optional.of("text/html")), Occasion.DOWNLOADS.next(1));
        assertThat(client.file(csv, 0).headers().firstValue("Content-Type")).hasValue("text/html");
        emulator.misbehave(new Scenario.ChangeHeader("Content-Type", Optional.empty()), Occasion.DOWNLOADS.next(1));
        assertThat(client.file(csv, 0).headers().firstValue("Content-Type")).isEmpty();
        assertThat(client.file(csv, 0).headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"scenario": "editFile", "edit": "nul"}                  | edit is nulByte, invalidUtf8, extraCell
            {"scenario": "editFile", "edit": "nulByte", "record": -1} | a record is 0, the header, or more, not -1
            {"scenario": "editSegments", "change": "lose"}           | change is dropLast, reverse or repeatFirst
            {"scenario": "editAnswer", "pointer": "full"}            | a pointer begins with a slash
            {"scenario": "slowBody", "bytesPerSecond": 0}            | bytesPerSecond is at least 1, not 0
            {"scenario": "slowBody", "bytesPerSecond": "fast"}       | bytesPerSecond is a whole number, not "fast"
            {"scenario": "dropBatch", "index": 3000000000}           | index is too large: 3000000000
            {"scenario": "dropBatch"}                                | the scenario needs a member index
            {"scenario": "dropBatch", "index": 0, "time": 1}         | the scenario has no member "time"; it has index, method, path, scenario, times
            {"scenario": "hangUp", "carriedOut": "yes"}              | carriedOut is true or false, not "yes"
            {"scenario": "respond", "status": 200, "body": 7}        | body is text, not 7
            {"scenario": "hangUp", "times": 0}                       | a scenario is for at least 1 request, not 0
            {"times": 1}                                             | the scenario needs a member scenario
            [1]                                                      | a scenario is an object such as
            """)
    void fails_whenAScenarioMeansNothing_andSaysWhatWould(String scenario, String error) throws Exception {
        HttpResponse<byte[]> refused = client.send("POST", "/emulator/scenarios", scenario, Map.of());
        assertThat(PlainClient.json(refused).path("error").asText()).startsWith(error);
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    private static String edited(FileEdit edit, long record) throws Exception {
        emulator.misbehave(new Scenario.EditFile(edit, record), Occasion.DOWNLOADS.next(1));
        return text(client.file(csv, 0));
    }

    private static List<String> segments(JsonNode job, Scenario.EditSegments.Change change) throws Exception {
        emulator.misbehave(new Scenario.EditSegments(change), Occasion.POLLS.next(1));
        return texts(client.poll(job).at("/batches/0/segments"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String unpacked(byte[] container) throws IOException {
        if (container[0] == 'P') {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
                zip.getNextEntry();
                return new String(zip.readAllBytes(), UTF_8);
            }
        }
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(container))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }

    private static String text(HttpResponse<byte[]> file) {
        return new String(file.body(), UTF_8);
    }
}
