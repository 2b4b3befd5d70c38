package io.github.aquaspec.client;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What AQuA repeats of a request (Zuora documentation, Get job results). Each part may be left out of an answer.
 *
 * @param version {@code 1.0} or {@code 1.1}; newer answers write a number
 * @param format {@code CSV}, {@code ZIP} or {@code GZIP}
 * @param encrypted {@code none} or {@code pgp}
 * @param partner as submitted
 * @param project as submitted, or in lower case
 * @param offset in seconds
 * @param incrementalTime milliseconds since 1970 in UTC; the reference promises a text
 */
public record JobEcho(
        Optional<String> version,
        Optional<String> format,
        Optional<String> encrypted,
        Optional<String> partner,
        Optional<String> project,
        Optional<Integer> offset,
        Optional<String> incrementalTime) {

    /** An answer that repeats nothing. */
    public static final JobEcho NOTHING = new JobEcho(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    JobEcho redacted(UnaryOperator<String> names) {
        return new JobEcho(
                version.map(names),
                format.map(names),
                encrypted.map(names),
                partner.map(names),
                project.map(names),
                offset,
                incrementalTime.map(names));
    }
}
