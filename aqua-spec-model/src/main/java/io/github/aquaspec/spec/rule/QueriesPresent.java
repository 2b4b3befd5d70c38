package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A stateless job has queries (Zuora documentation, AQuA error codes, 90016). A session may repeat those of its
 * last job.
 */
final class QueriesPresent implements Rule {

    /** The key as it is written, perhaps in quotes. */
    private static final Pattern KEY = Pattern.compile("([\"']?)queries\\1");

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (!job.queries().isEmpty() || isMisspelt(places)) {
            return;
        }
        if (Mode.of(job, places) == Mode.STATELESS) {
            findings.accept(Diagnostic.of(JobCode.NO_QUERIES, "a stateless job needs at least one query")
                    .at(places.has(JobPaths.QUERIES) ? places.key(JobPaths.QUERIES) : JobPaths.head(places))
                    .fix("add queries"));
        }
    }

    /** Whether the queries stand under a key that is told as unknown. */
    private static boolean isMisspelt(SourceMap places) {
        return places.has(JobPaths.QUERIES)
                && !KEY.matcher(places.key(JobPaths.QUERIES).text()).matches();
    }
}
