package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.state.ColumnsFile;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.rule.SelectedColumns;
import io.github.aquaspec.spec.source.Span;
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
public record ColumnMemory(JobPlan plan, ColumnsFile file, boolean accepts) {

    /** The memory that a run of a plan has, if there is one. */
    public static Optional<ColumnMemory> of(JobPlan plan, RunSettings settings) {
        return plan.state().map(state -> new ColumnMemory(plan, state.columns(), settings.acceptsColumns()));
    }

    /** Finds out, before anything is sent, that the memory is of no use. */
    public void require() throws StateException {
        file.read();
    }

    /**
     * Holds what came against what is remembered.
     *
     * @param staging where the files stay meanwhile, if they do
     */
    public Verdict of(List<QueryResult> results, Optional<Path> staging) throws StateException {
        Map<String, List<String>> known = known();
        List<QueryCheck> checks = new ArrayList<>();
        for (QueryResult result : results) {
            Optional.ofNullable(known.get(stem(result.query())))
                    .map(before -> new ChangedColumns(before, result.header()))
                    .ifPresent(change -> checks.add(check(result.query(), change, staging)));
        }
        return Verdict.ofChecks(checks);
    }

    private QueryCheck check(int query, ChangedColumns change, Optional<Path> staging) {
        List<Diagnostic> found = change.isNone()
                ? List.of()
                : List.of(changed(query, change.toString()).fix(fix(query, change, staging)));
        return new QueryCheck(
                Optional.of(query),
                stem(query),
                QueryCheck.Kind.DRIFT,
                Optional.of(change.before().size() + " columns as before"),
                Optional.of(change.isNone() ? "the same" : change.toString()),
                accepts ? List.of() : found,
                accepts
                        ? found.stream()
                                .map(told -> new Suppressed(told.severity(Severity.WARNING), "aqua.updateColumns"))
                                .toList()
                        : List.of());
    }

    private String fix(int query, ChangedColumns change, Optional<Path> staging) {
        String until = staging.map(
                        path -> "; until then the files stay in " + path + ", and the next run goes on with them")
                .orElse("");
        String anew = staging.isEmpty()
                ? ""
                : "; where they are wrong, mend the cause and run with -Daqua.fresh"
                        + (plan.spec().isStateful() ? " -Daqua.heal" : "");
        return "find out why; where the new ones are right, run again with -Daqua.updateColumns, or write in "
                + file.path() + " for \"" + stem(query) + "\": " + change.toPaste() + anew + until;
    }

    /** What is foreseen before anything is sent: queries that select other columns than are remembered. */
    public List<Diagnostic> foreseen() throws StateException {
        Map<String, List<String>> known = known();
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < plan.spec().queries().size() && !accepts; i++) {
            List<String> before = known.getOrDefault(stem(i), List.of());
            Optional<SelectedColumns> selected =
                    SelectedColumns.of(plan.spec(), plan.spec().queries().get(i));
            if (before.isEmpty() || selected.isEmpty()) {
                continue;
            }
            // as a header would lack what is selected, and have what is not
            Set<String> fresh = selected.get().missing(before);
            Set<String> gone = selected.get().extra(before);
            if (!fresh.isEmpty() || !gone.isEmpty()) {
                found.add(
                        changed(i, ChangedColumns.words(gone, fresh))
                                .severity(Severity.WARNING)
                                .fix(
                                        "where that is meant, run with -Daqua.updateColumns; aqua:run refuses the files otherwise"));
            }
        }
        return found;
    }

    /** The snapshot stands in its place: its columns are those that readers know. */
    public void published(List<QueryResult> results) throws StateException {
        Map<String, List<String>> files = new LinkedHashMap<>();
        results.forEach(result -> files.put(stem(result.query()), result.header()));
        if (!file.read().filter(files::equals).isPresent()) {
            file.write(files);
        }
    }

    private Map<String, List<String>> known() throws StateException {
        return file.read().orElse(Map.of());
    }

    private Diagnostic changed(int query, String difference) {
        Span place = plan.at(query, "query");
        return Diagnostic.of(
                        TransferCode.COLUMNS_CHANGED,
                        "query \"" + stem(query) + "\" has other columns than before: " + difference)
                .at(place);
    }

    private String stem(int query) {
        return plan.stems().get(query);
    }
}
