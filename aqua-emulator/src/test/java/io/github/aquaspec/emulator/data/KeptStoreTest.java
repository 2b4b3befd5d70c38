package io.github.aquaspec.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a directory. */
class KeptStoreTest {

    private static final Instant NOW = Instant.parse("2026-07-15T10:30:00Z");

    @TempDir
    Path directory;

    @Test
    void recordsStay() {
        try (Store store = open(directory)) {
            records(store).put("City", "b", Map.of("Name", "Berlin"));
            records(store).put("City", "x", Map.of());
            records(store).delete("City", "x");
        }
        try (Store again = open(directory)) {
            assertThat(records(again).find("City", Map.of(), 9))
                    .extracting(r -> r.fields().get("Name"), r -> r.deletedAt().isPresent())
                    .containsExactly(tuple("Berlin", false), tuple(null, true));
        }
    }

    @Test
    void whatIsCommittedSurvivesACrash_andWhatIsNotIsGone(@TempDir Path copy) throws Exception {
        try (Store store = open(directory);
                Connection open = store.connect();
                Statement statement = open.createStatement()) {
            records(store).put("City", "b", Map.of("Name", "Berlin"));
            store.clock().advance(Duration.ofDays(1));
            open.setAutoCommit(false);
            statement.execute("INSERT INTO \"City\" (\"Id\") VALUES ('never')");
            // What a process that dies now leaves behind.
            copy(directory, copy);
        }
        try (Store again = open(copy)) {
            assertThat(records(again).find("City", Map.of(), 9)).hasSize(1);
            assertThat(again.clock().ahead()).isEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void aProcessThatIsKilledLosesNothing() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "";
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < 20; i++) {
                last = out.readLine();
            }
            assertThatThrownBy(() -> open(directory)).isInstanceOf(StoreRefused.class);
        } finally {
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
        try (Store store = open(directory)) {
            assertThat(records(store).find("City", Map.of("Id", last), 1)).hasSize(1);
        }
    }

    /** Inserts records, and says so after each, until it is killed. */
    static final class Endless {

        public static void main(String[] args) {
            Store store = open(Path.of(args[0]));
            Records records = records(store);
            for (int i = 0; i < 1_000_000; i++) {
                records.put("City", "c" + i, Map.of());
                System.out.println("c" + i);
            }
        }
    }

    @Test
    void aSnapshotStandsStill() throws SQLException {
        try (Store store = open(directory)) {
            records(store).put("City", "a", Map.of());
            try (Connection snapshot = store.look(List.of()).connection()) {
                records(store).put("City", "b", Map.of());
                records(store).put("Account", "c", Map.of());
                assertThat(count(snapshot, "\"City\"")).isEqualTo(1);
                assertThat(count(snapshot, "\"Account\""))
                        .as("a table not read before")
                        .isZero();
            }
            try (Connection live = store.connect()) {
                assertThat(count(live, "\"City\"")).isEqualTo(2);
            }
        }
    }

    @Test
    void theClockGoesOnWhereItWas() {
        Instant last;
        try (Store store = open(directory)) {
            store.clock().advance(Duration.ofDays(3));
            store.clock().advance(Duration.ofHours(-1));
            last = store.clock().moment();
        }
        try (Store again = open(directory)) {
            assertThat(again.clock().instant()).isEqualTo(NOW.plus(Duration.ofHours(71)));
            assertThat(again.clock().moment()).as("no moment comes twice").isAfter(last);
        }
    }

    @Test
    void oneDirectoryHasOneEmulator() {
        try (Store store = open(directory)) {
            assertThatThrownBy(() -> open(directory))
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageContaining("another emulator uses the directory " + directory);
            records(store).put("City", "b", Map.of());
        }
        open(directory).close();
    }

    @Test
    void aDirectoryOfAnotherCatalogueIsRefused_andFreeAgain() {
        open(directory).close();
        Catalogue other = CatalogueReader.read(new StringReader("object Account \"A\" rows 1\n Id id \"ID\""));
        assertThatThrownBy(() -> Store.open(other, ZoneOffset.UTC, clock(), Optional.of(directory)))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("another version")
                .hasMessageContaining(directory.toString());
        open(directory).close();
    }

    @Test
    void aDirectoryThatCantBeIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> open(file)).isInstanceOf(StoreRefused.class).hasMessageContaining("can't be written");
        assertThatThrownBy(() -> open(directory.resolve("a;b")))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("semicolon");
        Path broken = directory.resolve("broken");
        Files.createDirectories(broken.resolve("data"));
        Files.writeString(broken.resolve("data").resolve("records.mv.db"), "no database".repeat(2000));
        assertThatThrownBy(() -> open(broken)).isInstanceOf(StoreRefused.class).hasMessageContaining("can't be opened");
    }

    @Test
    void theSampleIsFilledInOnce_andOtherSeedsAreRefused() throws SQLException {
        try (Store store = shipped(directory)) {
            new SampleData(store, 1, 1).fill();
            new Records(store, new SampleData(store, 1, 1)).delete("Usage", firstUsage(store));
        }
        try (Store again = shipped(directory)) {
            new SampleData(again, 1, 1).fill();
            assertThat(deletedUsages(again)).as("what was changed").isEqualTo(1);
            assertThatThrownBy(() -> new SampleData(again, 2, 1).fill())
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageContaining("seed 1 at scale 1")
                    .hasMessageContaining("seed 2 at scale 1");
            assertThatThrownBy(() -> new SampleData(again, 1, 2).fill()).isInstanceOf(StoreRefused.class);
        }
    }

    @Test
    void aFillingThatWasCutShortBeginsAnew() throws SQLException {
        try (Store store = shipped(directory)) {
            new SampleData(store, 1, 1).fill();
            new Records(store, new SampleData(store, 1, 1)).delete("Usage", firstUsage(store));
            store.remembered().forget("sample of Usage");
        }
        try (Store again = shipped(directory)) {
            new SampleData(again, 1, 1).fill();
            assertThat(deletedUsages(again)).isZero();
        }
    }

    @Test
    void aResetThatWasCutShort_isWholeAtTheNextStart() throws SQLException {
        try (Store store = shipped(directory)) {
            new SampleData(store, 1, 1).fill();
            new Records(store, new SampleData(store, 1, 1)).delete("Usage", firstUsage(store));
            // what a reset does first
            store.remembered().forget("sample");
        }
        try (Store again = shipped(directory)) {
            new SampleData(again, 1, 1).fill();
            assertThat(deletedUsages(again)).isZero();
        }
    }

    @Test
    void resettingBringsTheSampleBack_andLeavesSnapshotsAlone() throws SQLException {
        try (Store store = shipped(directory)) {
            SampleData sample = new SampleData(store, 1, 1);
            sample.fill();
            Records records = new Records(store, sample);
            List<StoredRecord> before = records.find("Product", Map.of(), 100);
            String id = before.get(0).fields().get("Id").toString();
            records.delete("Product", id);
            records.insert("Product", Map.of("Name", "new"));
            records.update("Product", before.get(1).fields().get("Id").toString(), Map.of("Name", "other"));
            try (Connection snapshot = store.look(List.of()).connection()) {
                records.reset();
                assertThat(records.find("Product", Map.of(), 100)).isEqualTo(before);
                assertThat(count(snapshot, "\"Product\"")).isEqualTo(before.size() + 1);
            }
        }
    }

    @Test
    void smallThingsAreRemembered() {
        try (Store store = open(directory)) {
            assertThat(store.remembered().get("a")).isEmpty();
            store.remembered().put("a", "1");
            store.remembered().put("a", "2");
            store.remembered().put("b", "3");
            store.remembered().forget("b");
        }
        try (Store again = open(directory)) {
            assertThat(again.remembered().get("a")).contains("2");
            assertThat(again.remembered().get("b")).isEmpty();
        }
    }

    private static Store open(Path directory) {
        return Store.open(SmallCatalogue.read(), ZoneOffset.UTC, clock(), Optional.of(directory));
    }

    private static Store shipped(Path directory) {
        return Store.open(Catalogue.shipped(), ZoneOffset.UTC, clock(), Optional.of(directory));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static Records records(Store store) {
        return new Records(store, new SampleData(store, 1, 1));
    }

    private static String firstUsage(Store store) {
        return records(store)
                .find("Usage", Map.of(), 1)
                .get(0)
                .fields()
                .get("Id")
                .toString();
    }

    private static long deletedUsages(Store store) throws SQLException {
        try (Connection connection = store.connect()) {
            return count(connection, "\"Usage\" WHERE \"deleted at\" IS NOT NULL");
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
