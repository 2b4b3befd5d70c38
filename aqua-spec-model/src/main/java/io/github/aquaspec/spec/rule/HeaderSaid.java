package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** Whether the header has names or labels, and in which zone times are, is better said than left to a default. */
final class HeaderSaid implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (!places.has(JobPaths.USE_QUERY_LABELS)) {
            findings.accept(
                    Diagnostic.of(JobCode.LABELS_IN_HEADER, "the header will have labels, such as \"Account: Name\"")
                            .at(JobPaths.head(places))
                            .fix(
                                    "write useQueryLabels: true for names such as Account.Name, or false to say that labels are meant"));
        }
        if (!places.has(JobPaths.DATE_TIME_UTC)) {
            findings.accept(Diagnostic.of(JobCode.TENANT_ZONE, "times will be those of the tenant's zone")
                    .at(JobPaths.head(places))
                    .fix("write dateTimeUtc: true, or false to say that the tenant's zone is meant"));
        }
    }
}
