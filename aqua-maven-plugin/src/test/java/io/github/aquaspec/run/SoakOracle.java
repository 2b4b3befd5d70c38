package io.github.aquaspec.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.aquaspec.emulator.data.StoredRecord;
import io.github.aquaspec.goal.CheckedSums;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Judges what the builds of a soak leave, from the server's records and jobs and the bytes on the disk. */
final class SoakOracle {

    /** What must never be. */
    enum Violation {
        /** What is published is not what the job has brought. */
        WRONG_SNAPSHOT,
        /** A record that was changed or deleted is nowhere with its last value. */
        LOST_CHANGE,
        /** A job was submitted while another one of ours was under way, or twice under one key. */
        DOUBLED_JOB,
        /** A window is missing, or there twice. */
        GAP,
        /** What is remembered was never published. */
        WATERMARK_AHEAD,
        /** Something lies about. */
        LEFTOVER,
        /** A build succeeds without being committed, or the other way round. */
        EXIT,
        /** However often it is built, nothing comes of it. */
        NO_END
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant INITIAL = Instant.parse("2024-01-01T00:00:00Z");

    private final SoakTenant tenant;
    private final SoakBuild build;
    private final Map<Violation, String> found = new EnumMap<>(Violation.class);
    private final Set<String> publishedJobs = new HashSet<>();
    private final Set<String> abandoned = new HashSet<>();
    private Optional<JournalledRun> before = Optional.empty();

    SoakOracle(SoakTenant tenant, SoakBuild build) {
        this.tenant = tenant;
        this.build = build;
    }

    Map<Violation, String> found() {
        return found;
    }

    /** All jobs, and what became of them. */
    String jobs() {
        return tenant.jobs() + ", published " + publishedJobs + ", runs given up " + abandoned;
    }

    void say(Violation violation, String what) {
        found.putIfAbsent(violation, what);
    }

    /**
     * What must hold after each build.
     *
     * @param outcome nothing where it died
     * @param gaveUp whether it said that it gave up the run before
     * @param badDisk whether the disk was one that fails
     */
    void afterBuild(Optional<JobOutcome> outcome, boolean gaveUp, boolean badDisk) throws IOException, StateException {
        tenant.fetch();
        for (Path snapshot : snapshots()) {
            checkSnapshot(snapshot);
        }
        Optional<Published> remembered = build.state().published();
        if (remembered.isPresent() && !published().contains(remembered.get().jobId())) {
            say(Violation.WATERMARK_AHEAD, remembered.get() + " is remembered and nowhere published");
        }
        Optional<JournalledRun> now = build.state().journal().run();
        checkExit(outcome, badDisk, now);
        checkJobs(gaveUp, now);
        before = now;
    }

    private void checkSnapshot(Path snapshot) throws IOException {
        try {
            CheckedSums.check(snapshot);
        } catch (AssertionError e) {
            say(Violation.WRONG_SNAPSHOT, e.getMessage());
        }
        String job = descriptor(snapshot).path("aqua:jobId").asText();
        publishedJobs.add(job);
        Map<String, String> data = data(snapshot);
        Optional<Map<String, String>> right = tenant.filesOf(job);
        if (!right.equals(Optional.of(data))) {
            say(Violation.WRONG_SNAPSHOT, snapshot + ":\n" + data + "\nbut job " + job + " has brought\n" + right);
        }
    }

    private void checkExit(Optional<JobOutcome> outcome, boolean badDisk, Optional<JournalledRun> now) {
        boolean success = outcome.filter(o -> o instanceof JobOutcome.Published && !o.isFailed())
                .isPresent();
        boolean committed = isCommitted(now) && !keyOf(now).equals(keyOf(before.filter(r -> isCommitted(before))));
        if (success ? !committed : committed && !badDisk) {
            say(Violation.EXIT, outcome + " with a journal that ends in " + now.flatMap(JournalledRun::end));
        }
    }

    private void checkJobs(boolean gaveUp, Optional<JournalledRun> now) {
        tenant.proxy().jobsByKey().forEach((key, jobs) -> {
            if (jobs.size() > 1) {
                say(Violation.DOUBLED_JOB, "key " + key + " has jobs " + jobs);
            }
        });
        boolean live = before.filter(JournalledRun::isLive)
                .filter(JournalledRun::mayHaveJob)
                .isPresent();
        boolean another = !keyOf(now).equals(keyOf(before));
        if (live && another && !gaveUp) {
            say(Violation.DOUBLED_JOB, "run " + keyOf(before) + " was under way when " + keyOf(now) + " began");
        }
        if (live && gaveUp) {
            abandoned.add(keyOf(before));
        }
        if (now.flatMap(JournalledRun::end)
                .filter(JournalEntry.Ended.class::isInstance)
                .isPresent()) {
            abandoned.add(keyOf(now));
        }
        int underWay = now.filter(JournalledRun::isLive).isPresent() ? 1 : 0;
        if (tenant.jobs().size() > publishedJobs.size() + abandoned.size() + underWay) {
            say(
                    Violation.DOUBLED_JOB,
                    tenant.jobs() + " are more than were published, " + publishedJobs + ", or given up, " + abandoned);
        }
    }

    private static boolean isCommitted(Optional<JournalledRun> run) {
        return run.flatMap(JournalledRun::end)
                .filter(JournalEntry.Committed.class::isInstance)
                .isPresent();
    }

    private static String keyOf(Optional<JournalledRun> run) {
        return run.map(r -> r.begun().key().toString()).orElse("none");
    }

    /** What must hold when a build has succeeded. */
    void afterNight(SoakManifest manifest) throws IOException, StateException {
        checkLeftovers();
        switch (manifest.kind()) {
            case WINDOW -> checkWindows(manifest);
            case SESSION -> checkIncrements(manifest);
            case PLAIN -> {}
        }
    }

    private void checkLeftovers() throws IOException {
        List<String> odd = new ArrayList<>(Folders.names(build.output()));
        odd.remove(SoakBuild.ID);
        Folders.names(build.output().resolve(SoakBuild.ID)).stream()
                .filter(name -> !name.matches("\\d{8}T\\d{6}Z|[A-Z]\\w+\\.csv|datapackage\\.json|SHA256SUMS"))
                .forEach(odd::add);
        List<String> known = List.of(".gitignore", "history.json", "journal.jsonl", "lock");
        Folders.names(build.state().path().resolve("local")).stream()
                .filter(name -> !known.contains(name))
                .forEach(odd::add);
        if (!odd.isEmpty()) {
            say(Violation.LEFTOVER, odd.toString());
        }
    }

    private void checkWindows(SoakManifest manifest) throws IOException, StateException {
        Map<Instant, Path> byStart = new TreeMap<>();
        Map<Instant, Instant> ends = new TreeMap<>();
        for (Path snapshot : snapshots()) {
            JsonNode window = descriptor(snapshot).path("aqua:window");
            Instant from = Instant.parse(window.path("from").asText());
            if (byStart.put(from, snapshot) != null) {
                say(Violation.GAP, "two windows begin at " + from);
            }
            ends.put(from, Instant.parse(window.path("to").asText()));
        }
        Instant expected = INITIAL;
        for (Map.Entry<Instant, Instant> window : ends.entrySet()) {
            if (!window.getKey().equals(expected)) {
                say(
                        Violation.GAP,
                        "a window begins at " + window.getKey() + ", and the one before ends at " + expected);
            }
            expected = window.getValue();
        }
        Optional<Instant> watermark = build.state().published().map(Published::watermark);
        if (!watermark.equals(Optional.of(expected))) {
            say(Violation.GAP, "the windows end at " + expected + ", and " + watermark + " is remembered");
        }
        Instant end = expected;
        for (String object : manifest.objects()) {
            Map<Instant, Map<String, NamedCsvRecord>> rows = new TreeMap<>();
            for (Map.Entry<Instant, Path> window : byStart.entrySet()) {
                rows.put(window.getKey(), rows(window.getValue(), object));
            }
            tenant.records(object).forEach((id, record) -> {
                Instant updated = updated(record);
                boolean due = record.deletedAt().isEmpty() && !updated.isBefore(INITIAL) && updated.isBefore(end);
                if (due) {
                    Instant window = ((TreeMap<Instant, ?>) rows).floorKey(updated);
                    NamedCsvRecord row =
                            window == null ? null : rows.get(window).get(id);
                    require(object, id, record, row);
                }
            });
        }
    }

    private void checkIncrements(SoakManifest manifest) throws IOException, StateException {
        Instant end = build.state().published().map(Published::watermark).orElse(INITIAL);
        for (String object : manifest.objects()) {
            Map<String, NamedCsvRecord> union = new TreeMap<>();
            for (Path snapshot : snapshots()) {
                if (isFull(snapshot, object)) {
                    // It takes the place of all that came before: what was deleted is not in it.
                    union.clear();
                }
                union.putAll(rows(snapshot, object));
            }
            tenant.records(object).forEach((id, record) -> {
                NamedCsvRecord row = union.get(id);
                boolean due = updated(record).isBefore(end);
                boolean lives = record.deletedAt().isEmpty();
                if (due && lives) {
                    require(object, id, record, row);
                }
                if (due
                        && !lives
                        && row != null
                        && !row.getField(object + ".Gone").equals("1")) {
                    say(Violation.LOST_CHANGE, object + " " + id + " was deleted, and no snapshot says so");
                }
            });
        }
    }

    private static boolean isFull(Path snapshot, String object) throws IOException {
        boolean full = false;
        for (JsonNode resource : descriptor(snapshot).path("resources")) {
            full |= resource.path("path").asText().equals(object + ".csv")
                    && resource.path("aqua:load").asText().equals("full");
        }
        return full;
    }

    private void require(String object, String id, StoredRecord record, NamedCsvRecord row) {
        Object name = record.fields().get("Name");
        if (row == null || !row.getField(object + ".Name").equals(name == null ? "" : name)) {
            say(Violation.LOST_CHANGE, object + " " + id + " is " + record + ", and published as " + row);
        }
    }

    private static Instant updated(StoredRecord record) {
        return OffsetDateTime.parse(record.fields().get("UpdatedDate").toString())
                .toInstant();
    }

    private static Map<String, NamedCsvRecord> rows(Path snapshot, String object) throws IOException {
        Map<String, NamedCsvRecord> rows = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(snapshot.resolve(object + ".csv"))) {
            csv.forEach(row -> rows.put(row.getField(object + ".Id"), row));
        }
        return rows;
    }

    private Set<String> published() throws IOException {
        Set<String> jobs = new HashSet<>();
        for (Path snapshot : snapshots()) {
            jobs.add(descriptor(snapshot).path("aqua:jobId").asText());
        }
        return jobs;
    }

    /** What anybody may take for a snapshot, in the order of their names. */
    private List<Path> snapshots() throws IOException {
        Path place = build.output().resolve(SoakBuild.ID);
        List<Path> all = new ArrayList<>();
        if (Files.isRegularFile(place.resolve("datapackage.json"))) {
            all.add(place);
        } else if (Files.isDirectory(place)) {
            for (String name : Folders.names(place)) {
                if (!name.startsWith(".")) {
                    all.add(place.resolve(name));
                }
            }
        }
        return all;
    }

    private static JsonNode descriptor(Path snapshot) throws IOException {
        return JSON.readTree(snapshot.resolve("datapackage.json").toFile());
    }

    private static Map<String, String> data(Path snapshot) throws IOException {
        Map<String, String> files = new TreeMap<>(Folders.tree(snapshot));
        files.keySet().removeIf(name -> !name.endsWith(".csv"));
        return files;
    }
}
