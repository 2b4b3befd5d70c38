package io.github.aquaspec.emulator.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The memory of one pair. Other queries of a job do not matter to a query: each has an end of its own.
 *
 * @param lastRequest when the last job of the pair was submitted
 * @param ends where the last window of each query ended
 */
record Session(Instant lastRequest, Map<QueryKey, Instant> ends) {

    Session {
        ends = Map.copyOf(ends);
    }

    Optional<Instant> end(QueryKey query) {
        return Optional.ofNullable(ends.get(query));
    }

    Session requested(Instant now) {
        return new Session(now, ends);
    }

    /**
     * The session behind a job. A query whose deleted column changed is forgotten as it was; no end moves back.
     *
     * @param reached the queries of the job, and where their windows end
     */
    Session advanced(Map<QueryKey, Instant> reached) {
        Map<QueryKey, Instant> next = new LinkedHashMap<>(ends);
        next.keySet()
                .removeIf(old ->
                        reached.keySet().stream().anyMatch(old::differsAtMostInDeleted) && !reached.containsKey(old));
        reached.forEach((query, end) -> next.merge(query, end, (a, b) -> a.isAfter(b) ? a : b));
        return new Session(lastRequest, next);
    }
}
