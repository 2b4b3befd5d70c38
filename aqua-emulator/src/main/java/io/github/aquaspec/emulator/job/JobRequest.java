package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.file.FileFormat;
import io.github.aquaspec.emulator.session.Pair;
import java.util.List;
import java.util.Optional;

/**
 * A request to run queries, as understood; members that were not sent have their defaults.
 *
 * @param version such as {@code 1.1}
 * @param encrypted {@code none} or {@code pgp}
 * @param offset seconds, 0 to 3600, where it was sent
 * @param incrementalTime as sent; whether it is a time is for validation to say
 */
public record JobRequest(
        FileFormat format,
        String version,
        Optional<String> name,
        Optional<String> partner,
        Optional<String> project,
        String encrypted,
        Optional<Integer> offset,
        Optional<String> incrementalTime,
        boolean useQueryLabels,
        boolean dateTimeUtc,
        String nullReplacement,
        Optional<String> notifyUrl,
        boolean useLastCompletedJobQueries,
        List<QueryRequest> queries) {

    public JobRequest {
        queries = List.copyOf(queries);
    }

    /** The same job with other queries. */
    JobRequest withQueries(List<QueryRequest> others) {
        return new JobRequest(
                format,
                version,
                name,
                partner,
                project,
                encrypted,
                offset,
                incrementalTime,
                useQueryLabels,
                dateTimeUtc,
                nullReplacement,
                notifyUrl,
                useLastCompletedJobQueries,
                others);
    }

    /** The session the job belongs to; none without state. */
    Optional<Pair> pair() {
        return isStateful() ? Optional.of(new Pair(partner.get(), project.get())) : Optional.empty();
    }

    /** Whether the job belongs to a session (Zuora documentation, Stateless and stateful modes). */
    boolean isStateful() {
        return !version.equals("1.0") && isSet(partner) && isSet(project);
    }

    private static boolean isSet(Optional<String> text) {
        return text.filter(t -> !t.isBlank()).isPresent();
    }
}
