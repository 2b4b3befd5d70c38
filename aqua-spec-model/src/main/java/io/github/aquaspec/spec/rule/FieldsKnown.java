package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.FieldCatalogue;
import io.github.aquaspec.spec.zoql.FieldList;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Query;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A field that is nearly one of Zuora's is probably misspelt, and the key of another object is read through a dot in
 * Export ZOQL. Of any other field nothing is said: each tenant has its own.
 */
final class FieldsKnown implements QueryRule {

    /** What stands in the names of custom fields, and of those that other systems brought: {@code __c}, {@code __NS}. */
    private static final String CUSTOM = "__";

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        Set<String> seen = new HashSet<>();
        Set<String> aliases = query.parsed().map(FieldsKnown::aliases).orElse(Set.of());
        query.parsed()
                .ifPresent(parsed -> parsed.columns()
                        .flatMap(column -> column.source().stream())
                        .filter(field ->
                                seen.add(ColumnKey.of(field, parsed.from()).text()))
                        .filter(field -> !isAlias(field, aliases))
                        .forEach(field -> finding(parsed, field, QueryText.dialect(query.query()))
                                .ifPresent(finding -> findings.accept(
                                        finding.at(query.within(field.name().range()))))));
    }

    /** An alias that stands for a field is told by another rule. */
    static boolean isAlias(Column.Field field, Set<String> aliases) {
        return field.prefix().isEmpty() && aliases.contains(field.name().text().toLowerCase(Locale.ROOT));
    }

    /** The aliases of a query, in lower case. */
    static Set<String> aliases(Query query) {
        return query.selected()
                .flatMap(item -> item.alias().stream())
                .map(alias -> alias.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether a name is that of a field that a tenant made, or another system brought. */
    static boolean isOfTenant(String name) {
        return name.contains(CUSTOM);
    }

    /** Whether this rule has something to say of a field. */
    static boolean isTold(Query query, Column.Field field, Dialect dialect) {
        return finding(query, field, dialect).isPresent();
    }

    private static Optional<Diagnostic> finding(Query query, Column.Field field, Dialect dialect) {
        String name = field.name().text();
        boolean joined = field.isJoined(query.from());
        String object =
                joined ? field.prefix().orElseThrow().text() : query.from().text();
        Optional<FieldList> known = FieldCatalogue.zuora().of(object);
        if (known.isEmpty() || known.get().has(name) || isOfTenant(name)) {
            return Optional.empty();
        }
        Optional<String> relation = known.get().behindKey(name);
        if (relation.isPresent()) {
            boolean listed = ObjectCatalogue.zuora()
                    .find(query.from().text())
                    .flatMap(source -> source.relation(relation.get()))
                    .isPresent();
            return dialect == Dialect.EXPORT_ZOQL && listed && !joined
                    ? Optional.of(Diagnostic.of(ZoqlCode.KEY_AS_A_FIELD, name + " is the key of another object")
                            .fix("write " + relation.get() + ".Id"))
                    : Optional.empty();
        }
        return NearNames.typo(name, known.get().all())
                .map(near -> Diagnostic.of(
                                ZoqlCode.MISSPELT_FIELD,
                                "Zuora lists no field " + Quoted.of(name) + " of "
                                        + known.get().object())
                        .fix("did you mean " + near + "?"));
    }
}
