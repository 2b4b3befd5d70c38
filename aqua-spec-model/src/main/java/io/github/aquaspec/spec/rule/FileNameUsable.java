package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A name that becomes a file name works on every system. The name that is offered instead is no other query's. */
final class FileNameUsable implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        List<QueryInJob> queries = QueryInJob.all(job, places);
        List<String> stems = FileStems.of(job);
        for (int i = 0; i < stems.size(); i++) {
            QueryInJob query = queries.get(i);
            if (query.has("file")) {
                check(query, "file", query.query().file(), "write file: " + stems.get(i), findings);
            } else {
                check(query, "name", query.query().name(), "add file: " + stems.get(i), findings);
            }
        }
    }

    private static void check(
            QueryInJob query, String key, Optional<String> name, String fix, Consumer<Diagnostic> findings) {
        name.flatMap(FileStems::objection)
                .ifPresent(objection -> findings.accept(Diagnostic.of(
                                QueryCode.UNUSABLE_FILE_NAME,
                                "no file can be named " + Quoted.of(name.get()) + ": " + objection)
                        .at(query.value(key))
                        .fix(fix)));
    }
}
