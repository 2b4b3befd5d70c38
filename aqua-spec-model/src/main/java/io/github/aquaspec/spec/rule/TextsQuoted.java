package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.FieldCatalogue;
import io.github.aquaspec.spec.zoql.FieldList;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Text that a field is compared with has quotes; without them it is read as a field, for Export ZOQL compares fields with
 * fields (Zuora documentation, Export ZOQL: filter statements). ZOQL does not, and {@link QueryReadable} says so.
 */
final class TextsQuoted implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) == Dialect.EXPORT_ZOQL) {
            query.parsed()
                    .ifPresent(parsed -> words(parsed)
                            .filter(word -> !query.hasPlaceholder(word.range()))
                            .forEach(word -> findings.accept(Diagnostic.of(
                                            ZoqlCode.TEXT_WITHOUT_QUOTES,
                                            Quoted.of(word.text())
                                                    + " is read as a field, and Zuora lists none of this name")
                                    .at(query.within(word.range()))
                                    .fix("write '" + word.text() + "'"))));
        }
    }

    /** What fields are compared with and is no field that anybody knows, nor what is told elsewhere: a slip of one, an alias, a time. */
    private static Stream<Column.Field> words(Query query) {
        Optional<FieldList> known = FieldCatalogue.zuora().of(query.from().text());
        Set<String> aliases = FieldsKnown.aliases(query);
        return known.stream()
                .flatMap(fields -> Stream.of(query.where(), query.having())
                        .flatMap(Optional::stream)
                        .flatMap(Condition::predicates)
                        .flatMap(TextsQuoted::comparedWithColumn)
                        .filter(word -> isUnknown(word, fields) && !FieldsKnown.isAlias(word, aliases)));
    }

    private static Stream<Column.Field> comparedWithColumn(Predicate predicate) {
        return predicate instanceof Predicate.Comparison comparison
                        && comparison.left() instanceof Column
                        && comparison.right() instanceof Column.Field word
                        && word.prefix().isEmpty()
                ? Stream.of(word)
                : Stream.empty();
    }

    private static boolean isUnknown(Column.Field word, FieldList fields) {
        String name = word.name().text();
        return !fields.has(name)
                && !RelativeTimes.isClock(word)
                && !FieldsKnown.isOfTenant(name)
                && fields.behindKey(name).isEmpty()
                && NearNames.typo(name, fields.all()).isEmpty();
    }
}
