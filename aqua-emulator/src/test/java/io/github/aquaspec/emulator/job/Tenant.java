package io.github.aquaspec.emulator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.Fillings;
import io.github.aquaspec.emulator.data.SmallCatalogue;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.EmulatedClock;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A tenant with events in a town, on a clock that stands still until it is moved. Jobs are worked on when a test says
 * so. It is gone after each test that it is registered with.
 */
final class Tenant implements AutoCloseable, AfterEachCallback {

    static final Instant NOW = Instant.parse("2026-07-15T10:30:00Z");
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    static final String EVENTS = "select Id from Event order by Id";
    static final String SIZES = "select Id, Size from Event order by Id";

    /** One that is accepted, and comes to nothing. */
    static final String FAILING = "select * from Silent";

    final Settings settings = new Settings(Map.of());
    final List<String> called = new ArrayList<>();
    final ResultFiles files;
    private final Store store = SmallCatalogue.open(PACIFIC, Clock.fixed(NOW, ZoneOffset.UTC));
    final EmulatedClock clock = store.clock();
    private final Pace pace;
    private Workers workers;
    private Jobs jobs;

    Tenant() {
        this(new Pace.Immediate());
    }

    static Tenant withTwoEvents() {
        Tenant tenant = new Tenant();
        tenant.insert("e1");
        tenant.insert("e2");
        return tenant;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    Tenant(Pace pace) {
        this.pace = pace;
        try {
            this.files = new ResultFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql("INSERT INTO \"City\" (\"Id\", \"Name\") VALUES ('c1', 'Rome')");
        restart();
    }

    /** The emulator ends without a word, and another one starts over the same records and files. */
    void restart() {
        workers = new Workers();
        jobs = Jobs.over(
                store, files, new JobSettings(Set.of(), PACIFIC, PACIFIC, clock, pace, settings), called::add, workers);
    }

    Jobs jobs() {
        return jobs;
    }

    <T> Tenant with(Setting<T> setting, T value) {
        settings.set(setting, value);
        return this;
    }

    /** From now on the records can't be read. */
    void breaks() {
        Fillings.fail(store);
    }

    /** The objects that are looked at from now on. */
    List<String> looks() {
        List<String> looks = new ArrayList<>();
        Fillings.tell(store, looks::add);
        return looks;
    }

    void passes(Duration time) {
        clock.advance(time);
    }

    /** Does all the work there is. */
    void work() {
        workers.work();
    }

    JobView submit(String body) {
        Jobs.Submission submission = jobs.submit(request(body));
        if (submission instanceof Jobs.Submission.Rejected rejected) {
            throw new AssertionError(rejected.rejection().toString());
        }
        return ((Jobs.Submission.Accepted) submission).job();
    }

    /** The code of the refusal. */
    String refused(String body) {
        Jobs.Submission submission = jobs.submit(request(body));
        assertThat(submission).isInstanceOf(Jobs.Submission.Rejected.class);
        return ((Jobs.Submission.Rejected) submission).rejection().code();
    }

    /** Submits a job and brings it to its end. */
    JobView run(String body) {
        JobView submitted = submit(body);
        work();
        return poll(submitted);
    }

    JobView poll(JobView job) {
        return jobs.poll(job.id()).orElseThrow();
    }

    /** How each batch of a job stands. */
    static List<Status> statuses(JobView job) {
        return job.batches().stream().map(Batch::status).toList();
    }

    JobRequest request(String body) {
        try {
            return new RequestReader("145.0", settings).read(body.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedRequest e) {
            throw new AssertionError(body, e);
        }
    }

    /** The lines of a batch's only file, without the header. */
    List<String> rows(JobView job, int batch) {
        List<String> lines = lines(job, batch);
        return lines.subList(1, lines.size());
    }

    List<String> lines(JobView job, int batch) {
        assertThat(job.batches().get(batch).files()).as(job.toString()).hasSize(1);
        return lines(job.batches().get(batch).files().get(0));
    }

    List<String> lines(String fileId) {
        ResultFile file = jobs.file(fileId).orElseThrow();
        try {
            return Files.readAllLines(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files there are, also those that nobody can fetch. */
    List<Path> onDisk() throws IOException {
        try (Stream<Path> here = Files.list(files.directory())) {
            return here.toList();
        }
    }

    void insert(String id) {
        OffsetDateTime now = moment();
        sql(
                "INSERT INTO \"Event\" (\"Id\", \"Size\", \"CreatedDate\", \"UpdatedDate\", \"HomeId\")"
                        + " VALUES (?, 1, ?, ?, 'c1')",
                id,
                now,
                now);
    }

    void update(String id) {
        sql("UPDATE \"Event\" SET \"Size\" = \"Size\" + 1, \"UpdatedDate\" = ? WHERE \"Id\" = ?", moment(), id);
    }

    void delete(String id) {
        OffsetDateTime now = moment();
        sql("UPDATE \"Event\" SET \"deleted at\" = ?, \"UpdatedDate\" = ? WHERE \"Id\" = ?", now, now, id);
    }

    void renameTown() {
        sql("UPDATE \"City\" SET \"Name\" = 'Roma'");
    }

    private OffsetDateTime moment() {
        return clock.moment().atOffset(ZoneOffset.UTC);
    }

    private void sql(String sql, Object... values) {
        try (Connection connection = store.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** A stateful job of the pair acme, shop, as JSON. */
    static String stateful(String members, String... queries) {
        return "{\"version\":\"1.1\",\"partner\":\"acme\",\"project\":\"shop\"," + members
                + (members.isEmpty() ? "" : ",") + queries(queries) + "}";
    }

    static String stateless(String... queries) {
        return "{" + queries(queries) + "}";
    }

    static String query(String text, String... members) {
        return "{\"query\":\"" + text + "\"" + (members.length == 0 ? "" : "," + String.join(",", members)) + "}";
    }

    private static String queries(String... queries) {
        List<String> list = new ArrayList<>();
        for (String query : queries) {
            list.add(query.startsWith("{") ? query : query(query));
        }
        return "\"queries\":[" + String.join(",", list) + "]";
    }

    @Override
    public void close() {
        jobs.close();
        work();
        store.close();
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
