package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Results that come in parts have neither functions nor aliases (Zuora documentation, File segmentation). Whether
 * they come in parts is a matter of the tenant, so this is said aloud only where the manifest counts on it.
 */
final class ComputedColumns implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (Mode.of(query) != Mode.STATEFUL) {
            return;
        }
        boolean counted = query.job().output().segments() == Output.Segments.KEEP;
        query.parsed().stream().flatMap(ComputedColumns::computed).findFirst().ifPresent(item -> {
            Diagnostic finding = Diagnostic.of(
                            QueryCode.COMPUTED_IN_SEGMENTS, "with a function or an alias the result comes in one part")
                    .at(query.within(item.range()))
                    .fix("select plain fields, without aliases");
            findings.accept(counted ? finding.severity(Severity.WARNING) : finding);
        });
    }

    private static Stream<SelectItem.Selected> computed(Query query) {
        return query.selected().filter(item -> item.alias().isPresent() || !(item.column() instanceof Column.Field));
    }
}
