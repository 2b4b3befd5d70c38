package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.data.StoreFailure;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers by their Idempotency-Key: the first answer is kept, whatever it says, and comes back for a day (Zuora
 * developer reference, Idempotent requests). They are kept where the records are, and so for as long.
 */
final class IdempotencyKeys {

    private static final String HEADER = "Idempotency-Key";
    private static final String ENTITY = "Zuora-Entity-Ids";
    private static final int LONGEST = 255;
    private static final String TABLE = Store.quoted("kept answers");

    private final Store store;
    private final Clock clock;
    private final Settings settings;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    IdempotencyKeys(Store store, Clock clock, Settings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (name varchar(255) PRIMARY KEY,"
                    + " method varchar(16), target varchar, entity varchar, ends timestamp(3) with time zone,"
                    + " status int, type varchar, request varchar, body varbinary)");
        } catch (SQLException e) {
            throw new StoreFailure("cannot keep answers", e);
        }
    }

    /** The answer to a request that has a key: kept, refused or new. Without a key the work is always done. */
    Response once(Request request, Errors.Work work) throws IOException {
        Optional<String> key = request.header(HEADER);
        if (key.isEmpty()) {
            return work.answer();
        }
        if (key.get().isEmpty() || key.get().length() > LONGEST) {
            return Errors.badRequest(HEADER + " has 1 to " + LONGEST + " characters");
        }
        if (!underWay.add(key.get())) {
            return Errors.conflict("a request with this " + HEADER + " is under way");
        }
        try {
            Optional<Kept> kept = find(key.get());
            return kept.isPresent() ? replayed(kept.get(), request) : kept(key.get(), request, work);
        } catch (SQLException e) {
            throw new StoreFailure("cannot keep answers", e);
        } finally {
            underWay.remove(key.get());
        }
    }

    /** Forgets all of them. */
    void clear() {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + TABLE);
        } catch (SQLException e) {
            throw new StoreFailure("cannot forget answers", e);
        }
    }

    private record Kept(String method, String target, String entity, Response response) {}

    private Response replayed(Kept kept, Request request) {
        if (!kept.method().equals(request.method())
                || !kept.target().equals(request.target())
                || !kept.entity().equals(entity(request))) {
            return Errors.unprocessable("this " + HEADER + " was used for " + kept.method() + ' ' + kept.target()
                    + (kept.entity().isEmpty() ? "" : " of entity " + kept.entity()));
        }
        return settings.get(Setting.REPLAY_STATUS).equals("409")
                ? new Response(409, kept.response().headers(), kept.response().body())
                : kept.response();
    }

    private Response kept(String key, Request request, Errors.Work work) throws IOException, SQLException {
        Response response = Errors.answered(work)
                .with(Response.REQUEST_ID, UUID.randomUUID().toString());
        try (Connection connection = store.connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?,?,?,?,?,?,?,?,?)")) {
            insert.setString(1, key);
            insert.setString(2, request.method());
            insert.setString(3, request.target());
            insert.setString(4, entity(request));
            insert.setObject(5, clock.instant().plus(life()));
            insert.setInt(6, response.status());
            insert.setString(7, response.headers().getOrDefault("Content-Type", ""));
            insert.setString(8, response.headers().get(Response.REQUEST_ID));
            insert.setBytes(9, response.body().bytes());
            insert.executeUpdate();
        }
        return response;
    }

    private Duration life() {
        return Duration.ofHours(settings.get(Setting.IDEMPOTENCY_HOURS));
    }

    private Optional<Kept> find(String key) throws SQLException {
        try (Connection connection = store.connect();
                PreparedStatement expire = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE ends <= ?");
                PreparedStatement select = connection.prepareStatement("SELECT * FROM " + TABLE + " WHERE name = ?")) {
            Instant now = clock.instant();
            expire.setObject(1, now);
            expire.executeUpdate();
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(kept(row)) : Optional.empty();
            }
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("method"),
                row.getString("target"),
                row.getString("entity"),
                new Response(
                        row.getInt("status"),
                        Map.of("Content-Type", row.getString("type"), Response.REQUEST_ID, row.getString("request")),
                        Body.of(row.getBytes("body"))));
    }

    private static String entity(Request request) {
        return request.header(ENTITY).orElse("");
    }
}
