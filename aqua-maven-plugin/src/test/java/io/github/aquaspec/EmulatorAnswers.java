package io.github.aquaspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of all members, headers and statuses in answers of each kind that a running emulator gives. */
final class EmulatorAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOBS = "/v1/batch-query/jobs/";
    private static final String QUERY =
            "\"queries\":[{\"name\":\"A\",\"query\":\"select Id from Account\",\"deleted\":{\"column\":\"D\"}}]}";
    private static final String SESSION = "{\"version\":\"1.1\",\"partner\":\"p\",\"project\":\"q\",\"name\":\"a\","
            + "\"notifyUrl\":\"http://elsewhere.example\",\"incrementalTime\":\"2026-01-21 10:30:01\",\"offset\":1,";

    private final Set<String> members = new TreeSet<>();
    private final Set<String> headers = new TreeSet<>();
    private final Set<String> statuses = new TreeSet<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AquaEmulator emulator;
    private String secret = "s";

    private EmulatorAnswers(AquaEmulator emulator) {
        this.emulator = emulator;
    }

    static EmulatorAnswers collected() throws IOException, InterruptedException {
        try (AquaEmulator emulator =
                AquaEmulator.start(EmulatorConfig.defaults().with(Setting.SEGMENTATION, true))) {
            EmulatorAnswers answers = new EmulatorAnswers(emulator);
            answers.ofJobs();
            answers.ofRefusals();
            return answers;
        }
    }

    Set<String> members() {
        return members;
    }

    Set<String> headers() {
        return headers;
    }

    Set<String> statuses() {
        return statuses;
    }

    private void ofJobs() throws IOException, InterruptedException {
        ended(SESSION + QUERY);
        ended("{\"version\":\"1.1\",\"partner\":\"p\",\"project\":\"other\"," + QUERY);
        String file = ended("{\"queries\":[{\"query\":\"select * from Account\"}]}")
                .at("/batches/0/fileId")
                .asText();
        ask("GET", JOBS + "partner/p/project/q", "", "Zuora-Track-Id", "t");
        ask("GET", "/v1/files/" + file, "", "Accept-Encoding", "gzip");
        ask("GET", "/v1/files/" + file + "/status", "");
    }

    private void ofRefusals() throws IOException, InterruptedException {
        ask("POST", "/v1/batch-query/", "{\"queries\":[{\"query\":\"select Nothing from Account\"}]}");
        ask("POST", "/v1/batch-query/", "{");
        ask("GET", JOBS + "unknown", "");
        ask("DELETE", JOBS + "unknown", "", "Idempotency-Key", "k");
        ask("DELETE", JOBS + "another", "", "Idempotency-Key", "k");
        ask("PUT", JOBS + "unknown", "");
        ask("GET", "/v1/files/unknown", "");
        emulator.settings().set(Setting.REPLAY_STATUS, "409");
        ask("DELETE", JOBS + "unknown", "", "Idempotency-Key", "k");
        String form = "grant_type=client_credentials&client_id=i&client_secret=";
        secret = "";
        ask("POST", "/oauth/token", form + "s", "Content-Type", "application/x-www-form-urlencoded");
        emulator.settings().set(Setting.TOKEN_ERROR_BODY, "oauth");
        ask("POST", "/oauth/token", form, "Content-Type", "application/x-www-form-urlencoded");
        ask("GET", JOBS + "unknown", "");
        emulator.settings().set(Setting.TOKENS_PER_MINUTE, 1);
        ask("POST", "/oauth/token", form);
    }

    private JsonNode ended(String request) throws IOException, InterruptedException {
        JsonNode job = ask("POST", "/v1/batch-query/", request);
        while (Set.of("submitted", "executing").contains(job.path("status").asText())) {
            job = ask("GET", JOBS + job.path("id").asText(), "");
        }
        return job;
    }

    private JsonNode ask(String method, String path, String body, String... more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(emulator.url().resolve(path)).method(method, BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header("apiAccessKeyId", "i").header("apiSecretAccessKey", secret);
        }
        if (more.length > 0) {
            request.headers(more);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        statuses.add(String.valueOf(answer.statusCode()));
        answer.headers().map().keySet().forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
        boolean isJson = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        JsonNode json = isJson ? JSON.readTree(answer.body()) : JSON.nullNode();
        collect(json);
        return json;
    }

    private void collect(JsonNode json) {
        json.fieldNames().forEachRemaining(members::add);
        json.forEach(this::collect);
    }
}
