package io.github.aquaspec.emulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.SmallCatalogue;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.spec.zoql.Dialect;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WindowTest {

    private static final Instant NOW = Records.NOW;

    private final Records records = new Records(SmallCatalogue.read());

    @BeforeEach
    void insert() {
        records.sql("""
                INSERT INTO "City" ("Id", "Name", "deleted at") VALUES
                  ('b', 'Berlin', NULL),
                  ('x', 'Atlantis', TIMESTAMP WITH TIME ZONE '2026-07-01 00:00:00+00')
                """);
        records.sql("""
                INSERT INTO "Event" ("Id", "Size", "HomeId", "CreatedDate", "UpdatedDate", "deleted at") VALUES
                  ('old', 1, 'b', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00',
                                  TIMESTAMP WITH TIME ZONE '2026-07-10 00:00:00+00', NULL),
                  ('edge', 1, 'x', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00',
                                  TIMESTAMP WITH TIME ZONE '2026-07-14 09:00:00.000007+00', NULL),
                  ('gone', 1, 'b', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00',
                                  TIMESTAMP WITH TIME ZONE '2026-07-14 10:00:00.5+00',
                                  TIMESTAMP WITH TIME ZONE '2026-07-14 10:00:00.5+00'),
                  ('brief', 1, 'b', TIMESTAMP WITH TIME ZONE '2026-07-14 09:30:00+00',
                                  TIMESTAMP WITH TIME ZONE '2026-07-14 11:00:00+00',
                                  TIMESTAMP WITH TIME ZONE '2026-07-14 11:00:00+00'),
                  ('faded', 1, 'b', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00',
                                  TIMESTAMP WITH TIME ZONE '2026-06-15 10:29:59+00',
                                  TIMESTAMP WITH TIME ZONE '2026-06-15 10:29:59+00'),
                  ('fading', 1, 'b', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00',
                                  TIMESTAMP WITH TIME ZONE '2026-06-15 10:30:01+00',
                                  TIMESTAMP WITH TIME ZONE '2026-06-15 10:30:01+00')
                """);
        records.sql("""
                INSERT INTO "Log" ("Id", "TransactionDate") VALUES
                  ('l1', TIMESTAMP WITH TIME ZONE '2026-07-01 00:00:00+00'),
                  ('l2', TIMESTAMP WITH TIME ZONE '2026-07-14 12:00:00+00')
                """);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                // from                       | to                          | deleted   | rows
                "                             |                             | LEFT_OUT  | edge old",
                "2026-07-14T09:00:00.000007Z  |                             | LEFT_OUT  | edge",
                "2026-07-14T09:00:00.000008Z  |                             | LEFT_OUT  | ''",
                "                             | 2026-07-14T09:00:00.000007Z | LEFT_OUT  | old",
                "                             | 2026-07-14T09:00:00.000008Z | LEFT_OUT  | edge old",
                "2026-07-10T00:00:00Z         | 2026-07-14T09:00:00Z        | LEFT_OUT  | old",
                "                             |                             | MATCHING  | brief* edge fading* gone* old",
                "2026-07-14T09:00:00Z         |                             | MATCHING  | brief* edge gone*",
                "2026-07-14T09:00:00Z         | 2026-07-14T11:00:00Z        | MATCHING  | edge gone*",
                "2026-07-14T09:00:00Z         |                             | OF_WINDOW | edge gone*",
                "2026-07-14T09:30:00.000001Z  |                             | OF_WINDOW | brief* gone*",
                "2026-07-14T10:00:00.5Z       |                             | OF_WINDOW | brief* gone*",
                "2026-07-14T10:00:00.500001Z  |                             | OF_WINDOW | brief*",
                "                             |                             | OF_WINDOW | edge old"
            })
    void aWindowHoldsWhatChangedInIt(Instant from, Instant to, DeletedRecords deleted, String expected) {
        Bounds bounds = new Bounds(NOW, Optional.ofNullable(from), Optional.ofNullable(to), deleted);
        List<String> rows = records.rows("select Id from Event order by Id", bounds).stream()
                .map(row ->
                        row.size() == 1 ? row.get(0) : row.get(1) + (row.get(0).equals("TRUE") ? "*" : ""))
                .toList();
        assertThat(String.join(" ", rows)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(DeletedRecords.class)
    void theMarkStandsInFront_unlessDeletedRecordsAreLeftOut(DeletedRecords deleted) throws Exception {
        Bounds bounds = new Bounds(NOW, Optional.of(NOW), Optional.empty(), deleted);
        Statement statement = records.compile("select Id from Event", Dialect.EXPORT_ZOQL, bounds);
        assertThat(statement.marksDeleted()).isEqualTo(deleted != DeletedRecords.LEFT_OUT);
        assertThat(statement.columns()).as("the mark is none of them").hasSize(1);
    }

    @Test
    void theQuerysOwnConditionsHoldForDeletedRecordsToo() {
        assertThat(records.rows(
                        "select Id from Event where UpdatedDate >= '2026-07-14T10:00:00Z' and Id = 'gone' or Id = 'old'"
                                + " order by Id",
                        matching()))
                .containsExactly(List.of("TRUE", "gone"), List.of("FALSE", "old"));
    }

    @Test
    void joinedCellsAreEmpty_onADeletedRecordAndForADeletedTarget() {
        assertThat(records.rows("select Id, Home.Name from Event where Id != 'fading' order by Id", matching()))
                .containsExactly(
                        row("TRUE", "brief", null),
                        row("FALSE", "edge", null),
                        row("TRUE", "gone", null),
                        row("FALSE", "old", "Berlin"));
    }

    @Test
    void aChangedTargetBringsNoRowIn() {
        records.sql("""
                INSERT INTO "Account" ("Id", "BossId", "UpdatedDate") VALUES
                  ('boss', NULL,   TIMESTAMP WITH TIME ZONE '2026-07-14 12:00:00+00'),
                  ('one',  'boss', TIMESTAMP WITH TIME ZONE '2026-07-01 00:00:00+00')
                """);
        Bounds bounds = new Bounds(
                NOW, Optional.of(Instant.parse("2026-07-14T00:00:00Z")), Optional.empty(), DeletedRecords.LEFT_OUT);
        assertThat(records.rows("select Id, Boss.Id from Account", bounds)).containsExactly(row("boss", null));
    }

    @Test
    void anObjectWithoutUpdatedDateIsReadWholeEachTime_unlessTransactionDateCounts() {
        Bounds bounds = new Bounds(
                NOW, Optional.of(Instant.parse("2026-07-14T00:00:00Z")), Optional.empty(), DeletedRecords.LEFT_OUT);
        assertThat(records.rows("select Id from Log order by Id", bounds)).containsExactly(row("l1"), row("l2"));
        records.settings().set(Setting.TRANSACTION_DATE_WINDOWS, true);
        assertThat(records.rows("select Id from Log order by Id", bounds)).containsExactly(row("l2"));
    }

    @Test
    void deletedRecordsCanBeKeptLonger() {
        records.settings().set(Setting.DELETED_DAYS, 31);
        assertThat(records.rows("select Id from Event where Id like 'fad%' order by Id", matching()))
                .containsExactly(row("TRUE", "faded"), row("TRUE", "fading"));
    }

    @Test
    void anAggregateCountsTheLiving_orIsRefused() {
        String query = "select count(Id) from Event";
        assertThat(records.rows(query, matching())).containsExactly(row("2"));
        records.settings().set(Setting.DELETED_WITH_AGGREGATES, "refused");
        assertThat(records.refusal(query, Dialect.EXPORT_ZOQL, matching())).contains("Deleted records");
        assertThat(records.rows(query)).as("nobody asks for deleted ones").containsExactly(row("2"));
    }

    @Test
    void aSecondIsOneMoment_whateverItsFraction() {
        String half = "select Id from Event where UpdatedDate %s '2026-07-14T09:00:00Z' order by Id";
        assertThat(records.column(half.formatted("="))).containsExactly("edge");
        assertThat(records.column(half.formatted("<="))).containsExactly("edge", "old");
        assertThat(records.column(half.formatted("<"))).containsExactly("old");
        assertThat(records.column(half.formatted(">"))).isEmpty();
        assertThat(records.column(half.formatted("!="))).containsExactly("old");
        records.sql("UPDATE \"Event\" SET \"CreatedDate\" = TIMESTAMP WITH TIME ZONE '2026-07-14 09:00:00.9+00'"
                + " WHERE \"Id\" = 'edge'");
        assertThat(records.column("select Id from Event where UpdatedDate = CreatedDate"))
                .containsExactly("edge");
        records.sql("UPDATE \"Event\" SET \"UpdatedDate\" = TIMESTAMP WITH TIME ZONE '2026-07-14 09:00:00.1+00'"
                + " WHERE \"Id\" = 'old'");
        assertThat(records.rows("select count(Id) from Event group by UpdatedDate"))
                .containsExactly(row("2"));
    }

    private static Bounds matching() {
        return new Bounds(NOW, Optional.empty(), Optional.empty(), DeletedRecords.MATCHING);
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }
}
