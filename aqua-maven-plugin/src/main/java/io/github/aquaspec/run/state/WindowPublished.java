package io.github.aquaspec.run.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The last published window of a manifest that has one: a half-open range of whole seconds.
 *
 * @param identity whose records they are
 * @param jobId the job behind the snapshot
 * @param from first instant inside
 * @param to first instant behind: the watermark
 * @param queries what was extracted, each text with its window open, in the order of the files
 * @param records how many each of them brought; empty where nobody has written it down
 */
public record WindowPublished(
        TargetIdentity identity,
        String jobId,
        Instant from,
        Instant to,
        List<PublishedQuery> queries,
        List<Long> records)
        implements Published {

    public WindowPublished {
        Objects.requireNonNull(identity, "identity");
        if (jobId.isBlank()) {
            throw new IllegalArgumentException("a job has an id");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a window ends after it begins: " + from + ", " + to);
        }
        if (!isWhole(from) || !isWhole(to)) {
            throw new IllegalArgumentException("a window is of whole seconds: " + from + ", " + to);
        }
        queries = List.copyOf(queries);
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("a published job has queries");
        }
        records = List.copyOf(records);
        if (!records.isEmpty() && records.size() != queries.size()) {
            throw new IllegalArgumentException("each query has brought a number of records, or none is known");
        }
    }

    /** How many records a query has brought, whatever it was called; empty where that is not known. */
    public Optional<Long> recordsOf(PublishedQuery query) {
        return IntStream.range(0, records.size())
                .filter(i -> queries.get(i).asks(query))
                .mapToObj(records::get)
                .findFirst();
    }

    @Override
    public Instant watermark() {
        return to;
    }

    private static boolean isWhole(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    /** In a sentence. */
    @Override
    public String toString() {
        return "the window " + from + " to " + to + " (job " + jobId + ")";
    }
}
