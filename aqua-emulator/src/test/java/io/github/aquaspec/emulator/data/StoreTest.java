package io.github.aquaspec.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreTest {

    private final Store store = SmallCatalogue.open(ZoneOffset.UTC);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSnapshotStandsStill_inAllTables_whileOthersWrite() throws SQLException {
        write("INSERT INTO \"Account\" (\"Id\", \"Name\") VALUES ('1', 'before')");
        try (Connection snapshot = store.look(List.of()).connection();
                Connection live = store.connect()) {
            write("INSERT INTO \"Account\" (\"Id\") VALUES ('2')");
            write("UPDATE \"Account\" SET \"Name\" = 'after'");
            write("INSERT INTO \"City\" (\"Id\") VALUES ('c')");
            assertThat(text(snapshot, "SELECT COUNT(*) FROM \"Account\"")).isEqualTo("1");
            assertThat(text(snapshot, "SELECT \"Name\" FROM \"Account\"")).isEqualTo("before");
            assertThat(text(snapshot, "SELECT COUNT(*) FROM \"City\""))
                    .as("a table not read before")
                    .isEqualTo("0");
            assertThat(text(live, "SELECT COUNT(*) FROM \"Account\"")).isEqualTo("2");
            assertThat(text(live, "SELECT COUNT(*) FROM \"City\"")).isEqualTo("1");
        }
    }

    @Test
    void aSnapshotLeavesNothingBehind() throws SQLException {
        try (Connection snapshot = store.look(List.of()).connection();
                Statement statement = snapshot.createStatement()) {
            statement.execute("INSERT INTO \"City\" (\"Id\") VALUES ('never')");
            assertThat(text(snapshot, "SELECT COUNT(*) FROM \"City\"")).isEqualTo("1");
        }
        try (Connection live = store.connect()) {
            assertThat(text(live, "SELECT COUNT(*) FROM \"City\"")).isEqualTo("0");
        }
    }

    @Test
    void aSnapshotWaitsForAChangeUnderWay_forItsMomentIsOver() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread change = new Thread(() -> store.change(connection -> {
            store.clock().moment();
            begun.countDown();
            awaited(goOn);
            return execute(connection, "INSERT INTO \"City\" (\"Id\") VALUES ('c')");
        }));
        AtomicReference<String> found = new AtomicReference<>();
        Thread job = new Thread(() -> found.set(citiesInSnapshot()));
        change.start();
        begun.await();
        job.start();
        while (job.getState() != Thread.State.BLOCKED && job.isAlive()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        change.join();
        job.join();
        assertThat(found).hasValue("1");
    }

    @Test
    void aChangeThatFailsLeavesNothing() throws SQLException {
        assertThatThrownBy(() -> store.change(connection -> {
                    execute(connection, "INSERT INTO \"City\" (\"Id\") VALUES ('c')");
                    throw new SQLException("halfway");
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(citiesInSnapshot()).isEqualTo("0");
    }

    @Test
    void twoStoresShareNothing() throws SQLException {
        try (Store other = SmallCatalogue.open(ZoneOffset.UTC);
                Connection elsewhere = other.connect()) {
            write("INSERT INTO \"City\" (\"Id\") VALUES ('c')");
            assertThat(text(elsewhere, "SELECT COUNT(*) FROM \"City\"")).isEqualTo("0");
        }
    }

    @Test
    void aClosedStoreForgets() throws SQLException {
        Store other = SmallCatalogue.open(ZoneOffset.UTC);
        other.close();
        try (Connection again = other.connect()) {
            assertThatThrownBy(() -> text(again, "SELECT COUNT(*) FROM \"City\""))
                    .isInstanceOf(SQLException.class);
        }
    }

    private String citiesInSnapshot() {
        try (Connection snapshot = store.look(List.of()).connection()) {
            return text(snapshot, "SELECT COUNT(*) FROM \"City\"");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private void write(String sql) throws SQLException {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
