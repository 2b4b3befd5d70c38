package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every query has a name of its own. Zuora's own recipe repeats names (Zuora documentation, Extract deleted data
 * in AQuA queries), so this warns and says which files come of it.
 */
final class NamesApart implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        List<QueryInJob> queries = QueryInJob.all(job, places);
        List<String> stems = FileStems.of(job);
        Map<String, QueryInJob> owners = new HashMap<>();
        for (int i = 0; i < stems.size(); i++) {
            owners.put(folded(stems.get(i)), queries.get(i));
        }
        for (int i = 0; i < stems.size(); i++) {
            QueryInJob query = queries.get(i);
            if (!query.has("file") && !query.has("name")) {
                findings.accept(noName(query, stems.get(i)));
            } else if (!query.has("file") && query.query().name().isPresent()) {
                String name = query.query().name().get();
                QueryInJob owner = owners.get(folded(name));
                if (owner != null && !owner.path().equals(query.path())) {
                    findings.accept(taken(name, query, stems.get(i), owner));
                }
            }
        }
    }

    private static Diagnostic noName(QueryInJob query, String file) {
        return Diagnostic.of(QueryCode.NO_NAME, "this query has no name, its file will be \"" + file + "\"")
                .at(query.head())
                .fix("add name: " + file);
    }

    private static Diagnostic taken(String name, QueryInJob query, String file, QueryInJob owner) {
        String message = owner.has("file")
                ? "the name " + Quoted.of(name) + " is taken by the file of another query"
                : owner.query().name().filter(name::equals).isPresent()
                        ? "two queries are named " + Quoted.of(name)
                        : "the name " + Quoted.of(name) + " differs from another in its case only";
        return Diagnostic.of(JobCode.SAME_NAME, message)
                .at(query.value("name"), "its file will be \"" + file + "\"")
                .related(owner.value(owner.has("file") ? "file" : "name"), "first used here")
                .fix("give one of the two another name, or a file of its own");
    }

    private static String folded(String stem) {
        return stem.toLowerCase(Locale.ROOT);
    }
}
