package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The columns that a query expects are named as its header will name them: {@code Account.Name} with {@code
 * useQueryLabels}, {@code Account: Name} without. An alias, and the column of deleted records, stand there as they are;
 * of the header of ZOQL nothing is known.
 */
final class ExpectedColumns implements QueryRule {

    private static final Pattern API_NAME = Pattern.compile("\\w+\\.\\w+");
    private static final Pattern LABEL = Pattern.compile("[^:]+: .+");

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        Optional<Query> parsed = query.parsed();
        if (parsed.isEmpty() || QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL || isUnreadable(query)) {
            return;
        }
        boolean names = query.job().results().useQueryLabels().orElse(false);
        Set<String> asTheyAre = asTheyAre(query, parsed.get());
        for (QueryInJob.Expected expected : query.expectations()) {
            List<String> columns = expected.expect().columns().orElse(List.of());
            check(query, expected.key("columns"), columns, names, asTheyAre, findings);
            check(query, expected.key("notNull"), expected.expect().notNull(), names, asTheyAre, findings);
            check(query, expected.key("unique"), expected.expect().unique(), names, asTheyAre, findings);
        }
    }

    /** Whether a column is one of a header of labels. */
    static boolean isLabel(String column) {
        return LABEL.matcher(column).matches();
    }

    /** Whether something that names columns stands in the file and cannot be read. */
    private static boolean isUnreadable(QueryInJob query) {
        boolean labels = query.places().has(JobPaths.USE_QUERY_LABELS)
                && query.job().results().useQueryLabels().isEmpty();
        boolean deleted = query.has("deleted") && query.query().deleted().isEmpty();
        return labels || deleted;
    }

    private static void check(
            QueryInJob query,
            String key,
            List<String> columns,
            boolean names,
            Set<String> asTheyAre,
            Consumer<Diagnostic> findings) {
        if (query.hasMoreThan(key, columns.size())) {
            return; // which of them could not be read is not known
        }
        Pattern other = names ? LABEL : API_NAME;
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (other.matcher(column).matches() && !asTheyAre.contains(column)) {
                findings.accept(finding(names).at(query.item(key, i)));
            }
        }
    }

    private static Diagnostic finding(boolean names) {
        return names
                ? Diagnostic.of(JobCode.OTHER_HEADER, "a label is expected in a header of API names")
                        .fix("write the API name, such as Account.Name")
                : Diagnostic.of(JobCode.OTHER_HEADER, "an API name is expected in a header of labels")
                        .fix("write useQueryLabels: true, or the label, such as \"Account: Account Number\"");
    }

    private static Set<String> asTheyAre(QueryInJob query, Query parsed) {
        Set<String> names = new HashSet<>();
        parsed.selected().flatMap(item -> item.alias().stream()).forEach(alias -> names.add(alias.text()));
        query.query()
                .deleted()
                .ifPresent(deleted -> names.add(
                        ObjectCatalogue.zuora().canonical(parsed.from().text()) + "." + deleted.column()));
        return names;
    }
}
