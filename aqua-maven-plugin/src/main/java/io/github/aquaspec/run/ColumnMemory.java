package io.github.aquaspec.run;

import io.github.aquaspec.run.state.ColumnsFile;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers the columns that readers of a manifest's files know, and finds out when others come. They are what was
 * published first, until somebody accepts other ones.
 *
 * @param file where they are kept
 * @param accepts whether the build accepts other ones
 */
record ColumnMemory(JobPlan plan, ColumnsFile file, boolean accepts) {

    /** The memory that a run of a plan has, if there is one. */
    static Optional<ColumnMemory> of(JobPlan plan, RunSettings settings) {
        return plan.state().map(state -> new ColumnMemory(plan, state.columns(), settings.acceptsColumns()));
    }

    /** Finds out, before anything is sent, that the memory is of no use. */
    void require() throws StateException {
        file.read();
    }

    /**
     * Holds what came against what is remembered.
     *
     * @param staging where the files stay meanwhile, if they do
     */
    ContentCheck.Verdict of(List<QueryResult> results, Optional<Path> staging) throws StateException {
        Map<String, List<String>> known = known();
        List<Diagnostic> found = new ArrayList<>();
        List<Suppressed> accepted = new ArrayList<>();
        for (QueryResult result : results) {
            String stem = plan.stems().get(result.query());
            List<String> before = known.getOrDefault(stem, result.header());
            if (!before.equals(result.header())) {
                ChangedColumns change = new ChangedColumns(before, result.header());
                Diagnostic changed = changed(result.query(), change.toString())
                        .fix(
                                "find out why; where the new ones are right, run again with -Daqua.updateColumns, or write in "
                                        + file.path() + " for \"" + stem + "\": " + change.toPaste()
                                        + staging.map(path -> "; until then the files stay in " + path
                                                        + ", and the next run goes on with them")
                                                .orElse(""));
                if (accepts) {
                    accepted.add(new Suppressed(changed.severity(Severity.WARNING), "aqua.updateColumns"));
                } else {
                    found.add(changed);
                }
            }
        }
        return new ContentCheck.Verdict(found, accepted);
    }

    /** What is foreseen before anything is sent: a query selects other columns than are remembered. */
    ContentCheck.Verdict foreseen() throws StateException {
        Map<String, List<String>> known = known();
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < plan.spec().queries().size() && !accepts; i++) {
            QuerySpec query = plan.spec().queries().get(i);
            List<String> before = known.getOrDefault(plan.stems().get(i), List.of());
            Optional<SelectedColumns> selected = SelectedColumns.of(plan.spec(), query);
            if (!before.isEmpty() && selected.isPresent()) {
                // as a header would lack what is selected, and have what is not
                Set<String> fresh = selected.get().missing(before);
                Set<String> gone = selected.get().extra(before);
                if (!fresh.isEmpty() || !gone.isEmpty()) {
                    found.add(
                            changed(i, ExpectationCheck.difference(gone, fresh))
                                    .severity(Severity.WARNING)
                                    .fix(
                                            "where that is meant, run with -Daqua.updateColumns; aqua:run refuses the files otherwise"));
                }
            }
        }
        return new ContentCheck.Verdict(found, List.of());
    }

    /** The snapshot stands in its place: its columns are those that readers know. */
    void published(List<QueryResult> results) throws StateException {
        Map<String, List<String>> files = new LinkedHashMap<>();
        results.forEach(result -> files.put(plan.stems().get(result.query()), result.header()));
        if (!file.read().filter(files::equals).isPresent()) {
            file.write(files);
        }
    }

    private Map<String, List<String>> known() throws StateException {
        return file.read().orElse(Map.of());
    }

    private Diagnostic changed(int query, String difference) {
        Span place =
                plan.places().value(SpecPath.ROOT.key("queries").index(query).key("query"));
        return Diagnostic.of(
                        TransferCode.COLUMNS_CHANGED,
                        "query \"" + plan.stems().get(query) + "\" has other columns than before: " + difference)
                .at(place);
    }
}
