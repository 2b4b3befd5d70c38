package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResultFileTest {

    private static final String API_NAMES = "\"useQueryLabels\":true";

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void labelsMakeTheHeader_unlessApiNamesAreAskedFor() throws Exception {
        String query = "select ID, balance, account.AutoPay, billtocontact.id, SoldToContact.City from account limit 1";
        assertThat(client.rows(query).get(0))
                .containsExactly(
                        "Account: ID", "Account: Account Balance", "Account: Auto Pay", "Bill To: ID", "Sold To: City");
        assertThat(client.rows(query, API_NAMES).get(0))
                .containsExactly(
                        "Account.Id", "Account.Balance", "Account.AutoPay", "BillToContact.Id", "SoldToContact.City");
    }

    @Test
    void anAliasStandsInTheHeaderAsItIs_unlessItIsTheColumnsOwnName() throws Exception {
        String query =
                "select Balance as \"My Money, net\", AutoPay as auto, Name as 'account.NAME' from Account limit 1";
        assertThat(client.rows(query, API_NAMES).get(0)).containsExactly("My Money, net", "auto", "Account.Name");
        assertThat(client.rows(query).get(0)).containsExactly("My Money, net", "auto", "Account: Name");
    }

    @Test
    void noRecordsLeaveAHeader() throws Exception {
        JsonNode job = client.await(client.submitQuery("select Id, Name from Account where Id = 'none'"));
        JsonNode batch = job.path("batches").path(0);
        assertThat(batch.path("status").asText()).isEqualTo("completed");
        assertThat(batch.path("recordCount").asInt(-1)).isZero();
        assertThat(client.file(job, 0).body())
                .isEqualTo("Account: ID,Account: Name\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyFormatHoldsTheSameBytes_asItsContentTypeSays() throws Exception {
        String query = "select Id, Name, Notes, UpdatedDate from Account order by Id";
        HttpResponse<byte[]> csv = download(query, "csv");
        HttpResponse<byte[]> gzip = download(query, "gzip");
        HttpResponse<byte[]> zip = download(query, "zip");
        assertThat(contentType(csv)).isEqualTo("text/csv;charset=UTF-8");
        assertThat(contentType(gzip)).isEqualTo("application/x-gzip;charset=UTF-8");
        assertThat(contentType(zip)).isEqualTo("application/zip;charset=UTF-8");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(csv.body());
        assertThat(onlyEntry(zip)).isEqualTo(csv.body());
        for (HttpResponse<byte[]> answer : List.of(csv, gzip, zip)) {
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        }
    }

    @Test
    void aGzipIsOneMember() throws Exception {
        byte[] gzip = download("select Id from Product", "gzip").body();
        int header = 10;
        int trailer = 8;
        Inflater inflater = new Inflater(true);
        inflater.setInput(gzip, header, gzip.length - header);
        while (!inflater.finished()) {
            inflater.inflate(new byte[1024]);
        }
        assertThat(inflater.getRemaining()).isEqualTo(trailer);
        inflater.end();
    }

    @Test
    void theOnlyEntryOfAZipBearsTheIdOfTheFile() throws Exception {
        JsonNode job = client.await(client.submitQuery("select Id from Product", "\"format\":\"zip\""));
        String fileId = job.path("batches").path(0).path("fileId").asText();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(client.file(job, 0).body()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo(fileId + ".csv");
        }
    }

    @Test
    void aFileCanBeFetchedAgain_anUnknownOneIsNotThere() throws Exception {
        JsonNode job = client.await(client.submitQuery("select Id from Product"));
        assertThat(client.file(job, 0).body()).isEqualTo(client.file(job, 0).body());
        HttpResponse<byte[]> unknown = client.get("/v1/files/00000000000000000000000000000000");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(PlainClient.json(unknown).path("success").asBoolean(true)).isFalse();
    }

    @Test
    void aRangeIsIgnored() throws Exception {
        JsonNode job = client.await(client.submitQuery("select Id from Product"));
        String path = "/v1/files/" + job.path("batches").path(0).path("fileId").asText();
        HttpResponse<byte[]> part =
                client.send("GET", path, "", Map.of("Authorization", "Bearer " + client.token(), "Range", "bytes=10-"));
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).isEqualTo(client.file(job, 0).body());
    }

    @Test
    void recordCountIsTheNumberOfRowsThatAReaderFinds_lineBreaksInCellsOrNot() throws Exception {
        JsonNode job = client.await(client.submitQuery("select Id, Notes, Name from Account"));
        String text = new String(client.file(job, 0).body(), StandardCharsets.UTF_8);
        List<List<String>> rows = Csv.parse(text);
        assertThat(rows.size() - 1)
                .isEqualTo(job.path("batches").path(0).path("recordCount").asInt())
                .isEqualTo(240);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(3));
        assertThat(text.lines().count()).as("some cells hold line breaks").isGreaterThan(rows.size());
    }

    @Test
    void onlyCellsThatNeedQuotesHaveThem() throws Exception {
        String text = client.text("select Id, Name, Notes, Balance from Account");
        assertThat(text)
                .contains("\"The \"\"Quoted\"\" Company", "\"Smith, Jones and Partners", "first line\nsecond line");
        assertThat(text).doesNotStartWith("\uFEFF");
        Pattern needless = Pattern.compile("(?<=^|,)\"[^\",\r\n]*\"(?=,|$)", Pattern.MULTILINE);
        assertThat(needless.matcher(text).results().map(r -> r.group()).filter(g -> !g.equals("\"\"\"\"")))
                .isEmpty();
    }

    @Test
    void nullIsNothing_orWhatReplacesIt() throws Exception {
        String query = "select Id, ParentAccount.Id, CrmId from Account order by Id";
        List<List<String>> plain = client.rows(query);
        List<List<String>> replaced = client.rows(query, "\"nullReplacement\":\"\\\\N\"");
        assertThat(plain.stream().flatMap(List::stream)).contains("").doesNotContain("\\N");
        assertThat(replaced.stream().flatMap(List::stream)).contains("\\N").doesNotContain("");
        assertThat(replaced)
                .isEqualTo(plain.stream()
                        .map(row ->
                                row.stream().map(c -> c.isEmpty() ? "\\N" : c).toList())
                        .toList());
    }

    @Test
    void valuesHaveTheirForms() throws Exception {
        List<List<String>> rows =
                client.rows("select Balance, AutoPay, LastInvoiceDate, BillCycleDay, CreatedDate from Account");
        rows.subList(1, rows.size()).forEach(row -> {
            assertThat(row.get(0)).matches("-?\\d+(\\.\\d*[1-9])?");
            assertThat(row.get(1)).matches("true|false");
            assertThat(row.get(2)).matches("(\\d{4}-\\d{2}-\\d{2})?");
            assertThat(row.get(3)).matches("\\d+");
            assertThat(row.get(4)).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}-0[78]00");
        });
        assertThat(rows.stream().map(r -> r.get(0)))
                .anyMatch(n -> n.contains("."))
                .anyMatch(n -> !n.contains("."));
    }

    @Test
    void dateTimesAreUtcOnRequest_elseInTheTenantsZone_andMeanTheSame() throws Exception {
        String query = "select UpdatedDate from Account order by Id";
        List<List<String>> utc = client.rows(query, "\"dateTimeUtc\":true");
        List<List<String>> tenant = client.rows(query);
        assertThat(utc.subList(1, utc.size()))
                .allSatisfy(row -> assertThat(row.get(0)).endsWith("+0000"));
        assertThat(tenant.subList(1, tenant.size()))
                .allSatisfy(row -> assertThat(row.get(0)).doesNotEndWith("+0000"));
        assertThat(instants(tenant)).isEqualTo(instants(utc));
    }

    @Test
    void theDeletedColumnComesFirst_andNoRecordOfAFullLoadIsDeleted() throws Exception {
        String request = """
                {"version":"1.1","partner":"p","project":"q","useQueryLabels":%s,"queries":[
                  {"query":"select Id, AutoPay from account","deleted":{"column":"MyDeleted","format":"%s"}}]}
                """;
        assertThat(firstColumn(request.formatted("false", "Numeric"))).containsOnly("Account.MyDeleted", "0");
        assertThat(firstColumn(request.formatted("true", "Boolean"))).containsOnly("Account.MyDeleted", "false");
    }

    private static List<String> firstColumn(String request) throws IOException, InterruptedException {
        JsonNode job = client.await(client.submit(request));
        assertThat(job.path("batches").path(0).path("recordCount").asInt()).isEqualTo(240);
        return Csv.parse(new String(client.file(job, 0).body(), StandardCharsets.UTF_8)).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static List<Instant> instants(List<List<String>> rows) {
        var format = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");
        return IntStream.range(1, rows.size())
                .mapToObj(i -> OffsetDateTime.parse(rows.get(i).get(0), format).toInstant())
                .toList();
    }

    private static HttpResponse<byte[]> download(String query, String format) throws Exception {
        JsonNode job = client.await(client.submitQuery(query, "\"format\":\"" + format + '"'));
        return client.file(job, 0);
    }

    private static String contentType(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none");
    }

    private static byte[] onlyEntry(HttpResponse<byte[]> answer) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry).isNotNull();
            byte[] content = zip.readAllBytes();
            assertThat(zip.getNextEntry()).as("a second entry").isNull();
            return content;
        }
    }
}
