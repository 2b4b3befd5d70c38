package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Name;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which objects a query touches. */
public final class Reach {

    private final Catalogue catalogue;
    private final Undocumented undocumented;

    public Reach(Catalogue catalogue, Settings settings) {
        this.catalogue = catalogue;
        this.undocumented = new Undocumented(settings);
    }

    /** The names of the object a query reads, and of all it joins; none of a query that is wrong. */
    public Set<String> objects(QueryText text) {
        Set<String> names = new HashSet<>();
        Optional<Query> query =
                Zoql.parse(undocumented.readable(text), text.dialect()).query();
        query.flatMap(q -> catalogue.object(q.from().text())).ifPresent(base -> {
            names.add(base.name());
            prefixes(query.get()).flatMap(p -> base.join(p.text()).stream()).forEach(join -> {
                ObjectType at = base;
                for (String key : join.path()) {
                    at = catalogue.target(catalogue.keyOf(at, key));
                    names.add(at.name());
                }
            });
        });
        return names;
    }

    private static Stream<Name> prefixes(Query query) {
        Stream<Name> ofColumns =
                query.columns().flatMap(c -> c.source().stream()).flatMap(f -> f.prefix().stream());
        Stream<Name> ofStars = query.items().stream()
                .filter(SelectItem.RelatedStar.class::isInstance)
                .map(item -> ((SelectItem.RelatedStar) item).relation());
        return Stream.concat(ofColumns, ofStars);
    }
}
