package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import java.util.function.Consumer;

/**
 * {@code forceExport} is what a stateless job needs for deleted records, and only it (Zuora documentation, Extract
 * deleted data in AQuA queries).
 */
final class DeletedForced implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.query().deleted().ifPresent(deleted -> {
            boolean forced = deleted.forceExport().orElse(false);
            boolean unreadable = deleted.forceExport().isEmpty() && query.has("deleted.forceExport");
            Mode mode = Mode.of(query);
            if (mode == Mode.STATELESS && !forced && !unreadable) {
                findings.accept(Diagnostic.of(
                                QueryCode.DELETED_WITHOUT_FORCE,
                                "deleted records in a stateless job need forceExport: true")
                        .at(
                                query.has("deleted.forceExport")
                                        ? query.value("deleted.forceExport")
                                        : query.key("deleted"))
                        .fix(query.has("deleted.forceExport") ? "write true" : "add forceExport: true to deleted"));
            }
            if (mode == Mode.STATEFUL && query.has("deleted.forceExport")) {
                findings.accept(
                        Diagnostic.of(QueryCode.FORCE_IN_SESSION, "forceExport in a stateful job is not documented")
                                .at(query.key("deleted.forceExport"))
                                .fix("leave forceExport out; a session brings deleted records without it"));
            }
        });
    }
}
