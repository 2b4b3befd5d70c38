package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Does to an answer what a scenario says. Answers it is not made for pass unchanged. */
final class Misbehaviour {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Misbehaviour() {}

    static Response apply(Scenario scenario, Response response) throws IOException {
        if (scenario instanceof Scenario.WrongRecordCount wrong) {
            return changed(response, job -> wrongCounts(job, wrong.delta()));
        }
        if (scenario instanceof Scenario.DropBatch drop) {
            return changed(response, job -> ((ArrayNode) job.path("batches")).remove(drop.index()));
        }
        if (scenario instanceof Scenario.JobStatus status) {
            return changed(response, job -> status(job, status));
        }
        if (scenario instanceof Scenario.TruncateFile truncate) {
            return truncated(response, truncate);
        }
        if (scenario instanceof Scenario.AppendToFile append) {
            return appended(response, append.junk().getBytes(StandardCharsets.UTF_8));
        }
        if (scenario instanceof Scenario.SecondZipEntry second) {
            return response.withBody(new Body(
                    Body.UNKNOWN, out -> TwoEntries.write(response.body(), second.name(), second.content(), out)));
        }
        return response;
    }

    private interface Change {
        void apply(ObjectNode job);
    }

    private static Response changed(Response response, Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.body().content().writeTo(bytes);
        if (!(JSON.readTree(bytes.toByteArray()) instanceof ObjectNode job)
                || !job.path("batches").isArray()) {
            return response;
        }
        change.apply(job);
        return response.withBody(Body.of(JSON.writeValueAsBytes(job)));
    }

    private static void wrongCounts(ObjectNode job, long delta) {
        job.path("batches").forEach(batch -> {
            if (batch.path("status").asText().equals("completed")) {
                ((ObjectNode) batch)
                        .put("recordCount", batch.path("recordCount").asLong() + delta);
            }
        });
    }

    private static void status(ObjectNode job, Scenario.JobStatus status) {
        job.put("status", status.status());
        status.message()
                .ifPresent(message -> job.path("batches")
                        .forEach(batch -> ((ObjectNode) batch)
                                .put("status", status.status())
                                .put("localizedStatus", status.status())
                                .put("recordCount", 0)
                                .put("message", message)
                                .remove("fileId")));
    }

    private static Response truncated(Response response, Scenario.TruncateFile truncate) {
        Body body = response.body();
        long announced = truncate.chunked() ? Body.UNKNOWN : body.length();
        return response.withBody(new Body(
                announced, out -> body.content().writeTo(new LimitedStream(out, truncate.bytes()))));
    }

    private static Response appended(Response response, byte[] junk) {
        Body body = response.body();
        long length = body.length() == Body.UNKNOWN ? Body.UNKNOWN : body.length() + junk.length;
        return response.withBody(new Body(length, out -> {
            body.content().writeTo(out);
            out.write(junk);
        }));
    }
}
