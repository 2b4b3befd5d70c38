package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** No two queries name one file. */
final class UniqueFiles implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        Map<String, QueryInJob> seen = new HashMap<>();
        for (QueryInJob query : QueryInJob.all(job, places)) {
            query.query().file().ifPresent(file -> {
                QueryInJob first = seen.putIfAbsent(file.toLowerCase(Locale.ROOT), query);
                if (first != null) {
                    findings.accept(
                            Diagnostic.of(JobCode.SAME_FILE, "two queries are written to the file " + Quoted.of(file))
                                    .at(query.value("file"), "used again here")
                                    .related(first.value("file"), "first used here")
                                    .fix("give one of the two another file"));
                }
            });
        }
    }
}
