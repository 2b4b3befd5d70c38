package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Name;
import java.util.function.Consumer;

/** An alias is another name than the column has (Zuora documentation, Export ZOQL: clause limits). */
final class AliasesTell implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed()
                .ifPresent(parsed -> parsed.selected()
                        .filter(item -> item.column() instanceof Column.Field)
                        .forEach(item -> item.alias()
                                .filter(alias -> alias.text()
                                        .equalsIgnoreCase(fullName((Column.Field) item.column(), parsed.from())))
                                .ifPresent(alias -> findings.accept(Diagnostic.of(
                                                ZoqlCode.IDLE_ALIAS, "the alias is the name that the column has anyway")
                                        .at(query.within(alias.range()))
                                        .fix("leave it out, or write another")))));
    }

    private static String fullName(Column.Field field, Name from) {
        return field.prefix().orElse(from) + "." + field.name();
    }
}
