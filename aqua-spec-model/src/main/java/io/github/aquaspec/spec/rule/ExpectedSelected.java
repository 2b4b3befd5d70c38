package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is expected of columns fits what the query selects, where that can be told before Zuora is asked. */
final class ExpectedSelected implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        Optional<Query> tree = query.parsed()
                // of one that is misspelt that is told, and what follows from it is not
                .filter(parsed ->
                        ObjectCatalogue.zuora().find(parsed.from().text()).isPresent())
                .filter(parsed -> parsed.selected()
                        .flatMap(item -> item.column().source().stream())
                        .noneMatch(field -> FieldsKnown.isTold(parsed, field, Dialect.EXPORT_ZOQL)))
                .filter(parsed -> parsed.items().stream().noneMatch(item -> query.hasPlaceholder(item.range())));
        boolean isReadable = !query.has("deleted") || query.query().deleted().isPresent();
        SelectedColumns.of(query.job(), query.query(), tree)
                .filter(selected -> isReadable)
                .ifPresent(selected -> query.expectations().forEach(expected -> {
                    Expect expect = expected.expect();
                    all(query, expected.key("columns"), expect.columns(), selected, findings);
                    each(query, expected.key("columns"), expect.columns().orElse(List.of()), selected, findings);
                    each(query, expected.key("notNull"), expect.notNull(), selected, findings);
                    each(query, expected.key("unique"), expect.unique(), selected, findings);
                }));
    }

    private static void each(
            QueryInJob query,
            String key,
            List<String> columns,
            SelectedColumns selected,
            Consumer<Diagnostic> findings) {
        if (isOdd(query, key, columns)) {
            return;
        }
        Set<String> others = selected.extra(columns);
        for (int i = 0; i < columns.size(); i++) {
            if (others.contains(columns.get(i))) {
                findings.accept(Diagnostic.of(
                                JobCode.NOT_SELECTED,
                                "the query does not select " + columns.get(i) + ", which is expected")
                        .at(query.item(key, i))
                        .fix(fix(selected.missing(columns))));
            }
        }
    }

    /** Of what it selects that which is not expected yet was meant. */
    private static String fix(Set<String> left) {
        return left.isEmpty()
                ? "take it out, or have the query select it"
                : "have the query select it, or write what it selects: " + String.join(", ", left);
    }

    /** {@code columns} are all that there are. */
    private static void all(
            QueryInJob query,
            String key,
            Optional<List<String>> columns,
            SelectedColumns selected,
            Consumer<Diagnostic> findings) {
        if (columns.isEmpty() || isOdd(query, key, columns.get())) {
            return;
        }
        Set<String> missing = selected.missing(columns.get());
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            findings.accept(
                    Diagnostic.of(JobCode.NOT_SELECTED, "the query selects " + names + ", which " + key + " leaves out")
                            .at(query.key(key))
                            .fix("add " + names + " to the columns, or take it out of the query"));
        }
    }

    /** Whether one of them could not be read, or is told to be a label already. */
    private static boolean isOdd(QueryInJob query, String key, List<String> columns) {
        return query.hasMoreThan(key, columns.size()) || columns.stream().anyMatch(ExpectedColumns::isLabel);
    }
}
