package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Name;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.Range;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Each object is best exported by itself, and filtered by UpdatedDate (Zuora documentation, Bulk data extraction). */
final class ObjectsApart implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL) {
            return;
        }
        query.parsed().ifPresent(parsed -> {
            parsed.items().stream()
                    .flatMap(item -> joined(item, parsed.from()).stream())
                    .filter(joined -> !ObjectCatalogue.zuora()
                            .isNeverJoined(joined.object().text()))
                    .findFirst()
                    .ifPresent(joined -> findings.accept(Diagnostic.of(
                                    ZoqlCode.JOINED_FIELDS, "a field of a joined object is selected")
                            .at(query.within(joined.place()))
                            .fix("select " + joined.object() + ".Id, and export that object by a query of its own")));
            sifting(parsed)
                    .filter(field -> field.isJoined(parsed.from()))
                    .findFirst()
                    .ifPresent(field -> findings.accept(
                            Diagnostic.of(ZoqlCode.JOINED_FILTER, "records are sifted by a field of a joined object")
                                    .at(query.within(field.range()))
                                    .fix("select " + field.prefix().orElseThrow()
                                            + ".Id, export that object too, and sift where the files are read")));
        });
    }

    /** More of another object than its key. */
    private record Joined(Name object, Range place) {}

    private static Optional<Joined> joined(SelectItem item, Name from) {
        if (item instanceof SelectItem.RelatedStar star) {
            return Optional.of(new Joined(star.relation(), star.range()))
                    .filter(joined -> !joined.object().is(from));
        }
        return item instanceof SelectItem.Selected selected
                ? selected.column()
                        .source()
                        .filter(field -> field.isJoined(from) && !field.name().is("Id"))
                        .map(field -> new Joined(field.prefix().orElseThrow(), field.range()))
                : Optional.empty();
    }

    private static Stream<Column.Field> sifting(Query query) {
        return query.where().stream()
                .flatMap(Condition::predicates)
                .flatMap(Predicate::operands)
                .filter(Column.class::isInstance)
                .flatMap(column -> ((Column) column).source().stream());
    }
}
