package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.zoql.Name;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The objects that a query reaches with a dot. */
final class JoinedNames {

    private JoinedNames() {}

    /** Each once, where it stands first. */
    static List<Name> in(Query query) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(
                        query.items().stream()
                                .filter(SelectItem.RelatedStar.class::isInstance)
                                .map(star -> ((SelectItem.RelatedStar) star).relation()),
                        query.columns()
                                .flatMap(column -> column.source().stream())
                                .flatMap(field -> field.prefix().stream()))
                .filter(name -> !name.is(query.from()))
                .filter(name -> seen.add(name.text().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
