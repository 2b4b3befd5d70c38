package io.github.aquaspec.emulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.SmallCatalogue;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.spec.zoql.Dialect;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not known of the query language, and which settings decide it; and what fails without a word. */
class LanguageChoicesTest {

    private static final String VERSION = "145.0";

    private static Records records;

    @BeforeAll
    static void insert() {
        records = new Records(SmallCatalogue.read());
        records.sql("""
                INSERT INTO "Account" ("Id", "Name", "Born", "UpdatedDate") VALUES
                  ('1', 'Anna',  DATE '2026-06-30', TIMESTAMP WITH TIME ZONE '2026-07-01 11:59:59.999999+00'),
                  ('2', 'Bert',  DATE '2026-07-01', TIMESTAMP WITH TIME ZONE '2026-07-01 12:00:00+00'),
                  ('3', 'a--b',  DATE '2026-07-02', TIMESTAMP WITH TIME ZONE '2026-07-01 12:00:00.999999+00'),
                  ('4', NULL,    DATE '2026-07-03', TIMESTAMP WITH TIME ZONE '2026-07-01 12:00:01+00')
                """);
    }

    @AfterAll
    static void close() {
        records.close();
    }

    @AfterEach
    void reset() {
        records.settings().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "!=", "<", "<=", ">", ">="})
    void aBlankInPlaceOfTheTMakesTheComparisonVanish_atEveryOperator(String operator) {
        assertThat(ids("UpdatedDate " + operator + " '2026-07-01 12:00:00'")).isEqualTo("1 2 3 4");
        assertThat(ids("'2026-07-01 12:00:00' " + operator + " UpdatedDate")).isEqualTo("1 2 3 4");
        assertThat(ids("Born " + operator + " '2026-07-01 12:00:00'")).isEqualTo("1 2 3 4");
        assertThat(ids("UpdatedDate " + operator + " '2026-07-01 12:00:00' and Id = '3'"))
                .isEqualTo("3");
        assertThat(ids("UpdatedDate " + operator + " '2026-07-01 12:00:00' or Id = '3'"))
                .isEqualTo("1 2 3 4");
    }

    @ParameterizedTest
    @CsvSource({"=,2 3,''", "!=,1 4,''", "<,'',''", "<=,'',''", ">,4,''", ">=,2 3 4,''"})
    void aFractionFindsNothingAsAnUpperBound_orAlways(String operator, String usually, String always) {
        String where = "UpdatedDate " + operator + " '2026-07-01T12:00:00.000Z'";
        assertThat(ids(where)).isEqualTo(usually);
        records.settings().set(Setting.FRACTIONS, "always");
        assertThat(ids(where)).isEqualTo(always);
    }

    @ParameterizedTest
    @CsvSource({"=,2 3", "!=,1 4", "<,1", "<=,1 2 3", ">,4", ">=,2 3 4"})
    void momentsAreComparedByTheSecond(String operator, String ids) {
        assertThat(ids("UpdatedDate " + operator + " '2026-07-01T12:00:00Z'")).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({"=,3", "!=,1 2 4", "<,1 2", "<=,1 2 3", ">,4", ">=,3 4"})
    void aDateIsComparedWithDates_andWithTheDayOfAMoment(String operator, String ids) {
        assertThat(ids("Born " + operator + " '2026-07-02'")).isEqualTo(ids);
        assertThat(ids("Born " + operator + " '2026-07-01T22:30:00Z'"))
                .as("the second of July has begun in the tenant's zone")
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now - 600000 seconds",
                "now - 1 second",
                "now - 20000 minutes",
                "now - 1 minute",
                "now - 330 hours",
                "now - 1 hour",
                "now - 13 days",
                "now - 1 day",
                "now - 1 week",
                "now - 1 weeks",
                "today - 13 days",
                "today",
                "NOW - 1 DAY",
                "today - 1 week (Europe/Berlin)",
                "today - 1 week (Berlin)",
                "today - 1 week (+02:00)",
                "now + 1 month",
                "now + 2 months",
                "now + 1 year",
                "now + 2 years"
            })
    void relativeTimesHaveUnitsPluralsAndZones(String time) {
        // The records are of 1 July; now is 15 July.
        assertThat(ids("UpdatedDate < '" + time + "'")).isEqualTo("1 2 3 4");
        assertThat(ids("UpdatedDate >= '" + time + "'"))
                .as("would be all if the comparison had vanished")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"now-1 day", "now - 1day", "now - day", "now - 1 fortnight", "today (Nowhere)", "yesterday"})
    void otherRelativeTimesVanish(String time) {
        assertThat(ids("UpdatedDate < '" + time + "'")).isEqualTo("1 2 3 4");
        assertThat(ids("UpdatedDate >= '" + time + "'")).isEqualTo("1 2 3 4");
    }

    @Test
    void angleBracketsAreRefused_orMeanUnequal() {
        assertThat(refusal("select Id from Account where Name <> 'Anna'")).contains("`<>`");
        records.settings().set(Setting.ANGLE_BRACKETS, "accepted");
        assertThat(ids("Name <> 'Anna'")).isEqualTo("2 3");
    }

    @Test
    void commentsAreRefused_orBlanks() {
        assertThat(refusal("select Id from Account -- all")).isNotBlank();
        records.settings().set(Setting.COMMENTS, "accepted");
        assertThat(records.column("select/* the key */Id from Account -- where\nwhere Name = 'a--b'"))
                .containsExactly("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Id in ('1', '3')                                              | 1 3",
                "Account.Id IN('2')                                            | 2",
                "Id not in ('1','3') and Name = 'Bert'                         | 2",
                "Name not in ('Anna')                                          | 2 3",
                "Id between '2' and '3'                                        | 2 3",
                "not Id between '2' and '3' and Born != '2026-06-30'           | 4",
                "Id not between '2' and '3'                                    | 1 4",
                "UpdatedDate between '2026-07-01T12:00:00Z' and '2026-07-01T12:00:00Z' | 2 3",
                "Name != 'Id in (''1'')' and Id in ('2')                       | 2"
            })
    void listsAndRangesAreRefused_orComparisons(String where, String ids) {
        assertThat(refusal("select Id from Account where " + where)).isNotBlank();
        records.settings().set(Setting.LISTS_AND_RANGES, "accepted");
        assertThat(ids(where)).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Id in ()", "Id in (Name)", "Id in ('1'", "Id between '1'", "Id in (select Id from Account)"})
    void halfAListIsRefusedAllTheSame(String where) {
        records.settings().set(Setting.LISTS_AND_RANGES, "accepted");
        assertThat(refusal("select Id from Account where " + where)).isNotBlank();
    }

    @Test
    void datesWithoutQuotesAreRefusedInExportZoql_unlessAccepted() {
        String query = "select Id from Account where UpdatedDate > 2026-07-01T12:00:00Z";
        assertThat(refusal(query)).contains("quotes");
        assertThat(records.rows(query, Dialect.ZOQL, VERSION)).hasSize(1);
        records.settings().set(Setting.UNQUOTED_DATES, "accepted");
        assertThat(records.column(query)).containsExactly("4");
    }

    @Test
    void aQueryHasAtMost20000Characters() {
        String start = "select Id from Account where Name = '";
        String longest = start + "x".repeat(20_000 - start.length() - 1) + "'";
        assertThat(records.rows(longest)).isEmpty();
        assertThat(refusal(longest + " ")).contains("20000");
        assertThat(records.rows(longest + " ", Dialect.ZOQL, VERSION)).isEmpty();
    }

    @Test
    void aFunctionIsCalledAfterItsColumn_orAsItIsWritten() throws Exception {
        String query = "select year(Born), count(*), Max( name ) as \"m\", count(distinct account.Id) from Account"
                + " group by year(Born)";
        assertThat(headers(query, Dialect.EXPORT_ZOQL))
                .containsExactly("YEAR(Account.Born)", "COUNT(*)", "m", "COUNT(Account.Id)");
        records.settings().set(Setting.FUNCTION_HEADERS, "text");
        assertThat(headers(query, Dialect.EXPORT_ZOQL))
                .containsExactly("year(Born)", "count(*)", "m", "count(distinct account.Id)");
    }

    @Test
    void plainZoqlHasTheHeadersOfExportZoql_orTheFieldsAlone() throws Exception {
        String query = "select id, account.NAME from account";
        assertThat(headers(query, Dialect.ZOQL)).containsExactly("Account.Id", "Account.Name");
        records.settings().set(Setting.ZOQL_HEADERS, "field");
        assertThat(headers(query, Dialect.ZOQL)).containsExactly("Id", "Name");
        assertThat(records.compile(query, Dialect.ZOQL, VERSION).columns())
                .extracting(OutputColumn::label)
                .containsExactly("ID", "Full Name");
        assertThat(headers(query, Dialect.EXPORT_ZOQL)).containsExactly("Account.Id", "Account.Name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select Id, Home.Name from Account where Name = 'count(x)' order by Id limit 3 | false",
                "select * from Account                                                       | false",
                "select Id as \"key\" from Account                                           | true",
                "select DATE(UpdatedDate) from Account                                       | true",
                "select count(*) from Account                                                | true",
                "select Name from Account group by Name having count(Id) > 1                 | true",
                "select Name from Account group by Name order by max(Id)                     | true"
            })
    void functionsAndAliasesAreSeen(String query, boolean seen) {
        assertThat(records.usesFunctionOrAlias(query)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Level, count(Id) from Account group by Level order by Name",
                "select Level, count(Id) from Account group by Level having Name = 'x'",
                "select Id from Account order by count(Id)",
                "select count(Id) from Account group by count(Id)",
                "select *, count(Id) from Account"
            })
    void whatAGroupCannotAnswerIsRefusedBeforeItRuns(String query) {
        assertThat(refusal(query)).contains("GROUP BY");
    }

    private static String ids(String where) {
        return String.join(" ", records.column("select Id from Account where " + where + " order by Id"));
    }

    private static String refusal(String query) {
        return records.refusal(query, Dialect.EXPORT_ZOQL);
    }

    private static List<String> headers(String query, Dialect dialect) throws Exception {
        return records.compile(query, dialect, VERSION).columns().stream()
                .map(OutputColumn::apiName)
                .toList();
    }
}
