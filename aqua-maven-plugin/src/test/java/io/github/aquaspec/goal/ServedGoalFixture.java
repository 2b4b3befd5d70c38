package io.github.aquaspec.goal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.Canary;
import io.github.aquaspec.client.ScriptedServer;
import io.github.aquaspec.client.ScriptedServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A goal, and a server whose answers are written down. */
abstract class ServedGoalFixture extends GoalFixture {

    static final String JOB = "0000000000000000000000000000000a";
    static final String OTHER = "0000000000000000000000000000000b";
    static final String SECRET = Canary.secret();

    ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        server("zuora", "client", SECRET);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    <G extends AquaMojo> G atServer(G goal, String jobId) throws IllegalAccessException {
        set(goal, "endpoint", server.url().toString());
        set(goal, "authentication", "basic");
        set(goal, "jobId", jobId);
        return inThisBuild(goal);
    }

    String status(String place) {
        try {
            return receipt(place).at("/status").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode receipt(String place) throws IOException {
        return new ObjectMapper().readTree(read("target/aqua-reports" + place + "/run.json"));
    }

    List<String> asked() {
        return server.asked().stream().map(a -> a.method() + " " + a.path()).toList();
    }

    static String job(String status) {
        return "{\"id\":\"" + JOB + "\",\"status\":\"" + status + "\",\"batches\":[]}";
    }

    static String completed() {
        return "{\"id\":\"" + JOB + "\",\"status\":\"completed\",\"version\":\"1.0\",\"format\":\"CSV\",\"batches\":[{"
                + "\"name\":\"Account\",\"query\":\"select Id, Name from Account\",\"status\":\"completed\","
                + "\"batchType\":\"zoqlexport\",\"apiVersion\":\"145.0\",\"recordCount\":1,\"full\":true,"
                + "\"fileId\":\"f\"}]}";
    }

    static Answer csv() {
        return Answer.of(200, "text/csv;charset=UTF-8", "Account.Id,Account.Name\n1,2\n");
    }
}
