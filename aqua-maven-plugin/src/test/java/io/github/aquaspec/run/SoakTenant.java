package io.github.aquaspec.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.data.StoredRecord;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.http.FlakyProxy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/**
 * A tenant behind a bad line, all in virtual time. The records change, and the files of each job are fetched past the
 * line, by code of this class alone: they are what must be published.
 */
final class SoakTenant implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALL = 100_000;
    private static final int POLLS = 5;

    private final VirtualTime time = new VirtualTime();
    private final AquaEmulator emulator;
    private final FlakyProxy proxy;
    private final Map<String, Map<String, String>> files = new TreeMap<>();
    private int named;

    SoakTenant() throws IOException {
        emulator = AquaEmulator.start(EmulatorConfig.defaults().withClock(time).withPace(new Pace.Polls(1)));
        proxy = new FlakyProxy(emulator.url(), time);
    }

    VirtualTime time() {
        return time;
    }

    FlakyProxy proxy() {
        return proxy;
    }

    AquaEmulator emulator() {
        return emulator;
    }

    /** Begins a soak: what is kept of those before would only be in the way. */
    void begin(boolean segments) {
        emulator.apply("soak", "DELETE /emulator/requests");
        emulator.settings().set(Setting.SEGMENTATION, segments);
        emulator.settings().set(Setting.SEGMENT_RECORDS, 4);
        proxy.trouble(0, 0);
        proxy.deceive((request, answer) -> answer);
        proxy.forgetJobs();
        files.clear();
    }

    /** Lets records of these objects come, change and go. */
    void change(Random random, List<String> objects) {
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            time.of(Duration.ofSeconds(1 + random.nextInt(3000)));
            String object = objects.get(random.nextInt(objects.size()));
            List<String> living = records(object).entrySet().stream()
                    .filter(record -> record.getValue().deletedAt().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            String one = living.get(random.nextInt(living.size()));
            String name = "Soaked, \"" + ++named + "\"";
            switch (living.size() < 5 ? 0 : random.nextInt(4)) {
                case 0 -> emulator.records().insert(object, Map.of("Name", name));
                case 1 -> emulator.records().delete(object, one);
                default -> emulator.records().update(object, one, Map.of("Name", name));
            }
        }
    }

    /** All records by id, deleted ones too. */
    Map<String, StoredRecord> records(String object) {
        Map<String, StoredRecord> byId = new TreeMap<>();
        emulator.records()
                .find(object, Map.of(), ALL)
                .forEach(record -> byId.put(record.fields().get("Id").toString(), record));
        return byId;
    }

    /** The jobs that came to be since the soak began. */
    List<String> jobs() {
        return proxy.jobsByKey().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
    }

    /** What a job has to be published as, by file name; nothing for a job that did not complete. */
    Optional<Map<String, String>> filesOf(String jobId) {
        return Optional.ofNullable(files.get(jobId));
    }

    /** Fetches the files of all new jobs, while they are there. */
    void fetch() throws IOException {
        for (String id : jobs()) {
            if (!files.containsKey(id)) {
                JsonNode job = job(id);
                if (job.path("status").asText().equals("completed")) {
                    files.put(id, files(job));
                }
            }
        }
    }

    private JsonNode job(String id) throws IOException {
        JsonNode job = JSON.readTree(got("/v1/batch-query/jobs/" + id));
        for (int polls = 0; polls < POLLS && job.path("status").asText().matches("submitted|executing"); polls++) {
            job = JSON.readTree(got("/v1/batch-query/jobs/" + id));
        }
        return job;
    }

    private Map<String, String> files(JsonNode job) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (JsonNode batch : job.path("batches")) {
            List<String> ids = new ArrayList<>();
            batch.path("segments").forEach(segment -> ids.add(segment.asText()));
            if (ids.isEmpty()) {
                ids.add(batch.path("fileId").asText());
            }
            StringBuilder csv = new StringBuilder();
            for (String id : ids) {
                String part = content(job.path("format").asText(), got("/v1/files/" + id));
                csv.append(csv.isEmpty() ? part : part.substring(part.indexOf('\n') + 1));
            }
            all.put(batch.path("name").asText() + ".csv", csv.toString());
        }
        return all;
    }

    private static String content(String format, byte[] served) throws IOException {
        try (InputStream in = new ByteArrayInputStream(served)) {
            byte[] content;
            switch (format) {
                case "GZIP" -> content = new GZIPInputStream(in).readAllBytes();
                case "ZIP" -> {
                    ZipInputStream zip = new ZipInputStream(in);
                    zip.getNextEntry();
                    content = zip.readAllBytes();
                }
                default -> content = served;
            }
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** Asks past the line. */
    byte[] got(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) emulator.url().resolve(path).toURL().openConnection();
        connection.setRequestProperty(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("oracle:oracle".getBytes(StandardCharsets.UTF_8)));
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        emulator.close();
    }
}
