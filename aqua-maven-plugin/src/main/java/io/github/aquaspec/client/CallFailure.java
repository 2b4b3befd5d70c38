package io.github.aquaspec.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Why an operation came to nothing.
 *
 * @param kind what sort of trouble
 * @param action what we were doing, such as {@code submit the job}
 * @param status the HTTP status, when there was an answer
 * @param code the error code in the answer, such as {@code 90005}
 * @param message the server's or the platform's own words, at most a few lines
 * @param requestId what Zuora Support asks for
 */
public record CallFailure(
        Kind kind,
        String action,
        Optional<Integer> status,
        Optional<String> code,
        String message,
        Optional<String> requestId,
        Optional<Duration> retryAfter) {

    /** What sort of trouble. */
    public enum Kind {
        /** No connection: wrong host, no network, or the server is down. */
        UNREACHABLE,
        /** The host's certificate is not trusted. */
        UNTRUSTED,
        /** The connection broke in the middle of an answer. */
        BROKEN,
        /** 401. */
        UNAUTHORIZED,
        /** 403 without the mark of a file that is too large. */
        FORBIDDEN,
        /** 403 with the mark of a file over 2,047 MB. */
        TOO_LARGE,
        /** 404, or an answer in whose words there is no such thing. */
        NOT_FOUND,
        /** 409: a request under the same key is under way. */
        CONFLICT,
        /** 422: the key was used for something else. */
        MISUSED_KEY,
        /** 429. */
        THROTTLED,
        /** 5xx. */
        SERVER_TROUBLE,
        /** Another status that means no. */
        REFUSED,
        /** AQuA did not take the job: HTTP 200, an error code and no id. */
        REJECTED,
        /** AQuA could not read the request. */
        MALFORMED,
        /** The answer is not what AQuA sends: a login page, an empty body, JSON without its members. */
        NOT_AQUA
    }

    public CallFailure(
            Kind kind,
            String action,
            Optional<Integer> status,
            Optional<String> code,
            String message,
            Optional<String> requestId) {
        this(kind, action, status, code, message, requestId, Optional.empty());
    }
}
