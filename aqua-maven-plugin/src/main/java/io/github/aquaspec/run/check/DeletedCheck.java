package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.verify.cell.FirstColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the deleted column of a file against what was asked: it comes first, is called {@code <Object>.<column>}, holds
 * two words only, and in a full load of a session marks nothing (Zuora documentation, Export deleted data).
 */
final class DeletedCheck {

    private static final Set<String> NUMERIC = Set.of("0", "1");
    private static final Set<String> BOOLEAN = Set.of("false", "true");

    private final JobPlan plan;
    private final QueryResult result;
    private final QuerySpec query;
    private final Deleted deleted;
    private final Findings findings;
    private final List<Diagnostic> told = new ArrayList<>();

    private DeletedCheck(JobPlan plan, QueryResult result, Deleted deleted, Findings findings) {
        this.plan = plan;
        this.result = result;
        this.query = plan.spec().queries().get(result.query());
        this.deleted = deleted;
        this.findings = findings;
    }

    /** Judges the result of a query; one that asks for no deleted records passes. */
    static void of(JobPlan plan, QueryResult result, Findings findings) {
        plan.spec()
                .queries()
                .get(result.query())
                .deleted()
                .ifPresent(deleted -> new DeletedCheck(plan, result, deleted, findings).judge());
    }

    private void judge() {
        String first = result.header().get(0);
        List<String> got = new ArrayList<>(List.of("begins with " + first));
        if (!isTheColumn(first)) {
            add(
                    TransferCode.DELETED_COLUMN,
                    "the result of query " + plan.quoted(result.query()) + " begins with the column \"" + first
                            + "\", not with " + column());
        } else if (result.flags().isPresent()) {
            cells(first, result.flags().get());
            if (!told.isEmpty()) {
                got.add("holds other words");
            }
            fullLoad();
            got.add(result.deleted() + " marked");
        }
        findings.made(QueryCheck.Kind.DELETED, result.query(), "begins with " + column(), String.join(", ", got), told);
    }

    private boolean isTheColumn(String header) {
        Optional<String> object = object();
        return object.isPresent()
                ? header.equalsIgnoreCase(object.get() + "." + deleted.column())
                : header.regionMatches(
                        true,
                        header.length() - deleted.column().length() - 1,
                        "." + deleted.column(),
                        0,
                        deleted.column().length() + 1);
    }

    private String column() {
        return object().map(o -> o + "." + deleted.column()).orElse("the deleted column \"" + deleted.column() + "\"");
    }

    private Optional<String> object() {
        return FieldInQuery.tree(query).map(tree -> tree.from().text());
    }

    private void cells(String header, FirstColumn flags) {
        Set<String> wanted = wanted(flags);
        Set<String> odd = new TreeSet<>(flags.values());
        odd.removeAll(wanted);
        if (odd.isEmpty() && flags.others() == 0) {
            return;
        }
        List<String> shown = new ArrayList<>();
        odd.stream().limit(3).forEach(cell -> shown.add("\"" + cell + "\""));
        add(
                TransferCode.DELETED_COLUMN,
                "the column " + header + " of query " + plan.quoted(result.query()) + " holds "
                        + String.join(", ", shown)
                        + (odd.size() > shown.size() ? " and more" : "") + ", not only "
                        + String.join(" and ", new TreeSet<>(wanted)));
    }

    /** Where the manifest leaves the format to Zuora, whichever of the two it chose. */
    private Set<String> wanted(FirstColumn flags) {
        boolean numeric = deleted.format()
                .map(format -> format == Deleted.Flag.NUMERIC)
                .orElse(flags.values().stream().noneMatch(BOOLEAN::contains));
        return numeric ? NUMERIC : BOOLEAN;
    }

    private void fullLoad() {
        long marked = result.deleted();
        if (plan.spec().isStateful() && !result.isIncremental() && marked > 0) {
            add(
                    TransferCode.DELETED_IN_FULL_LOAD,
                    "the full load of query " + plan.quoted(result.query()) + " holds " + marked + " deleted records");
        }
    }

    private void add(Code code, String message) {
        told.add(Diagnostic.of(code, message)
                .at(place())
                .fix("look at the file; where it is right, " + Findings.toSuppress(code)));
    }

    private Span place() {
        return plan.places().key(FieldInQuery.deleted(result.query()));
    }
}
