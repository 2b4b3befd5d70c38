package io.github.aquaspec.client;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Zuora's have 32 hexadecimal digits. */
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public JobReply {
        batches = List.copyOf(batches);
    }

    /**
     * The same reply with its texts changed.
     *
     * @param names what is done to that which names something, or is held against what we asked for
     * @param words what is done to the server's own words
     */
    JobReply redacted(UnaryOperator<String> names, UnaryOperator<String> words) {
        return new JobReply(
                names.apply(id),
                words.apply(statusWord),
                startTime.map(words),
                message.map(words),
                echo.redacted(names),
                batches.stream().map(batch -> batch.redacted(names, words)).toList());
    }

    /** Whether all ids are such as can be shown, written down and sent; a segment may be without. */
    boolean hasPlainIds() {
        return Stream.concat(
                        Stream.of(id),
                        batches.stream()
                                .flatMap(batch -> Stream.concat(
                                        batch.batchId().stream(),
                                        batch.files().stream().filter(file -> !file.isEmpty()))))
                .allMatch(JobReply::isPlainId);
    }

    /** Whether a text can be the id of something at AQuA: it can be shown, written down and sent. */
    public static boolean isPlainId(String text) {
        return PLAIN_ID.matcher(text).matches();
    }

    public JobStatus status() {
        return JobStatus.of(statusWord);
    }
}
