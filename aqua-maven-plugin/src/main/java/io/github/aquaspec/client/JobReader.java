package io.github.aquaspec.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.HttpAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a job out of an answer. Lenient in what Zuora varies (member order, numbers as text, absent members), strict in
 * what a run relies on: the id and the state.
 */
final class JobReader {

    private JobReader() {}

    static JobReply read(String action, HttpAnswer answer) throws IOException, CallFailedException {
        return read(action, answer, Page.of(answer));
    }

    /**
     * The same of a job that is known to be taken. One that Zuora gave up has an error code too, as a refusal has
     * (90029); unlike a refusal it has its id.
     */
    static JobReply readTaken(String action, HttpAnswer answer, String jobId) throws IOException, CallFailedException {
        Page page = Page.of(answer);
        Optional<JobReply> ended = find(page)
                .filter(job -> job.id().equals(jobId))
                .filter(job -> job.status().isEnd() && job.status() != JobStatus.COMPLETED);
        return ended.isPresent() ? ended.get() : read(action, answer, page);
    }

    private static JobReply read(String action, HttpAnswer answer, Page page) throws CallFailedException {
        JsonNode json = Answers.object(action, answer, page);
        Optional<String> id = text(json, "id");
        Optional<String> status = text(json, "status");
        if (id.isEmpty() || status.isEmpty()) {
            throw Answers.failed(
                    Kind.NOT_AQUA,
                    action,
                    answer,
                    Optional.empty(),
                    "a job has an id and a status; this answer has " + (id.isEmpty() ? "no id" : "no status"));
        }
        return job(json, id.get(), status.get());
    }

    /** The job of an answer that is none to go by its status; empty when it holds no id. */
    static Optional<JobReply> find(Page page) {
        return text(page.json(), "id")
                .map(id -> job(page.json(), id, text(page.json(), "status").orElse("submitted")));
    }

    private static JobReply job(JsonNode json, String id, String status) {
        List<BatchReply> batches = new ArrayList<>();
        for (JsonNode batch : json.path("batches")) {
            batches.add(batch(batch));
        }
        return new JobReply(id, status, text(json, "startTime"), text(json, "message"), echo(json), batches);
    }

    private static JobEcho echo(JsonNode json) {
        return new JobEcho(
                text(json, "version"),
                text(json, "format"),
                text(json, "encrypted"),
                text(json, "partner"),
                text(json, "project"),
                text(json, "offset").filter(n -> n.matches("\\d{1,9}")).map(Integer::valueOf),
                text(json, "incrementalTime"));
    }

    private static BatchReply batch(JsonNode json) {
        return new BatchReply(
                text(json, "batchId"),
                text(json, "name"),
                text(json, "query").orElse(""),
                text(json, "status").orElse(""),
                text(json, "message"),
                text(json, "recordCount").filter(n -> n.matches("\\d{1,18}")).map(Long::valueOf),
                text(json, "full").map(Boolean::valueOf),
                text(json, "apiVersion"),
                text(json, "batchType"),
                text(json.path("deleted"), "column")
                        .map(column -> new BatchReply.DeletedEcho(column, text(json.path("deleted"), "format"))),
                files(json));
    }

    /** Segments take the place of the one file; where both stand, segments hold the whole. */
    private static List<String> files(JsonNode batch) {
        List<String> files = new ArrayList<>();
        for (JsonNode segment : batch.path("segments")) {
            files.add(segment.isValueNode() && !segment.isNull() ? segment.asText() : "");
        }
        if (files.isEmpty()) {
            text(batch, "fileId").ifPresent(files::add);
        }
        return files;
    }

    private static Optional<String> text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }
}
