package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileQueryTest {

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

    @AfterEach
    void theRecordsAreUntouched() throws Exception {
        assertThat(client.rows("select count(*) from Account").get(1)).containsExactly("240");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from Account; drop table \"Account\"",
                "select Id from Account where Id = 'a' or 1=1 --",
                "select Id from \"Account\"",
                "select \"Id\" from Account",
                "select Id\" from Account",
                "select Id from Account where Id = 'a' union select Id from Contact",
                "select (select 1) from Account",
                "select Id from INFORMATION_SCHEMA.TABLES",
                "select Id from Account where Id = (select Id from Contact)",
                "select Id from Account, Contact",
                "select Id from Account t0",
                "select t0.Id from Account",
                "select LOCK_MODE() from Account",
                "select Id from Account where Id = ?",
                "select Id from Account where Balance = 1 + 1",
                "select Id from Account limit 1; shutdown",
                "select Id from Account order by 1",
                "select Id from Account order by (select 1)",
                "select Id from Account limit -1",
                "select Id from Account where Balance > 1e999999999",
                "insert into Account values (1)",
                "",
                " ",
                "select",
                "\u0000"
            })
    void otherLanguagesAreRefused(String query) throws Exception {
        JsonNode answer = client.submitQuery(query);
        if (answer.has("id")) {
            JsonNode job = client.await(answer);
            assertThat(job.path("status").asText()).as(query + " " + job).isEqualTo("aborted");
        } else {
            assertThat(answer.path("errorCode").asText()).as(answer.toString()).isEqualTo("90005");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''; drop table \"Account\"; --",
                "a'' or ''1''=''1",
                "a\\'' or 1=1 --",
                "\" or \"\"=\"",
                "?",
                ":1",
                "%",
                "{fn now()}",
                "$1"
            })
    void aLiteralIsAValueAndNothingElse(String literal) throws Exception {
        List<List<String>> rows = client.rows("select Id from Account where Name = '" + literal + "'");
        assertThat(rows).hasSize(1);
    }

    @Test
    void aLiteralThatLooksLikeSqlFindsTheRecordThatHoldsIt() throws Exception {
        List<List<String>> rows = client.rows("select Name from Account where Name like 'O''Brien''s Books%'");
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> assertThat(row.get(0)).startsWith("O'Brien's Books"));
    }

    @Test
    void anAliasIsAHeaderAndNothingElse() throws Exception {
        String alias = "x from Account; drop table Account --";
        List<List<String>> rows = client.rows("select Id as \"" + alias + "\" from Account limit 2");
        assertThat(rows.get(0)).containsExactly(alias);
        assertThat(rows).hasSize(3);
    }

    @Test
    void aDeletedColumnIsAHeaderAndNothingElse() throws Exception {
        JsonNode job = client.await(client.submit("""
                {"version":"1.1","partner":"p","project":"q","queries":[{"query":"select Id from Account limit 1",
                  "deleted":{"column":"d\\" , (select 1) as \\"x","format":"Numeric"}}]}
                """));
        assertThat(job.path("status").asText()).isEqualTo("completed");
        String text = new String(client.file(job, 0).body(), StandardCharsets.UTF_8);
        assertThat(Csv.parse(text).get(0)).containsExactly("Account.d\" , (select 1) as \"x", "Account: ID");
    }

    @Test
    void aVeryDeepConditionDoesNotKillTheServer() throws Exception {
        String deep = "select Id from Account where " + "(".repeat(5000) + "Id = 'a'" + ")".repeat(5000);
        JsonNode answer = client.submitQuery(deep);
        assertThat(answer.path("errorCode").asText()).isEqualTo("90005");
    }

    @Test
    void aVeryLongConditionIsAnswered() throws Exception {
        String longOne = "select Id from Account where Id = 'a'" + " or Id = 'b'".repeat(1500);
        JsonNode job = client.await(client.submitQuery(longOne));
        assertThat(job.path("status").asText()).isEqualTo("completed");
    }
}
