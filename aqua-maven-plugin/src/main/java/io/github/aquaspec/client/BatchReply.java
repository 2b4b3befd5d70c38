package io.github.aquaspec.client;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What AQuA says about one query of a job (Zuora documentation, Get job results).
 *
 * @param batchId 32 hexadecimal digits
 * @param name as submitted
 * @param query as submitted
 * @param statusWord the state in AQuA's word
 * @param message why it ended; empty on success
 * @param recordCount data rows, header not counted, deleted rows counted; absent when the server does not say
 * @param full whether the whole is delivered, or what changed
 * @param apiVersion the version that was used
 * @param type {@code zoql} or {@code zoqlexport}
 * @param deleted the deleted column that was asked for
 * @param files ids of the result files, in order: one, or one per segment; empty for a segment without
 */
public record BatchReply(
        Optional<String> batchId,
        Optional<String> name,
        String query,
        String statusWord,
        Optional<String> message,
        Optional<Long> recordCount,
        Optional<Boolean> full,
        Optional<String> apiVersion,
        Optional<String> type,
        Optional<DeletedEcho> deleted,
        List<String> files) {

    /**
     * The deleted column of a batch.
     *
     * @param column its name
     * @param format {@code Numeric} or {@code Boolean}
     */
    public record DeletedEcho(String column, Optional<String> format) {}

    public BatchReply {
        files = List.copyOf(files);
    }

    BatchReply redacted(UnaryOperator<String> names, UnaryOperator<String> words) {
        return new BatchReply(
                batchId.map(names),
                name.map(names),
                names.apply(query),
                words.apply(statusWord),
                message.map(words),
                recordCount,
                full,
                apiVersion.map(names),
                type.map(names),
                deleted.map(echo -> new DeletedEcho(
                        names.apply(echo.column()), echo.format().map(names))),
                files.stream().map(names).toList());
    }

    public JobStatus status() {
        return JobStatus.of(statusWord);
    }
}
