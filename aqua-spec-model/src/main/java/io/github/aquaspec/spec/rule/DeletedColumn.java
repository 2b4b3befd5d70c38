package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import java.util.function.Consumer;

/** The extra column has a plain name and a format (Zuora documentation, Export deleted data). */
final class DeletedColumn implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.query().deleted().ifPresent(deleted -> {
            if (!deleted.column().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                findings.accept(Diagnostic.of(
                                QueryCode.DELETED_COLUMN_NAME, "the column's name is more than letters, digits and _")
                        .at(query.value("deleted.column"))
                        .fix("write column: IsDeleted"));
            }
            if (!query.has("deleted.format")) {
                findings.accept(Diagnostic.of(QueryCode.NO_DELETED_FORMAT, "deleted has no format")
                        .at(query.key("deleted"))
                        .fix("add format: Boolean, or format: Numeric"));
            }
        });
    }
}
