package io.github.aquaspec.emulator.data;

import static io.github.aquaspec.emulator.data.Store.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDataTest {

    private static Store store;

    @BeforeAll
    static void fill() {
        store = filled(1, 1);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<ObjectType> objects() {
        return Catalogue.shipped().objects().stream();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void everyObjectHasTheRecordsItDeclares(ObjectType object) {
        assertThat(number(store, "SELECT COUNT(*) FROM " + quoted(object.name())))
                .isEqualTo(object.rows());
    }

    @ParameterizedTest
    @MethodSource("objects")
    void everyKeyLeadsToARecord(ObjectType object) {
        for (Field field : object.fields()) {
            if (field.target().isPresent()) {
                String lost = "SELECT COUNT(*) FROM " + quoted(object.name()) + " s WHERE s." + quoted(field.name())
                        + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                        + quoted(field.target().get()) + " t WHERE t.\"Id\" = s." + quoted(field.name()) + ")";
                assertThat(number(store, lost)).as(field.name()).isZero();
                String kept = "SELECT COUNT(" + quoted(field.name()) + ") FROM " + quoted(object.name());
                assertThat(number(store, kept)).as(field.name()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void idsAre32HexCharacters_andNoTimeIsBeforeItsBeginning(ObjectType object) {
        String table = quoted(object.name());
        assertThat(number(store, "SELECT COUNT(*) FROM " + table + " WHERE \"Id\" REGEXP '^[0-9a-f]{32}$'"))
                .isEqualTo(object.rows());
        if (object.field("CreatedDate").isPresent()) {
            assertThat(number(store, "SELECT COUNT(*) FROM " + table + " WHERE \"UpdatedDate\" < \"CreatedDate\""))
                    .isZero();
        }
    }

    @Test
    void pathsThatMeetAgree() {
        assertAgrees(
                "an item's invoice and subscription belong to one account",
                "\"InvoiceItem\" i JOIN \"Invoice\" n ON i.\"InvoiceId\" = n.\"Id\""
                        + " JOIN \"Subscription\" s ON i.\"SubscriptionId\" = s.\"Id\"",
                "n.\"AccountId\" = s.\"AccountId\"");
        assertAgrees(
                "an item's charge belongs to its subscription",
                "\"InvoiceItem\" i JOIN \"RatePlanCharge\" c ON i.\"RatePlanChargeId\" = c.\"Id\""
                        + " JOIN \"RatePlan\" r ON c.\"RatePlanId\" = r.\"Id\"",
                "r.\"SubscriptionId\" = i.\"SubscriptionId\"");
        assertAgrees(
                "a charge's product plan is its plan's",
                "\"RatePlanCharge\" c JOIN \"RatePlan\" r ON c.\"RatePlanId\" = r.\"Id\""
                        + " JOIN \"ProductRatePlanCharge\" p ON c.\"ProductRatePlanChargeId\" = p.\"Id\"",
                "p.\"ProductRatePlanId\" = r.\"ProductRatePlanId\"");
        assertAgrees(
                "a payment pays invoices of its account",
                "\"InvoicePayment\" x JOIN \"Invoice\" n ON x.\"InvoiceId\" = n.\"Id\""
                        + " JOIN \"Payment\" p ON x.\"PaymentId\" = p.\"Id\"",
                "n.\"AccountId\" = p.\"AccountId\"");
        assertAgrees(
                "a payment's method belongs to its account",
                "\"Payment\" p JOIN \"PaymentMethod\" m ON p.\"PaymentMethodId\" = m.\"Id\"",
                "m.\"AccountId\" = p.\"AccountId\"");
        assertAgrees(
                "bills go to a contact of the account",
                "\"Account\" a JOIN \"Contact\" c ON a.\"BillToId\" = c.\"Id\"",
                "c.\"AccountId\" = a.\"Id\"");
    }

    @Test
    void copiedValuesAgreeWithTheirOrigin() {
        assertAgrees(
                "an item names its subscription",
                "\"InvoiceItem\" i JOIN \"Subscription\" s ON i.\"SubscriptionId\" = s.\"Id\"",
                "i.\"SubscriptionNumber\" = s.\"Name\"");
        assertAgrees(
                "usage names its account",
                "\"Usage\" u JOIN \"Subscription\" s ON u.\"SubscriptionId\" = s.\"Id\""
                        + " JOIN \"Account\" a ON s.\"AccountId\" = a.\"Id\"",
                "u.\"AccountNumber\" = a.\"AccountNumber\"");
        assertAgrees(
                "a payment has the currency of its account",
                "\"Payment\" p JOIN \"Account\" a ON p.\"AccountId\" = a.\"Id\"",
                "p.\"Currency\" = a.\"Currency\"");
        assertAgrees(
                "periods are months",
                "\"AccountingPeriod\" p",
                "DATEADD(MONTH, 1, \"StartDate\") = DATEADD(DAY, 1, \"EndDate\")"
                        + " AND EXTRACT(YEAR FROM \"StartDate\") = \"FiscalYear\"");
    }

    @Test
    void someAccountsBuyMuch_someNothing() {
        List<String> counts = column(
                store,
                "SELECT COUNT(s.\"Id\") FROM \"Account\" a LEFT JOIN \"Subscription\" s ON s.\"AccountId\" = a.\"Id\""
                        + " GROUP BY a.\"Id\"");
        assertThat(new HashSet<>(counts)).contains("0").hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%,%", "%\"%", "%\n%", "%\r\n%", "%ü%", "%🚀%", " %"})
    void notesHoldWhatTroublesReaders(String pattern) {
        assertThat(number(store, "SELECT COUNT(*) FROM \"Account\" WHERE \"Notes\" LIKE '" + pattern + "' ESCAPE ''"))
                .isPositive();
    }

    @Test
    void someTextIsLong_andSomeValuesAreNull() {
        assertThat(number(store, "SELECT MAX(LENGTH(\"Comments\")) FROM \"Invoice\""))
                .isGreaterThan(5000);
        for (Field field : store.catalogue().object("Account").orElseThrow().fields()) {
            long nulls = number(store, "SELECT COUNT(*) FROM \"Account\" WHERE " + quoted(field.name()) + " IS NULL");
            assertThat(nulls > 0).as(field.name()).isEqualTo(field.nullable());
        }
    }

    @Test
    void theSameSeedMakesTheSameRecordsInTheSameOrder_anotherSeedOthers() {
        String all = "SELECT * FROM \"Invoice\"";
        try (Store same = filled(1, 1);
                Store other = filled(2, 1)) {
            assertThat(column(same, all)).isEqualTo(column(store, all));
            assertThat(column(other, all)).doesNotContainAnyElementsOf(column(store, all));
        }
    }

    @Test
    void theOrderOfTheStoreIsNoOrderAnyoneAskedFor() {
        List<String> numbers = column(store, "SELECT \"InvoiceNumber\" FROM \"Invoice\"");
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .isNotEqualTo(numbers.stream().sorted().toList());
    }

    @Test
    void theScaleMultipliesRecords_andPathsStillAgree() {
        try (Store three = filled(1, 3)) {
            assertThat(number(three, "SELECT COUNT(*) FROM \"Account\"")).isEqualTo(720);
            assertThat(number(three, "SELECT COUNT(*) FROM \"Product\"")).isEqualTo(10);
            assertThat(number(
                            three,
                            "SELECT COUNT(*) FROM \"InvoiceItem\" i JOIN \"Invoice\" n ON i.\"InvoiceId\" = n.\"Id\""
                                    + " JOIN \"Subscription\" s ON i.\"SubscriptionId\" = s.\"Id\""
                                    + " WHERE n.\"AccountId\" = s.\"AccountId\""))
                    .isEqualTo(4320);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 7, 10, 240, 1440, 99_991})
    void aShuffleMeetsEveryRowOnce(long size) {
        for (long key : new long[] {0, 1, -1, Long.MIN_VALUE, 4711}) {
            Shuffle shuffle = new Shuffle(size, key);
            HashSet<Long> met = new HashSet<>();
            for (long i = 0; i < size; i++) {
                long row = shuffle.at(i);
                assertThat(row).isBetween(0L, size - 1);
                met.add(row);
            }
            assertThat(met).hasSize((int) size);
        }
    }

    private static void assertAgrees(String what, String joined, String condition) {
        long all = number(store, "SELECT COUNT(*) FROM " + joined);
        assertThat(all).as(what).isPositive();
        assertThat(number(store, "SELECT COUNT(*) FROM " + joined + " WHERE " + condition))
                .as(what)
                .isEqualTo(all);
    }

    @Test
    void anObjectIsFilledIn_whenItIsLookedAtFirst_withAllThatItsKeysLeadTo() throws SQLException {
        try (Store some = empty()) {
            new SampleData(some, 1, 1).begin();
            assertThat(number(some, "SELECT COUNT(*) FROM \"Account\"")).isZero();

            ObjectType invoice = some.catalogue().object("Invoice").orElseThrow();
            try (Connection snapshot = some.look(List.of(invoice)).connection();
                    Statement statement = snapshot.createStatement();
                    ResultSet joined = statement.executeQuery("SELECT COUNT(*) FROM \"Invoice\" i"
                            + " JOIN \"Account\" a ON i.\"AccountId\" = a.\"Id\"")) {
                joined.next();
                assertThat(joined.getLong(1)).isEqualTo(number(store, "SELECT COUNT(*) FROM \"Invoice\""));
            }
            assertThat(number(some, "SELECT COUNT(*) FROM \"Usage\"")).isZero();
        }
    }

    private static Store empty() {
        return Store.open(Catalogue.shipped(), ZoneOffset.UTC, Clock.systemUTC(), Optional.empty());
    }

    private static Store filled(long seed, int scale) {
        Store store = empty();
        new SampleData(store, seed, scale).fill();
        return store;
    }

    private static long number(Store store, String sql) {
        return Long.parseLong(column(store, sql).get(0));
    }

    private static List<String> column(Store store, String sql) {
        List<String> column = new ArrayList<>();
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
        return column;
    }
}
