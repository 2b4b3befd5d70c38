package io.github.aquaspec.emulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.data.SmallCatalogue;
import io.github.aquaspec.spec.zoql.Dialect;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCompilerTest {

    private static final String VERSION = "145.0";

    private static Records records;

    @BeforeAll
    static void insert() {
        records = new Records(SmallCatalogue.read());
        records.sql("""
                INSERT INTO "City" VALUES
                  ('b', 'Berlin', DATE '1237-10-28'),
                  ('l', 'London, UK', NULL)
                """);
        // Berlin is at +02:00 in July and at +01:00 in January.
        records.sql("""
                INSERT INTO "Account" ("Id","Name","Balance","Level","Active","Born","UpdatedDate","HomeId","BossId") VALUES
                  ('1', 'Anna',    10.5,  1, TRUE,  DATE '2026-07-01', TIMESTAMP WITH TIME ZONE '2026-06-30 22:00:00+00', 'b', NULL),
                  ('2', 'anton',  -3,     2, FALSE, DATE '2026-07-02', TIMESTAMP WITH TIME ZONE '2026-07-01 12:00:00+00', 'l', '1'),
                  ('3', 'O''Hara', 0,     3, NULL,  DATE '2026-01-01', TIMESTAMP WITH TIME ZONE '2026-07-01 21:59:59+00', NULL, '2'),
                  ('4', NULL,      NULL,  NULL, TRUE, NULL,            NULL, 'b', '9'),
                  ('5', '100%',    1000,  3, TRUE,  DATE '2025-12-31', TIMESTAMP WITH TIME ZONE '2026-07-01 22:00:00+00', 'b', '2')
                """);
        records.sql("INSERT INTO \"RatePlan\" VALUES ('r1', NULL), ('r2', 'NewProduct'), ('r3', 'RemoveProduct')");
    }

    @AfterAll
    static void close() {
        records.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            value = {
                "Name = 'Anna'                     | 1",
                "Name != 'Anna'                    | 2 3 5",
                "not Name = 'Anna'                 | 2 3 5",
                "Name = 'O''Hara'                  | 3",
                "Name < 'anton'                    | 1 3 5",
                "Name >= 'anton'                   | 2",
                "Name like 'An%'                   | 1",
                "Name like '%a'                    | 1 3",
                "Name like '_nna'                  | 1",
                "Name like '100%'                  | 5",
                "Name like 'anna'                  | ``",
                "Name is null                      | 4",
                "Name is not null                  | 1 2 3 5",
                "Name = null                       | 4",
                "Name != null                      | 1 2 3 5",
                "Balance > 0                       | 1 5",
                "Balance >= '0'                    | 1 3 5",
                "Balance = 10.50                   | 1",
                "Balance < -2.99                   | 2",
                "0 < Balance                       | 1 5",
                "0 >= Balance                      | 2 3",
                "Balance != 0                      | 1 2 5",
                "Active = true                     | 1 4 5",
                "Active = 'TRUE'                   | 1 4 5",
                "Active != true                    | 2",
                "Active = null                     | 3",
                "Balance > Level                   | 1 5",
                "Balance = Balance                 | 1 2 3 5",
                "Level = 3 and Balance = 0 or Name = 'Anna' | 1 3",
                "Level = 3 and (Balance = 0 or Name = 'Anna') | 3",
                "not (Level = 3 or Name = 'Anna')  | 2",
                "account.level = 1                 | 1",
                "Born = '2026-07-01'               | 1",
                "Born > '2026-01-01'               | 1 2",
                "Born <= '2026-01-01'              | 3 5",
                "Born = 'today - 14 days'          | 1",
                "Born < '2026-07-01T00:30:00+02:00' | 3 5",
                "Home.Name = 'Berlin'              | 1 4 5",
                "Home.Name != 'Berlin'             | 2",
                "Boss.Name = 'Anna'                | 2",
                "BossHome.Name = 'Berlin'          | 2",
                "Home.Founded is null              | 2 3",
                "Boss.Id = null                    | 1 4"
            })
    void conditionsMeanWhatTheDocumentationSays(String where, String ids) {
        assertThat(String.join(" ", records.column("select Id from Account where " + where + " order by Id")))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // a whole day in the tenant's zone: 30 June 22:00Z up to 1 July 22:00Z
                "= '2026-07-01'                      | 1 2 3",
                "!= '2026-07-01'                     | 5",
                "< '2026-07-01'                      | ``",
                "<= '2026-07-01'                     | 1 2 3",
                "> '2026-07-01'                      | 5",
                ">= '2026-07-01'                     | 1 2 3 5",
                "> '2026-06-30'                      | 1 2 3 5",
                ">= '2026-07-01Z'                    | 2 3 5",
                "= '2026-07-01T12:00:00Z'            | 2",
                "= '2026-07-01T12:00Z'               | 2",
                "= '2026-07-01t14:00:00+02:00'       | 2",
                "= '2026-07-01T14:00:00+0200'        | 2",
                "= '2026-07-01T14:00:00'             | 2",
                ">= '2026-07-01T00:00:00'            | 1 2 3 5",
                "> '2026-07-01T00:00:00'             | 2 3 5",
                "> 'now - 14 days'                   | 2 3 5",
                "> 'NOW - 334 hours'                 | 3 5",
                "< 'now'                             | 1 2 3 5",
                ">= 'today - 14 days'                | 1 2 3 5",
                ">= 'today - 14 days (Z)'            | 2 3 5",
                ">= 'today - 14 days (-08:00)'       | 2 3 5",
                ">= 'today - 14 days (America/Los_Angeles)' | 2 3 5",
                ">= 'today - 14 days (Los Angeles)'  | 2 3 5",
                ">= Born                             | 1 3 5",
                "= Born                              | 1",
                "is null                             | 4"
            })
    void timesMeanWhatTheDocumentationSays(String test, String ids) {
        assertThat(String.join(
                        " ", records.column("select Id from Account where UpdatedDate " + test + " order by Id")))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // a blank in place of the T, and other text that is no date: the comparison vanishes
                "UpdatedDate >= '2026-07-01 14:00:00'                    | 1 2 3 4 5",
                "UpdatedDate >= '2026-07-01 14:00:00' and Level = 3      | 3 5",
                "UpdatedDate < '01/07/2026'                              | 1 2 3 4 5",
                "UpdatedDate < '2026-13-01'                              | 1 2 3 4 5",
                "Born < '2026-02-30'                                     | 1 2 3 4 5",
                // a fraction of a second as an upper bound: nothing is left
                "UpdatedDate < '2027-01-01T00:00:00.000Z'                | ``",
                "UpdatedDate <= '2027-01-01T00:00:00.5Z'                 | ``",
                "'2027-01-01T00:00:00.5Z' > UpdatedDate                  | ``",
                "UpdatedDate >= '2026-07-01T12:00:00.000Z'               | 2 3 5",
                "UpdatedDate < '2027-01-01T00:00:00Z'                    | 1 2 3 5"
            })
    void wrongTimesFailInSilence(String where, String ids) {
        assertThat(String.join(" ", records.column("select Id from Account where " + where + " order by Id")))
                .isEqualTo(ids);
    }

    @Test
    void beforeVersion69LiteralsAreInPacificTime() {
        String query = "select Id from Account where UpdatedDate >= '2026-07-01T05:00:00' order by Id";
        assertThat(records.rows(query, Dialect.EXPORT_ZOQL, "68.0")).hasSize(3);
        assertThat(records.rows(query, Dialect.EXPORT_ZOQL, "69.0")).hasSize(3);
        String later = "select Id from Account where UpdatedDate >= '2026-07-01T14:00:00' order by Id";
        assertThat(records.rows(later, Dialect.EXPORT_ZOQL, "68.0")).containsExactly(List.of("3"), List.of("5"));
        assertThat(records.rows(later, Dialect.EXPORT_ZOQL, "69.0"))
                .containsExactly(List.of("2"), List.of("3"), List.of("5"));
    }

    @Test
    void joinsFollowKeys_andAMissingRecordLeavesNulls() {
        assertThat(records.rows("select Id, Home.Name, Boss.Name, BossHome.Name from Account order by Id"))
                .containsExactly(
                        row("1", "Berlin", null, null),
                        row("2", "London, UK", "Anna", "Berlin"),
                        row("3", null, "anton", "London, UK"),
                        row("4", "Berlin", null, null),
                        row("5", "Berlin", "anton", "London, UK"));
    }

    @Test
    void aStarMeansTheFieldsForExport_withoutKeys() throws Exception {
        assertThat(headers("select * from Account"))
                .containsExactly(
                        "Account.Id",
                        "Account.Name",
                        "Account.Balance",
                        "Account.Level",
                        "Account.Active",
                        "Account.Born",
                        "Account.UpdatedDate");
        assertThat(headers("select Home.*, Boss.Id, account.* from Account"))
                .startsWith("Home.Id", "Home.Name", "Home.Founded", "Boss.Id", "Account.Id")
                .hasSize(11);
    }

    @Test
    void rowsAreOrderedAndCutAsAsked() {
        assertThat(records.column("select Id from Account order by Level desc, Name asc"))
                .containsExactly("5", "3", "2", "1", "4");
        assertThat(records.column("select Id from Account order by Home.Name desc, Id desc"))
                .containsExactly("2", "5", "4", "1", "3");
        assertThat(records.column("select Id from Account order by Id limit 2")).containsExactly("1", "2");
        assertThat(records.column("select Id from Account order by Id limit 1,3"))
                .containsExactly("2", "3", "4");
        assertThat(records.column("select Id from Account order by Id limit 0")).isEmpty();
    }

    @Test
    void aggregatesCountGroups() {
        assertThat(records.rows(
                        "select count(*), count(Level), count(distinct Level), sum(Balance), max(Name) from Account"))
                .containsExactly(row("5", "4", "3", "1007.500000000", "anton"));
        assertThat(records.rows(
                        "select Level, count(Id) from Account group by Level having count(Id) > 1 order by Level"))
                .containsExactly(row("3", "2"));
        assertThat(records.rows("select YEAR(Born), MONTH(Born), QUARTER(Born), count(*) from Account"
                        + " where Born >= '2026-01-01' group by YEAR(Born), MONTH(Born), QUARTER(Born)"
                        + " order by MONTH(Born)"))
                .containsExactly(row("2026", "1", "1", "1"), row("2026", "7", "3", "2"));
        assertThat(
                        records.rows(
                                "select DATE(UpdatedDate), count(*) from Account group by DATE(UpdatedDate) order by DATE(UpdatedDate)"))
                .as("days of the tenant's zone")
                .containsExactly(row(null, "1"), row("2026-07-01", "3"), row("2026-07-02", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select Nope from Account                             | There is no field named Nope",
                "select Id from Account where Nope = 1                | There is no field named Nope",
                "select Id from Account order by Nope                 | There is no field named Nope",
                "select Home.Nope from Account                        | There is no field named Nope",
                "select HomeId from Account                           | There is no field named HomeId",
                "select Hidden from Account                           | There is no field named Hidden",
                "select Id from Nope                                  | The requested data source could not be found",
                "select Nope.Id from Account                          | The requested data source could not be found",
                "select Id as a, Name as A from Account               | Duplicate column aliases A were defined.",
                "select Level, count(Id) from Account                 | One or more columns in the SELECT statement does not appear in the GROUP BY statement.",
                "select Id, Name from Account group by Id             | One or more columns in the SELECT statement does not appear in the GROUP BY statement.",
                "select Id from Silent                                | java.lang.RuntimeException: You must specify a select."
            })
    void whatIsNotThereIsNamed(String query, String reason) {
        assertThat(records.refusal(query, Dialect.EXPORT_ZOQL)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from Account where UpdatedDate >= TIMESTAMP '2026-07-01T00:00:00Z'",
                "select Id from Account where Active > true",
                "select Id from Account where Active = 'yes'",
                "select Id from Account where Balance = 'much'",
                "select Id from Account where Balance = '1e999999999'",
                "select Id from Account where Name > null",
                "select Id from Account where 1 = 1",
                "select Id from Account where Name = Balance",
                "select Id from Account where Balance like '1%'",
                "select Id from Account where Name like '%a%'",
                "select Id from Account where Name like 'a%b'",
                "select Id from Account where YEAR(Born) = 2026",
                "select YEAR(Name) from Account",
                "select sum(Name) from Account",
                "select sum(max(Balance)) from Account",
                "select Id from Account where Id in ('1')",
                "select Id from Account where Balance between 1 and 2",
                "select Id from Account group by Id, Name, Balance, Level, Active, Born"
            })
    void whatTheLanguageLacksIsRefused(String query) {
        assertThat(records.refusal(query, Dialect.EXPORT_ZOQL)).isNotBlank();
    }

    @Test
    void fiveFieldsCanBeGroupedBy() {
        assertThat(records.rows("select Name from Account group by Name, Balance, Level, Active, Born"))
                .isNotEmpty();
    }

    @Test
    void plainZoqlKnowsKeys_andFieldsThatExportDoesNot() {
        assertThat(records.rows("select Id, HomeId, Hidden from Account where BossId = '2'", Dialect.ZOQL, VERSION))
                .containsExactlyInAnyOrder(row("3", null, null), row("5", "b", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from Account",
                "select Home.Name from Account",
                "select Id from Account order by Id",
                "select Id from Account limit 1",
                "select count(Id) from Account",
                "select Id from Account where (Level = 3)",
                "select Id from Account where Balance > Level",
                "select Id from Account where UpdatedDate > '2026-07-01'",
                "select Id from Account where Born > '2026-07-01T00:00:00'",
                "select Id from Account where UpdatedDate > 'now'",
                "select Id from Account where Born > 'today - 30 days'"
            })
    void plainZoqlHasLess(String query) {
        assertThat(records.refusal(query, Dialect.ZOQL)).isNotBlank();
    }

    @Test
    void plainZoqlTellsDatesFromDateTimes_sinceVersion69() throws Exception {
        assertThat(records.refusal("select Id from Account where UpdatedDate > '2026-07-01'", Dialect.ZOQL))
                .startsWith("INVALID_VALUE");
        assertThat(records.compile("select Id from Account where UpdatedDate > '2026-07-01'", Dialect.ZOQL, "68.0")
                        .parameters())
                .hasSize(1);
    }

    @Test
    void plainZoqlHidesRemovedRatePlans_exportZoqlDoesNot() {
        assertThat(records.rows("select Id from RatePlan", Dialect.ZOQL, VERSION))
                .containsExactlyInAnyOrder(row("r1"), row("r2"));
        assertThat(records.rows("select Id from RatePlan")).hasSize(3);
        assertThat(records.rows(
                        "select Id from RatePlan where AmendmentType = 'RemoveProduct' or AmendmentType = 'NewProduct'",
                        Dialect.ZOQL,
                        VERSION))
                .containsExactly(row("r2"));
    }

    @Test
    void literalsNeverBecomeSql() throws Exception {
        String query = "select Id as \"a'b\", Boss.Name from Account where Name = 'x''; drop table \"Account\"' and"
                + " Balance > 1 and UpdatedDate > '2026-01-01' and Name like 'y%' order by Name limit 3";
        Statement statement = records.compile(query, Dialect.EXPORT_ZOQL, VERSION);
        assertThat(statement.sql())
                .doesNotContain("drop", "a'b", "y%", "2026", "'x")
                .contains("?");
        assertThat(statement.parameters()).contains("x'; drop table \"Account\"", "y%");
        assertThat(statement.columns().get(0).apiName()).isEqualTo("a'b");
    }

    @Test
    void anAbortIsNoRefusal() {
        assertThatThrownBy(() -> records.compile("select Id from Silent", Dialect.EXPORT_ZOQL, VERSION))
                .isInstanceOf(QueryAborted.class);
        assertThatThrownBy(() -> records.compile("select Nope from Account", Dialect.EXPORT_ZOQL, VERSION))
                .isInstanceOf(QueryRejected.class);
    }

    private static List<String> headers(String query) throws Exception {
        return records.compile(query, Dialect.EXPORT_ZOQL, VERSION).columns().stream()
                .map(OutputColumn::apiName)
                .toList();
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }
}
