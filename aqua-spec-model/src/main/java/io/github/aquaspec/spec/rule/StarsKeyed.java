package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.DataSource;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A star brings no keys, so nobody could join the file to another (reported by users of AQuA). */
final class StarsKeyed implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed()
                .ifPresent(parsed -> parsed.items().stream()
                        .filter(item -> isStarOfItself(item, parsed))
                        .findFirst()
                        .ifPresent(star -> keyWanted(parsed)
                                .ifPresent(relation -> findings.accept(Diagnostic.of(
                                                ZoqlCode.STAR_WITHOUT_KEYS,
                                                "the file will have no key of another object")
                                        .at(query.within(star.range()))
                                        .fix("add " + relation + ".Id where the file is to be joined")))));
    }

    private static boolean isStarOfItself(SelectItem item, Query query) {
        return item instanceof SelectItem.RelatedStar star
                ? star.relation().is(query.from())
                : item instanceof SelectItem.Star;
    }

    /** An object whose key is missing, where none is there at all. */
    private static Optional<String> keyWanted(Query query) {
        return query.items().stream().noneMatch(item -> isJoined(item, query))
                ? ObjectCatalogue.zuora().find(query.from().text()).flatMap(DataSource::relations).stream()
                        .flatMap(List::stream)
                        .filter(relation -> !relation.tenantDependent())
                        .map(DataSource.Relation::name)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isJoined(SelectItem item, Query query) {
        if (item instanceof SelectItem.RelatedStar star) {
            return !star.relation().is(query.from());
        }
        return item instanceof SelectItem.Selected selected
                && selected.column()
                        .source()
                        .filter(field -> field.isJoined(query.from()))
                        .isPresent();
    }
}
