package io.github.aquaspec.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.data.Records.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {

    private static final String NOW = "2026-07-15T10:30:00";
    private static final Clock CLOCK = Clock.fixed(Instant.parse(NOW + "Z"), ZoneOffset.UTC);
    private static final Catalogue SHIPPED = Catalogue.shipped();
    private static final Store SAMPLES = Store.open(SHIPPED, ZoneOffset.UTC, CLOCK, Optional.empty());
    private static final Records SAMPLE_RECORDS = sampleRecords();

    private final Store store = Store.open(SmallCatalogue.read(), ZoneOffset.UTC, CLOCK, Optional.empty());
    private final Records records = new Records(store, new SampleData(store, 1, 1));

    private static Records sampleRecords() {
        SampleData sample = new SampleData(SAMPLES, 1, 1);
        sample.fill();
        return new Records(SAMPLES, sample);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @AfterAll
    static void closeSamples() {
        SAMPLES.close();
    }

    @Test
    void anInsertedRecordGetsWhatItNeeds_andWhatIsGiven() {
        records.put("City", "b", Map.of("Name", "Berlin"));
        String id = records.insert("event", Map.of("homeid", "b"));
        Map<String, Object> event = one("Event", id).fields();
        assertThat(event).containsEntry("HomeId", "b").containsEntry("CreatedDate", NOW + ".000001Z");
        assertThat(event.get("UpdatedDate")).isEqualTo(event.get("CreatedDate"));
        assertThat((Long) event.get("Size")).isBetween(1L, 9L);
        assertThat(event.keySet()).containsExactly("Id", "Size", "CreatedDate", "UpdatedDate", "HomeId");
    }

    static List<ObjectType> objects() {
        return List.copyOf(SHIPPED.objects());
    }

    @ParameterizedTest
    @MethodSource("objects")
    void ofEachObjectARecordCanBeMadeFromNothing(ObjectType object) {
        String one = SAMPLE_RECORDS.insert(object.name(), Map.of());
        String other = SAMPLE_RECORDS.insert(object.name(), Map.of());
        assertThat(one).isNotEqualTo(other);
        assertThat(SAMPLE_RECORDS.find(object.name(), Map.of("Id", one), 2)).hasSize(1);
    }

    @Test
    void whatIsMadeUpFitsWhatIsGiven() {
        String account = SAMPLE_RECORDS.insert("Account", Map.of("Currency", "CHF", "AccountNumber", "A-1"));
        String subscription = SAMPLE_RECORDS.insert(
                "Subscription", Map.of("AccountId", account, "ContractEffectiveDate", "2030-01-01"));
        String usage = SAMPLE_RECORDS.insert("Usage", Map.of("SubscriptionId", subscription));
        String payment = SAMPLE_RECORDS.insert("Payment", Map.of("AccountId", account));
        assertThat(sample("Subscription", subscription))
                .containsEntry("ServiceActivationDate", "2030-01-04")
                .containsEntry("SubscriptionEndDate", null);
        assertThat(sample("Usage", usage)).containsEntry("AccountNumber", "A-1");
        assertThat(sample("Payment", payment)).containsEntry("Currency", "CHF");
    }

    @Test
    void puttingInserts_thenChanges_thenLeaves() {
        assertThat(records.put("Account", "a", Map.of("Balance", "10.50"))).isEqualTo(Outcome.INSERTED);
        assertThat(records.put("Account", "a", Map.of("Balance", 10.5))).isEqualTo(Outcome.UNCHANGED);
        assertThat(one("Account", "a").fields()).containsEntry("UpdatedDate", NOW + "Z");
        assertThat(records.put("Account", "a", Map.of("Balance", 11))).isEqualTo(Outcome.UPDATED);
        assertThat(one("Account", "a").fields())
                .containsEntry("UpdatedDate", NOW + ".000001Z")
                .containsEntry("Balance", BigDecimal.valueOf(11));
    }

    @Test
    void anUpdateSetsWhatIsGiven_andTheDate_evenWhereNothingElseChanges() {
        records.put("Account", "a", Map.of("Name", "Anna", "Level", 3));
        Map<String, Object> nameless = new HashMap<>();
        nameless.put("Name", null);
        records.update("Account", "a", nameless);
        assertThat(one("Account", "a").fields()).containsEntry("Name", null).containsEntry("Level", 3L);
        records.update("Account", "a", Map.of());
        assertThat(one("Account", "a").fields()).containsEntry("UpdatedDate", NOW + ".000002Z");
        records.update("Account", "a", Map.of("UpdatedDate", "2020-01-01T01:00:00+01:00"));
        assertThat(one("Account", "a").fields()).containsEntry("UpdatedDate", "2020-01-01T00:00:00Z");
    }

    @Test
    void aChangeLeavesTheRecordsItLeadsToAlone() {
        records.put("Account", "boss", Map.of());
        records.put("Account", "a", Map.of("BossId", "boss"));
        StoredRecord before = one("Account", "a");
        records.update("Account", "boss", Map.of("Name", "new"));
        assertThat(one("Account", "a")).isEqualTo(before);
    }

    @Test
    void aDeletedRecordIsMarkedOnce_andChangedAtThatMoment() {
        records.put("Account", "a", Map.of("Name", "Anna"));
        assertThat(records.delete("Account", "a")).isTrue();
        StoredRecord deleted = one("Account", "a");
        assertThat(deleted.deletedAt()).contains(Instant.parse(NOW + ".000001Z"));
        assertThat(deleted.fields())
                .containsEntry("UpdatedDate", NOW + ".000001Z")
                .containsEntry("Name", "Anna");
        assertThat(records.delete("Account", "a")).isFalse();
        assertThat(one("Account", "a")).isEqualTo(deleted);
    }

    @Test
    void aDeletedRecordComesBackWhenItIsPut_withTheDateItWasCreatedOn() {
        records.put("City", "b", Map.of());
        records.put("Event", "e", Map.of("HomeId", "b"));
        Object created = one("Event", "e").fields().get("CreatedDate");
        records.delete("Event", "e");
        assertThat(records.put("Event", "e", Map.of())).isEqualTo(Outcome.INSERTED);
        assertThat(one("Event", "e").deletedAt()).isEmpty();
        assertThat(one("Event", "e").fields()).containsEntry("CreatedDate", created);
        assertThat(one("Event", "e").fields().get("UpdatedDate")).isNotEqualTo(created);
    }

    @Test
    void whatIsShownCanBePutBack() {
        for (ObjectType object : SHIPPED.objects()) {
            StoredRecord shown = SAMPLE_RECORDS.find(object.name(), Map.of(), 1).get(0);
            String id = shown.fields().get("Id").toString();
            assertThat(SAMPLE_RECORDS.put(object.name(), id, shown.fields()))
                    .as(object.name())
                    .isEqualTo(Outcome.UNCHANGED);
        }
    }

    @Test
    void recordsAreFoundByWhatTheyHold() {
        records.put("City", "b", Map.of("Name", "Berlin", "Founded", "1237-10-28"));
        records.put("City", "c", Map.of("Name", "Berlin"));
        records.put("City", "d", Map.of("Name", "Bonn"));
        Map<String, Object> undated = new HashMap<>(Map.of("name", "Berlin"));
        undated.put("Founded", null);
        assertThat(ids(records.find("City", Map.of("Name", "Berlin"), 10))).containsExactly("b", "c");
        assertThat(ids(records.find("City", Map.of("Founded", "1237-10-28"), 10)))
                .containsExactly("b");
        assertThat(ids(records.find("City", undated, 10))).containsExactly("c");
        assertThat(ids(records.find("City", Map.of(), 2))).containsExactly("b", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Acount  | Name=x           | there is no object Acount; did you mean Account?",
                "Nothing | Name=x           | there is no object Nothing; there are City, Account, Event, Log, Silent, RatePlan",
                "Account | Nme=x            | Account has no field Nme; did you mean Name?",
                "Account | deleted at=x     | Account has no field deleted at; there are Id, Name, Balance, Level, Active, Born, UpdatedDate, Hidden, HomeId, BossId",
                "Account | Level=1.5        | Account.Level is a whole number, not \"1.5\"",
                "Account | Balance=ten      | Account.Balance is a number of at most 19 digits, and 9 behind the point, not \"ten\"",
                "Account | Balance=1e30     | Account.Balance is a number of at most 19 digits, and 9 behind the point, not \"1e30\"",
                "Account | Active=yes       | Account.Active is true or false, not \"yes\"",
                "Account | Born=1.2.2026    | Account.Born is a date such as 2026-07-15, not \"1.2.2026\"",
                "Account | UpdatedDate=2026-07-15T10:30:00 | Account.UpdatedDate is a moment such as 2026-07-15T10:30:00Z, not \"2026-07-15T10:30:00\"",
                "Account | HomeId=nowhere   | Account.HomeId leads to the City \"nowhere\", which does not exist",
                "Account | HomeId=gone      | Account.HomeId leads to the City \"gone\", which does not exist",
                "Account | Id=a b           | Account.Id is an id of 1 to 32 letters, digits, _ and -, not \"a b\"",
                "Account | Id=there         | the Account with the id \"there\" exists already; PUT or PATCH changes it",
                "City    | Id=gone          | the City with the id \"gone\" is deleted; putting it brings it back",
                "Account | Name=1,NAME=2    | Account.Name is given twice",
                "Event   | Size=            | Event.Size can't be empty",
                "Event   | Size=1           | Event.HomeId needs a record of City, and there is none; insert one first"
            })
    void whatCantBeIsRefused_andLeavesNothing(String object, String fields, String message) {
        records.put("Account", "there", Map.of());
        records.put("City", "gone", Map.of());
        records.delete("City", "gone");
        Map<String, String> given = new HashMap<>();
        for (String field : fields.split(",", -1)) {
            String[] parts = field.split("=", -1);
            given.put(parts[0], parts[1].isEmpty() ? null : parts[1]);
        }
        assertThatThrownBy(() -> records.insert(object, given))
                .isInstanceOf(RecordRejected.class)
                .hasMessage(message);
        assertThat(records.find("Account", Map.of(), 10)).hasSize(1);
        assertThat(records.find("Event", Map.of(), 10)).isEmpty();
    }

    @Test
    void whatIsNotThereCantBeChanged() {
        records.put("City", "gone", Map.of());
        records.delete("City", "gone");
        assertThatThrownBy(() -> records.update("City", "never", Map.of()))
                .hasMessage("there is no City with the id \"never\"; PUT inserts it");
        assertThatThrownBy(() -> records.delete("City", "never"))
                .hasMessage("there is no City with the id \"never\"; PUT inserts it");
        assertThatThrownBy(() -> records.update("City", "gone", Map.of())).hasMessageContaining("is deleted");
        assertThatThrownBy(() -> records.put("City", "one", Map.of("Id", "other")))
                .hasMessage("the City with the id \"one\" can't get the id \"other\"");
    }

    @Test
    void aRecordMayLeadToItself_fromItsFirstMoment() {
        records.put("Account", "boss", Map.of("BossId", "boss"));
        assertThat(one("Account", "boss").fields()).containsEntry("BossId", "boss");
        assertThatThrownBy(() -> records.put("Account", "a", Map.of("BossId", "b")))
                .isInstanceOf(RecordRejected.class);
    }

    private StoredRecord one(String object, String id) {
        return records.find(object, Map.of("Id", id), 2).get(0);
    }

    private static Map<String, Object> sample(String object, String id) {
        return SAMPLE_RECORDS.find(object, Map.of("Id", id), 2).get(0).fields();
    }

    private static List<String> ids(List<StoredRecord> found) {
        return Arrays.asList(
                found.stream().map(r -> r.fields().get("Id").toString()).toArray(String[]::new));
    }
}
