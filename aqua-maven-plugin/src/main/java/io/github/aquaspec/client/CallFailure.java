package io.github.aquaspec.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Why an operation came to nothing.
 *
 * @param kind what sort of trouble
 * @param action what we were doing, such as {@code submit the job}
 * @param status the HTTP status, when there was an answer
 * @param code the error code in the answer, such as {@code 90005}
 * @param message the server's or the platform's own words, at most a few lines
 * @param requestId what Zuora Support asks for
 * @param retryAfter how long the server asks to be left alone, by its own clock
 * @param outcome whether the server has acted on the request
 */
public record CallFailure(
        Kind kind,
        String action,
        Optional<Integer> status,
        Optional<String> code,
        String message,
        Optional<String> requestId,
        Optional<Duration> retryAfter,
        Outcome outcome) {

    /** What sort of trouble. */
    public enum Kind {
        /** No connection: wrong host, no network, or the server is down. */
        UNREACHABLE,
        /** The host's certificate is not trusted. */
        UNTRUSTED,
        /** The connection broke before the answer was whole, or the answer took too long. */
        BROKEN,
        /** 3xx: somewhere else, where no credential of ours goes. */
        REDIRECTED,
        /** 401. */
        UNAUTHORIZED,
        /** 403 without the mark of a file that is too large. */
        FORBIDDEN,
        /** 403 with the mark of a file over 2,047 MB. */
        TOO_LARGE,
        /** 404, or an answer in whose words there is no such thing. */
        NOT_FOUND,
        /** 407: a proxy on the way wants to know who we are. */
        PROXY_REFUSED,
        /** 409 to a submission: the first one with this idempotency key is still being dealt with. */
        CONFLICT,
        /** 422 to a submission: its idempotency key was used for something else. */
        MISUSED_KEY,
        /** 429, or an answer in whose words a limit is exceeded. */
        THROTTLED,
        /** 5xx, or an answer in whose words there is trouble inside. */
        SERVER_TROUBLE,
        /** Another status that means no. */
        REFUSED,
        /** AQuA did not take the job: HTTP 200, an error code and no id. */
        REJECTED,
        /** AQuA could not read the request. */
        MALFORMED,
        /** The answer is not what AQuA sends: a login page, an empty body, JSON without its members, garbled HTTP. */
        NOT_AQUA
    }

    /** Whether the server has acted on a request. */
    public enum Outcome {
        /** Certainly not: no connection came about, a proxy kept it, or there was no token to go with it. */
        NOT_SENT,
        /** It went out, and nothing that came back is AQuA's word on it. Sent again, it may be acted on twice. */
        UNKNOWN,
        /** The server said no. */
        ANSWERED
    }

    /** 408, and what a gateway says that has heard nothing from the server behind it. */
    private static final Set<Integer> NOBODYS_WORD = Set.of(408, 502, 504);

    /** A failure whose answer asks for no wait, and whose outcome follows from what it is. */
    public CallFailure(
            Kind kind,
            String action,
            Optional<Integer> status,
            Optional<String> code,
            String message,
            Optional<String> requestId) {
        this(kind, action, status, code, message, requestId, Optional.empty(), outcome(kind, status, code));
    }

    private static Outcome outcome(Kind kind, Optional<Integer> status, Optional<String> code) {
        return switch (kind) {
            case UNREACHABLE, UNTRUSTED, PROXY_REFUSED -> Outcome.NOT_SENT;
            case BROKEN, NOT_AQUA -> Outcome.UNKNOWN;
            default ->
                status.filter(s -> NOBODYS_WORD.contains(s) || (s == 500 && code.isEmpty()))
                        .map(s -> Outcome.UNKNOWN)
                        .orElse(Outcome.ANSWERED);
        };
    }

    CallFailure asking(Optional<Duration> wait) {
        return new CallFailure(kind, action, status, code, message, requestId, wait, outcome);
    }

    /** The same failure, of something that had to be done before the request. */
    CallFailure beforeSending() {
        return new CallFailure(kind, action, status, code, message, requestId, retryAfter, Outcome.NOT_SENT);
    }

    /** The same failure with the server's own words changed. */
    CallFailure redacted(UnaryOperator<String> words) {
        return new CallFailure(
                kind, action, status, code.map(words), words.apply(message), requestId.map(words), retryAfter, outcome);
    }
}
