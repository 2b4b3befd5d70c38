package io.github.aquaspec.run.event;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.Optional;

/** What becomes of a request of a run. */
public sealed interface RequestStep {

    /** Method and path, such as {@code GET /v1/files/f}. */
    String request();

    /** Which of its tries it is, from 1. */
    int attempt();

    /**
     * It waits, for the host has asked another request to leave it alone.
     *
     * @param pause how long until it goes out
     */
    record Held(String request, int attempt, Duration pause) implements RequestStep {}

    /** It goes out. */
    record Sent(String request, int attempt) implements RequestStep {}

    /**
     * It was answered.
     *
     * @param requestId what Zuora Support asks for
     * @param bytes of the body, as far as it was read
     */
    record Answered(String request, int attempt, int status, Optional<String> requestId, long bytes, Duration took)
            implements RequestStep {}

    /**
     * It was not answered, or not to the end.
     *
     * @param bytes of a body, as far as they came
     */
    record Failed(String request, int attempt, String why, long bytes, Duration took) implements RequestStep {}

    /**
     * It came to nothing, and the same goes out once more.
     *
     * @param trouble what came of this try
     * @param pause how long until then
     */
    record Repeated(String request, int attempt, Diagnostic trouble, Duration pause) implements RequestStep {}
}
