package io.github.aquaspec.spec.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest says: one AQuA job, and how we run it.
 *
 * @param name AQuA's {@code name}
 * @param version AQuA's {@code version}
 * @param session AQuA's members of stateful mode
 * @param results AQuA's members that say how files are written
 * @param notifyUrl AQuA's {@code notifyUrl}
 * @param sourceData AQuA's {@code sourceData}
 * @param warehouseSize AQuA's {@code warehouseSize}
 * @param queries at most 50; empty only in a stateful job
 * @param description for readers
 * @param timeout how long a run waits for the job
 * @param window the window that we keep
 * @param params what a build passes in
 * @param output how the snapshot is laid out
 * @param suppress findings that the author accepts
 */
public record JobSpec(
        Optional<String> name,
        Optional<Version> version,
        Session session,
        Results results,
        Optional<String> notifyUrl,
        Optional<SourceData> sourceData,
        Optional<String> warehouseSize,
        List<QuerySpec> queries,
        Optional<String> description,
        Duration timeout,
        Optional<Window> window,
        List<Param> params,
        Output output,
        List<Suppression> suppress) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(4);
    public static final int MOST_QUERIES = 50;

    public JobSpec {
        queries = List.copyOf(queries);
        params = List.copyOf(params);
        suppress = List.copyOf(suppress);
    }

    /** The version that is asked for when the manifest is silent: Zuora's default. */
    public Version effectiveVersion() {
        return version.orElse(Version.V1_0);
    }

    /** Whether Zuora keeps the session: version 1.1 or later, with partner and project. */
    public boolean isStateful() {
        return effectiveVersion().allowsState()
                && session.partner().isPresent()
                && session.project().isPresent();
    }

    /** Whether a query waits for the window; such a job is sent only {@link #in} one. */
    public boolean usesWindow() {
        return queries.stream().anyMatch(QuerySpec::usesWindow);
    }

    /** The same job with the window filled in wherever a query waits for it. */
    public JobSpec in(WindowRange range) {
        return asking(queries.stream().map(query -> query.in(range)).toList());
    }

    /** The same job with other queries, such as those that its session repeats. */
    public JobSpec asking(List<QuerySpec> others) {
        return with(session, results, others);
    }

    /** The same job in another session, or at another time of its own. */
    public JobSpec withSession(Session other) {
        return with(other, results, queries);
    }

    /** The same job with its result files written otherwise. */
    public JobSpec withResults(Results other) {
        return with(session, other, queries);
    }

    private JobSpec with(Session ofSession, Results ofResults, List<QuerySpec> ofQueries) {
        return new JobSpec(
                name,
                version,
                ofSession,
                ofResults,
                notifyUrl,
                sourceData,
                warehouseSize,
                ofQueries,
                description,
                timeout,
                window,
                params,
                output,
                suppress);
    }
}
