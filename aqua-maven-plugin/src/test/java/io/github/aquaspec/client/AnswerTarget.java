package io.github.aquaspec.client;

import io.github.aquaspec.http.Served;
import java.io.IOException;

/**
 * The readers of answers, fed anything under any status: a job with an id and a state or a failed call, and a refusal for
 * what has no good status.
 */
public final class AnswerTarget {

    private static final int[] REFUSALS = {400, 401, 403, 404, 429, 500, 503};

    private interface Reader {
        JobReply read(byte[] body) throws IOException, CallFailedException;
    }

    private AnswerTarget() {}

    /** Holds the readers against their contract. */
    public static void check(byte[] input) throws IOException {
        check(input, AnswerTarget::read);
    }

    /** Asks for a completed batch's first file without looking whether there is one. */
    public static void checkPlanted(byte[] input) throws IOException {
        check(input, body -> {
            JobReply job = read(body);
            job.batches().stream()
                    .filter(batch -> batch.status() == JobStatus.COMPLETED)
                    .forEach(batch -> batch.files().get(0));
            return job;
        });
    }

    private static JobReply read(byte[] body) throws IOException, CallFailedException {
        return JobReader.read("read job", Served.answer(200, body));
    }

    private static void check(byte[] input, Reader reader) throws IOException {
        try {
            JobReply job = reader.read(input);
            if (job.id().isEmpty() || job.statusWord().isEmpty()) {
                throw new AssertionError("a job without an id or a state: " + job);
            }
        } catch (CallFailedException e) {
            requireMessage(e);
        }
        for (int status : REFUSALS) {
            requireMessage(Answers.refusal("read job", Served.answer(status, input)));
        }
    }

    private static void requireMessage(CallFailedException failed) {
        if (failed.failure().message().isBlank()) {
            throw new AssertionError("a failure without a word");
        }
    }
}
