package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.file.Decryption;
import io.github.aquaspec.emulator.file.TestKeys;
import io.github.aquaspec.emulator.setting.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What API versions, settings and encryption make of the cells and lines of a file. */
class ResultStyleTest {

    private static final String SECURE =
            "select Id, BankTransferAccountNumber, Type from PaymentMethod order by Id limit 50";

    @TempDir
    private static Path directory;

    private static AquaEmulator emulator;
    private static PlainClient client;
    private static TestKeys keys;

    @BeforeAll
    static void start() throws Exception {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
        keys = TestKeys.withSubkey();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void reset() {
        emulator.settings().reset();
    }

    @Test
    void secureFieldsAreMasked_andNullsStayNulls() throws Exception {
        List<List<String>> rows = client.rows(SECURE);
        assertThat(rows.subList(1, rows.size())).extracting(r -> r.get(1)).containsOnly("******", "");
    }

    @Test
    void anEncryptedFileShowsSecureFields_unlessItIsSwitchedOff() throws Exception {
        emulator.settings()
                .set(
                        Setting.PGP_KEY,
                        keys.write(directory.resolve("key.asc"), true).toString());
        assertThat(secureCells()).contains("").doesNotContain("******").anyMatch(c -> c.matches("[0-9a-f]{12}"));
        emulator.settings().set(Setting.UNMASK_SECURE_FIELDS, false);
        assertThat(secureCells()).containsOnly("******", "");
    }

    @Test
    void withoutAKeyAnEncryptedJobIsRefused_withAWrongOneItAborts() throws Exception {
        JsonNode refused = client.submitQuery("select Id from Product", "\"encrypted\":\"pgp\"");
        assertThat(refused.path("errorCode").asText()).isEqualTo("90010");
        emulator.settings()
                .set(Setting.PGP_KEY, directory.resolve("missing.asc").toString());
        JsonNode job = client.await(client.submitQuery("select Id from Product", "\"encrypted\":\"pgp\""));
        assertThat(job.path("status").asText()).isEqualTo("aborted");
        assertThat(job.path("batches").path(0).path("message").asText()).contains("missing.asc");
    }

    @ParameterizedTest
    @CsvSource({
        "145.0, date,     true,  T\\d\\d:\\d\\d:\\d\\d\\+0000",
        "69.0,  date,     true,  T\\d\\d:\\d\\d:\\d\\d\\+0000",
        "69.0,  date,     false, T\\d\\d:\\d\\d:\\d\\d-0[78]00",
        "68.0,  date,     false, ''",
        "68.0,  date,     true,  ''",
        "68.0,  dateTime, false, T\\d\\d:\\d\\d:\\d\\d-0[78]00",
        "68.0,  dateTime, true,  T\\d\\d:\\d\\d:\\d\\d-0[78]00"
    })
    void dateTimesHaveTheFormOfTheirApiVersion(String version, String old, boolean utc, String time) throws Exception {
        emulator.settings().set(Setting.OLD_DATE_TIMES, old);
        String job = """
                {"format":"csv","version":"1.0","dateTimeUtc":%s,"queries":[{"name":"q","type":"zoqlexport",
                 "apiVersion":"%s","query":"select UpdatedDate, LastInvoiceDate from Account where LastInvoiceDate != null"}]}
                """.formatted(utc, version);
        List<List<String>> rows = Csv.parse(
                new String(client.file(client.await(client.submit(job)), 0).body(), StandardCharsets.UTF_8));
        assertThat(rows.subList(1, rows.size())).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(0)).matches("\\d{4}-\\d\\d-\\d\\d" + time);
            assertThat(row.get(1)).matches("\\d{4}-\\d\\d-\\d\\d");
        });
    }

    @Test
    void settingsDecideOnLinesAndFormulas() throws Exception {
        String query = "select Name from Account where Name like '=%'";
        String usual = client.text(query);
        assertThat(usual).contains("\n=Formula").endsWith("\n").doesNotContain("\r");
        emulator.settings().set(Setting.LINE_END, "crlf");
        emulator.settings().set(Setting.FINAL_NEWLINE, false);
        emulator.settings().set(Setting.FORMULA_GUARD, true);
        assertThat(client.text(query))
                .isEqualTo(usual.strip().replace("\n", "\r\n").replace("=Formula", "'=Formula"));
    }

    @Test
    void convertToCurrenciesIsTaken_andChangesNothing() throws Exception {
        String job = """
                {"version":"1.0","queries":[{"name":"q","type":"zoqlexport","apiVersion":"145.0"%s,
                 "query":"select Id, Balance, Currency from Account order by Id limit 20"}]}
                """;
        byte[] plain =
                client.file(client.await(client.submit(job.formatted(""))), 0).body();
        byte[] converted = client.file(
                        client.await(client.submit(job.formatted(",\"convertToCurrencies\":\"EUR,GBP\""))), 0)
                .body();
        assertThat(converted).isEqualTo(plain).isNotEmpty();
    }

    @Test
    void textsThatTroubleReadersAreInTheSampleData() throws Exception {
        String notes = client.text("select Name, Notes from Account");
        assertThat(notes)
                .contains("\"- first point\n", "'quoted' at", "=1+1", "=Formula", "O'Brien's", "\"\"quotes\"\"");
        assertThat(Csv.parse(notes)).anyMatch(row -> row.get(1).length() > 2000);
    }

    private static List<String> secureCells() throws Exception {
        JsonNode job = client.await(client.submitQuery(SECURE, "\"encrypted\":\"pgp\",\"format\":\"csv\""));
        byte[] csv = Decryption.of(client.file(job, 0).body(), keys).content();
        List<List<String>> rows = Csv.parse(new String(csv, StandardCharsets.UTF_8));
        return rows.subList(1, rows.size()).stream().map(r -> r.get(1)).toList();
    }
}
