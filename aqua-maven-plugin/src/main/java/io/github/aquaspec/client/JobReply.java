package io.github.aquaspec.client;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What AQuA says about a job (Zuora documentation, Get job results).
 *
 * @param id 32 hexadecimal digits
 * @param statusWord the state in AQuA's word
 * @param startTime when it began, as Zuora writes it: {@code 2014-09-03 08:20:07} or {@code 2021-01-18T17:13:48+0000}
 * @param message why it ended, if it says so
 * @param echo what it repeats of the request
 * @param batches one per query
 */
public record JobReply(
        String id,
        String statusWord,
        Optional<String> startTime,
        Optional<String> message,
        JobEcho echo,
        List<BatchReply> batches) {

    public JobReply {
        batches = List.copyOf(batches);
    }

    /** The same reply with the server's own words changed; what names or places something stays. */
    JobReply redacted(UnaryOperator<String> words) {
        return new JobReply(
                id,
                words.apply(statusWord),
                startTime,
                message.map(words),
                echo.redacted(words),
                batches.stream().map(batch -> batch.redacted(words)).toList());
    }

    public JobStatus status() {
        return JobStatus.of(statusWord);
    }
}
