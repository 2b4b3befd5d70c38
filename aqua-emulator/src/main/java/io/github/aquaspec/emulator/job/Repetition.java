package io.github.aquaspec.emulator.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which queries a stateful job has: those it was submitted with, and those of the last completed job. */
final class Repetition {

    private Repetition() {}

    /**
     * The request with all its queries. Without queries of its own a job has those of the last one; otherwise only where
     * the request asks for them, each replaced by a submitted one with the same key.
     *
     * @param key nameAndText, name or text
     */
    static JobRequest complete(JobRequest request, Optional<JobRequest> last, String key) {
        if (last.isEmpty() || !request.isStateful()) {
            return request;
        }
        if (request.queries().isEmpty()) {
            return request.withQueries(last.get().queries());
        }
        return request.useLastCompletedJobQueries()
                ? request.withQueries(merged(last.get().queries(), request.queries(), key))
                : request;
    }

    private static List<QueryRequest> merged(List<QueryRequest> earlier, List<QueryRequest> submitted, String key) {
        List<QueryRequest> left = new ArrayList<>(submitted);
        List<QueryRequest> merged = new ArrayList<>();
        for (QueryRequest query : earlier) {
            QueryRequest now = left.stream()
                    .filter(q -> key(q, key).equals(key(query, key)))
                    .findFirst()
                    .orElse(query);
            left.remove(now);
            merged.add(now);
        }
        merged.addAll(left);
        return merged;
    }

    private static List<String> key(QueryRequest query, String key) {
        return switch (key) {
            case "name" -> List.of(query.name().orElse(""));
            case "text" -> List.of(query.query());
            default -> List.of(query.name().orElse(""), query.query());
        };
    }
}
