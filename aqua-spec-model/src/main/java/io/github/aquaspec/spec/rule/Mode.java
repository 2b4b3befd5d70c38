package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;

/**
 * Whether Zuora keeps a session for a job, as far as the manifest can be read: version 1.1 or later, with partner and
 * project (Zuora documentation, Stateless and Stateful Modes).
 */
enum Mode {
    STATELESS,
    STATEFUL,
    /**
     * One of the three members stands in the file and cannot be read, or the version is missing beside the two others, which
     * is an error of its own; rules about modes then keep silent.
     */
    UNREADABLE;

    static Mode of(JobSpec job, SourceMap places) {
        boolean paired = places.has(JobPaths.PARTNER) && places.has(JobPaths.PROJECT);
        boolean unreadable = (job.version().isEmpty() && (paired || places.has(JobPaths.VERSION)))
                || (job.session().partner().isEmpty() && places.has(JobPaths.PARTNER))
                || (job.session().project().isEmpty() && places.has(JobPaths.PROJECT));
        if (unreadable) {
            return UNREADABLE;
        }
        return job.isStateful() ? STATEFUL : STATELESS;
    }

    static Mode of(QueryInJob query) {
        return of(query.job(), query.places());
    }
}
